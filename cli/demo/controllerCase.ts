import type { Case } from './shapes';
import type { ShortCase } from './shortCase';
import { SOON_MS, type Stage } from './stage';

const LIMIT_MS = 72 * 3_600_000;

/** Chapter 8: the signed notice alone has opened the controller's case, and with it the controller's own 72 hours. */
export async function findCase(stage: Stage, { noticeId }: ShortCase): Promise<Case> {
  const { story, acts, controller } = stage;
  story.chapter('8');
  const one = await story.until(() => caseToldTwice(stage), SOON_MS, '8.opened');
  const [first, second] = (await acts.notice(noticeId)).versions;
  const receivedMs = Date.parse(one.receivedAt);
  const isOpenedByIt = one.receivedAt === first?.frozenAt && one.told[0]?.from === story.text('org.name');
  story.check(isOpenedByIt, '8.opened', { ref: one.ref, at: story.at(receivedMs) }, one.receivedAt);
  const { status, strict } = one.clock;
  story.check(
    status === 'confirmed' && Date.parse(strict ?? '') === receivedMs + LIMIT_MS,
    '8.clock',
    { due: story.at(strict ?? '') },
    `${status} ${strict}`,
  );
  story.check(one.told.at(-1)?.version === second?.number, '8.supplement', { n: second?.number ?? 0 });
  const types = await controller.acts.types();
  story.check(
    types.every((type) => !/^(incident|notice|signal|agreement)\./.test(type)),
    '8.apart',
    {},
    types.join(', '),
  );
  return one;
}

/** The controller's one case, once the first notice and the supplement have come. */
async function caseToldTwice({ controller: { acts } }: Stage): Promise<Case | null> {
  const [only, ...more] = await acts.cases();
  if (only === undefined || more.length > 0) return null;
  const one = await acts.read(only.id);
  return one.told.length === 2 ? one : null;
}
