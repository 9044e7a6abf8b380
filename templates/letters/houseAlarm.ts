import type { HouseAlarmLetter } from '../../domain/letters/inside';
import { action, facts, heading, list, paragraph } from '../blocks/build';
import type { Speaker } from '../speaker';
import { markOf, type Sheet } from './sheet';

/** Something in the house is wrong that no machine can mend: what, what goes on all the same, what to do. */
export function houseAlarmSheet({ head, to, cause, seq, link }: HouseAlarmLetter, speaker: Speaker): Sheet {
  const { say } = speaker;
  return {
    subject: say(`houseAlarm.subject.${cause}`, { mark: markOf(head, speaker), reference: head.reference }),
    title: say(`houseAlarm.title.${cause}`),
    strap: say('reminder.hello', { to }),
    blocks: [
      facts([say('reminder.reference'), head.reference], [say('houseAlarm.entry'), String(seq)]),
      paragraph(say(`houseAlarm.text.${cause}`)),
      heading(say('houseAlarm.todo')),
      ...list([say(`houseAlarm.first.${cause}`), say(`houseAlarm.then.${cause}`)]),
      action(say('houseAlarm.action'), link),
    ],
  };
}
