import type { ContactsDueLetter } from '../../domain/letters/inside';
import { action, list, paragraph } from '../blocks/build';
import type { Speaker } from '../speaker';
import { markOf, type Sheet } from './sheet';

/** Inside the house: which contracts have contacts that nobody has shown to work. */
export function contactsDueSheet({ head, to, agreements, link }: ContactsDueLetter, speaker: Speaker): Sheet {
  const { say } = speaker;
  return {
    subject: say('contactsDue.subject', { mark: markOf(head, speaker), count: agreements.length }),
    title: say('contactsDue.title'),
    strap: say('reminder.hello', { to }),
    blocks: [
      paragraph(say('contactsDue.text')),
      ...list(agreements.map((one) => say('contactsDue.line', one))),
      paragraph(say('contactsDue.todo')),
      action(say('contactsDue.action'), link),
    ],
  };
}
