import type { NoticeLetter } from '../../domain/letters/notice';
import type { Block } from '../blocks/block';
import { heading } from '../blocks/build';
import { brief } from '../sections/brief';
import { acknowledge, annexes, evidence, timeLimits, verification } from '../sections/closing';
import { consequences } from '../sections/consequences';
import { contactPoint } from '../sections/contacts';
import { identity } from '../sections/identity';
import { itemsToFollow } from '../sections/itemsToFollow';
import { exerciseNote, standingNotes } from '../sections/marks';
import { measures } from '../sections/measures';
import { nature } from '../sections/nature';
import { persons } from '../sections/persons';
import { subProcessors } from '../sections/subProcessors';
import { timeline } from '../sections/timeline';
import type { Speaker } from '../speaker';
import { markOf, type Sheet } from './sheet';

/** Wording A (domain rules section 8): the processor tells the controller. */
export function noticeSheet(data: NoticeLetter, speaker: Speaker): Sheet {
  const { say } = speaker;
  const { head, addressee, stage, protective, items } = data;
  const { reference, version } = head;
  const kind = protective ? 'protective' : stage;
  return {
    subject: say(`notice.subject.${kind}`, { mark: markOf(head, speaker), reference, version }),
    title: say(items.a.suspected ? 'notice.titleSuspected' : 'notice.title'),
    strap: say('notice.strap', { reference, version, agreement: addressee.agreement }),
    blocks: [
      ...exerciseNote(head, speaker),
      ...standingNotes(data, speaker),
      ...brief(data, speaker),
      ...identity(head, addressee, stage, speaker),
      ...rubrics(data, 'thisSending', speaker),
    ],
  };
}

/** 0 to j, annexes and proof, in the order of the wording. */
export function rubrics(data: NoticeLetter, from: 'thisSending' | 'firstSending', speaker: Speaker): Block[] {
  const { say } = speaker;
  const { items } = data;
  return [
    ...timeline(data, speaker),
    heading(say('items.a')),
    ...nature(items.a, speaker),
    heading(say('items.b')),
    ...contactPoint(items.b, speaker),
    heading(say('items.c')),
    ...persons(items.c, speaker),
    heading(say('items.d')),
    ...consequences(items.d, speaker),
    heading(say('items.e')),
    ...measures(items.e, speaker),
    ...subProcessors(data, speaker),
    ...itemsToFollow(items, speaker),
    ...evidence(data, speaker),
    ...timeLimits(data, from, speaker),
    ...acknowledge(data.acknowledge, say('acknowledge.title'), speaker),
    ...annexes(data, speaker),
    ...verification(data.checkpoint, speaker),
  ];
}
