import type { StaffCall } from '../../domain/letters/inside';
import { action, facts, heading, list } from '../blocks/build';
import { exerciseNote } from '../sections/marks';
import type { Speaker } from '../speaker';
import { markOf, type Sheet } from './sheet';

/** What to read to one of our own people on the telephone, then what to write down. */
export function staffCallSheet(data: StaffCall, speaker: Speaker): Sheet {
  const { say } = speaker;
  const { head, to, phone, link } = data;
  const { reference } = head;
  return {
    subject: say('staffCall.subject', { mark: markOf(head, speaker), to, reference }),
    title: say('phone.title'),
    strap: reference,
    blocks: [
      ...exerciseNote(head, speaker),
      facts([say('phone.who'), to], [say('phone.number'), phone], [say('phone.why'), say('staffCall.why')]),
      heading(say('phone.say')),
      ...list(spoken(data, speaker)),
      heading(say('phone.note')),
      ...list([say('phone.note.time'), say('staffCall.note.said'), say('staffCall.note.none')]),
      action(say('phone.action'), link),
    ],
  };
}

function spoken(
  { head, controller, startedAt, dueAt, provisional, automaticAt }: StaffCall,
  { say }: Speaker,
): string[] {
  const { reference, sender } = head;
  return [
    say('staffCall.say.who', { sender, reference, controller }),
    say('staffCall.say.limit', { startedAt, dueAt }),
    ...(provisional ? [say('staffCall.say.provisional')] : []),
    automaticAt === null ? say('staffCall.say.overdue') : say('staffCall.say.automatic', { at: automaticAt }),
    say('staffCall.say.ask'),
  ];
}
