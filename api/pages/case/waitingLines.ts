import type { CaseView } from '../../../templates/pages/case';

type Lines = Pick<CaseView, 'files' | 'processor'>;

/** What waits for somebody's word, taken out of where the rest of it is read, so that it stands once and first. */
export function waitingApart({ files, processor }: Lines): Lines & Pick<CaseView, 'waiting'> {
  const asked = files.flatMap(({ authority, questions }) =>
    questions.filter(isOpen).map((question) => ({ authority, ...question })),
  );
  const questions = processor?.questions.filter(isOpen) ?? [];
  const measures = processor?.measures.filter(({ isAwaited }) => isAwaited) ?? [];
  const isAny = asked.length + questions.length + measures.length > 0;
  return {
    waiting: isAny ? { asked, questions, measures } : null,
    files: files.map((file) => ({ ...file, questions: file.questions.filter((question) => !isOpen(question)) })),
    processor: processor && {
      ...processor,
      questions: processor.questions.filter((question) => !isOpen(question)),
      measures: processor.measures.filter(({ isAwaited }) => !isAwaited),
    },
  };
}

const isOpen = ({ answeredAt }: { answeredAt: string | null }): boolean => answeredAt === null;
