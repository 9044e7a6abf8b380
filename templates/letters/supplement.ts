import type { SupplementLetter } from '../../domain/letters/notice';
import { heading, paragraph } from '../blocks/build';
import { changes, completed } from '../sections/changes';
import { identity } from '../sections/identity';
import { stillUnknown } from '../sections/itemsToFollow';
import { exerciseNote, provisionalNote } from '../sections/marks';
import type { Speaker } from '../speaker';
import { rubrics } from './notice';
import { comeTo, markOf, type Sheet } from './sheet';

/** Wording B: what changed first, then the whole notice as it now stands, so that one document is enough. */
export function supplementSheet(data: SupplementLetter, speaker: Speaker): Sheet {
  const { say } = speaker;
  const { head, addressee, items, previous } = data;
  const { reference, version } = head;
  const { version: before, sentAt, ackedAt } = previous;
  return {
    subject: say('supplement.subject', { mark: markOf(head, speaker), reference, version }),
    title: say('supplement.title'),
    strap: say('notice.strap', { reference, version, agreement: addressee.agreement }),
    blocks: [
      ...exerciseNote(head, speaker),
      ...provisionalNote(data, speaker),
      heading(say('supplement.previous')),
      paragraph(say(`supplement.previous${comeTo(previous)}`, { version: before, sentAt, ackedAt })),
      ...changes(data, speaker),
      ...completed(data, speaker),
      ...stillUnknown(items, speaker),
      paragraph(say('supplement.whole')),
      ...identity(head, addressee, 'supplement', speaker),
      ...rubrics(data, 'firstSending', speaker),
    ],
  };
}
