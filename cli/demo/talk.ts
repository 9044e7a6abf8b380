import type { Case } from './shapes';
import type { ShortCase } from './shortCase';
import { SOON_MS, type Stage } from './stage';

const URGENT_HOURS = 4;
/** What each side has written of it, in its own journal. */
const OURS = ['notice.asked', 'notice.answered', 'notice.measureProposed', 'notice.measureAnswered'];
const THEIRS = ['processor.asked', 'processor.answered', 'processor.measureProposed', 'processor.measureAnswered'];

/** Chapter 10: a question and a measure go to and fro; each side writes its own journal. */
export async function askAndConsult(stage: Stage, { id }: Case, { noticeId }: ShortCase): Promise<void> {
  const { story, acts, controller } = stage;
  story.chapter('10');
  await ask(stage, id, noticeId);
  await consult(stage, id, noticeId);
  const theirs = await controller.acts.types();
  const ours = (await acts.entriesOf('notice', noticeId)).map(({ type }) => type);
  const lacking = [...OURS.filter((type) => !ours.includes(type)), ...THEIRS.filter((type) => !theirs.includes(type))];
  story.check(lacking.length === 0, '10.journals', { count: OURS.length }, lacking.join(', '));
}

async function ask({ story, acts, controller, now }: Stage, caseId: string, noticeId: string): Promise<void> {
  const [question, answer] = [story.text('10.question'), story.text('10.answer')];
  const said = { askedAt: now().toISOString(), text: question, urgentHours: URGENT_HOURS };
  await controller.acts.act('dpo', caseId, 'processor/questions', said);
  const values = { text: question };
  const questionOf = async () => (await acts.notice(noticeId)).questions[0] ?? null;
  const asked = await story.until(questionOf, SOON_MS, '10.asked', values);
  story.check(asked.text === question, '10.asked', values, asked.text ?? '');
  await acts.note('dpo', noticeId, 'answers', { questionId: asked.id, text: answer });
  const answerOf = async () => (await controller.acts.read(caseId)).processor.questions[0]?.answer ?? null;
  const came = await story.until(answerOf, SOON_MS, '10.answered', { text: answer });
  story.check(came === answer, '10.answered', { text: came }, came);
}

async function consult({ story, acts, controller, now }: Stage, caseId: string, noticeId: string): Promise<void> {
  const values = { text: story.text('10.measure'), name: story.text('7.name') };
  await acts.note('dpo', noticeId, 'measures', { what: values.text, urgentHours: URGENT_HOURS });
  const measureOf = async () => (await controller.acts.read(caseId)).processor.measures[0] ?? null;
  const proposed = await story.until(measureOf, SOON_MS, '10.proposed', values);
  story.check(proposed.state === 'PROPOSED', '10.proposed', values, proposed.state);
  await controller.acts.act('dpo', caseId, 'processor/measure-answers', {
    measureId: proposed.id,
    verdict: 'agreed',
    answeredAt: now().toISOString(),
    name: values.name,
    function: story.text('7.function'),
  });
  const saidOf = async () => (await acts.notice(noticeId)).measures.find((one) => one.state !== 'PROPOSED') ?? null;
  const { state } = await story.until(saidOf, SOON_MS, '10.agreed', values);
  story.check(state === 'AGREED', '10.agreed', values, state);
}
