import { mayKeepCaseFile } from '../../../application/policies/controllerCase';
import { isAwaited } from '../../../domain/consultation/measure';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { fileHandingOf } from '../../../domain/controllerCase/fileHanding';
import type { CaseMeasure } from '../../../domain/controllerCase/measures';
import { handingOf, hasProcessor } from '../../../domain/controllerCase/processor';
import type { KeptFile } from '../../../domain/file/kept';
import type { CaseView } from '../../../templates/pages/case';
import type { ExchangeLine } from '../../../templates/pages/incident';
import type { Inside } from '../frame';
import { keptIn } from '../keptFiles';
import { measureLine } from '../measureLine';
import { exchangeLine } from '../proofs';
import { asWritten } from '../rowWords';

/** With a question that Vigie hands over its documents go, too; what the processor answered is recorded here. */
const addsTo = ({ byItself, exchangeId }: { byItself: boolean; exchangeId: string | null }) =>
  ({ question: byItself || exchangeId !== null ? 'goes' : 'stays', answer: 'stays' }) as const;

/** What was said to the processor and what it answered; null where there is none. */
export function processorLines(
  one: ControllerCase,
  { ctx, frame }: Pick<Inside, 'ctx' | 'frame'>,
  isPast: boolean,
): CaseView['processor'] {
  const { processor } = one;
  if (!hasProcessor(one)) return null;
  const handing = (file: KeptFile) => fileHandingOf(one, file);
  const where = { path: `/cases/${one.id}`, language: frame.language, handingOf: handing };
  const mayAdd = !isPast && mayKeepCaseFile(ctx, 'question') && mayKeepCaseFile(ctx, 'answer');
  return {
    acknowledged: processor.acknowledged.map(({ version, acknowledgedAt: at, name, function: role, ...read }) => ({
      handing: handingWords(one, read),
      what: version === null ? { key: 'case.noVersion' } : { key: 'case.version', values: { n: String(version) } },
      by: [name, role].filter(Boolean).join(', '),
      at,
    })),
    questions: processor.questions.map(({ id, text, askedAt, dueAt, answeredAt, answer, ...asked }) => ({
      handing: handingWords(one, asked),
      text: asWritten(text),
      askedAt,
      dueAt,
      answeredAt,
      answer: answeredAt === null ? null : asWritten(answer),
      ...keptIn(one.files, { id, answeredAt }, { ...where, adds: mayAdd ? addsTo(asked) : {} }),
    })),
    measures: processor.measures.map((measure) =>
      measureLine(measure, {
        proposedAt: measure.proposedAt,
        dueAt: isAwaited(measure) ? measure.dueAt : null,
        handing: handedWord(one, measure),
        via: measure.answered?.via ?? null,
      }),
    ),
  };
}

/** Whether our word on a measure has reached the processor's notice, or came from there; null: by hand. */
function handedWord(one: ControllerCase, { answered }: CaseMeasure): ExchangeLine | null {
  if (answered === null) return null;
  if (answered.via !== 'account') return { label: { key: 'measures.heard' }, at: null, why: null };
  return handingWords(one, answered);
}

/** To this installation's own notice of the processor, or to another installation's. */
function handingWords(
  { processor, outbox }: ControllerCase,
  entry: { seq: number; byItself: boolean; exchangeId: string | null },
): ExchangeLine | null {
  const handing = handingOf(processor, entry);
  if (handing === null) return exchangeLine(outbox, entry.exchangeId);
  return { label: { key: `handing.${handing}` }, at: null, why: null };
}
