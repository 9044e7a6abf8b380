import { contactsNow } from '../../application/agreement/remindOfContacts';
import type { Liveness } from '../../domain/agreement/liveness';
import { newestSigned } from '../../domain/agreement/versions';
import type { NoteLine } from '../../templates/pages/now';
import { phrase, type Said } from '../../templates/pages/words/word';
import type { Inside } from './frame';

/** On the page of what is to be done: the contracts whose contacts ask for a test, the first by name. */
export async function contactLines({ ctx, frame, organisation }: Inside): Promise<NoteLine[]> {
  const [first, ...others] = await contactsNow({ ctx, input: organisation });
  if (first === undefined) return [];
  const controller = newestSigned(first)?.document?.controller.name ?? first.reference;
  const n = String(others.length);
  const who =
    others.length === 0
      ? controller
      : phrase(frame.language, { key: 'now.contactsMore', values: { who: controller, n } });
  const href = others.length === 0 ? `/agreements/${first.id}#contacts` : '/agreements';
  return [{ what: { key: 'now.contactsDue', values: { who } }, href, act: { key: 'now.contactsOpen' } }];
}

/** What the page says of one way, and from or until which instant. */
export function testLine({ name, channel, state, testedAt, succeededAt, dueAt, asks, why }: Liveness) {
  const when = {
    works: succeededAt,
    waiting: testedAt,
    caught: testedAt,
    failed: testedAt,
    never: dueAt,
    stale: dueAt,
  };
  const tone = state === 'works' ? ('ok' as const) : asks ? ('no' as const) : ('wait' as const);
  const way: Said = { key: `channel.${channel}` };
  const said: Said = { key: `contacts.${state}` };
  return { name, way, said, tone, at: when[state], last: state === 'works' ? null : succeededAt, why: whyOf(why) };
}

const whyOf = (why: Liveness['why']): Said | null => why && { key: `exchangeWhy.${why}` };
