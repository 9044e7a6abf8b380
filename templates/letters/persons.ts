import type { PersonsMessage, PublicNotice } from '../../domain/letters/persons';
import { paragraph } from '../blocks/build';
import { exerciseNote } from '../sections/marks';
import { toPersons, whenItWas, whereItIsRead, whomItConcerns } from '../sections/toPersons';
import type { Speaker } from '../speaker';
import { markOf, type Sheet } from './sheet';

/** Wording D (domain rules section 8): the controller tells each person, in plain language. */
export function personsMessageSheet(data: PersonsMessage, speaker: Speaker): Sheet {
  const { say } = speaker;
  const { sender } = data.head;
  return {
    subject: say('toPersons.subject', { mark: markOf(data.head, speaker), sender }),
    title: say('toPersons.title'),
    strap: sender,
    blocks: [
      ...exerciseNote(data.head, speaker),
      paragraph(say('toPersons.why', { sender })),
      ...toPersons(data, speaker),
    ],
  };
}

/** Wording E: the same for everybody whom it may concern, without naming anybody. */
export function publicNoticeSheet(data: PublicNotice, speaker: Speaker): Sheet {
  const { say } = speaker;
  const { sender } = data.head;
  return {
    subject: say('toPublic.subject', { mark: markOf(data.head, speaker), sender }),
    title: say('toPublic.title'),
    strap: sender,
    blocks: [
      ...exerciseNote(data.head, speaker),
      paragraph(say('toPublic.why', { sender })),
      ...whomItConcerns(data, speaker),
      ...whenItWas(data, speaker),
      ...toPersons(data, speaker),
      ...whereItIsRead(data, speaker),
    ],
  };
}
