import { LONGEST_SMS, septetsOf, toGsm7 } from '../domain/letters/gsm7';
import type { ShortMessage } from '../domain/letters/shortMessage';
import { createSpeaker } from './speaker';

const SHORTEST_NAME = 4;

/**
 * At most 160 signs of the GSM alphabet: one message on any telephone. The link is never cut, the sender's name gives way to
 * it. With a link beyond what `PUBLIC_URL` may be it leaves longer, since nothing may hold a notice back.
 */
export function writeShortMessage(message: ShortMessage): string {
  const { language, about, exercise, reference, version, sender, link } = message;
  const { say } = createSpeaker(language, 'UTC');
  const mark = exercise ? `${say('exercise.mark')} - ` : '';
  const line = say(`sms.${about}`, { reference, version, link });
  const plain = toGsm7(mark + line);
  const name = cut(toGsm7(sender), LONGEST_SMS - septetsOf(plain) - 2);
  return name === '' ? plain : toGsm7(`${mark}${name}: ${line}`);
}

/** As many signs of a name as there is room for; a stump of one says less than none. */
function cut(name: string, room: number): string {
  let kept = '';
  for (const sign of name) {
    if (septetsOf(kept + sign) > room) break;
    kept += sign;
  }
  return kept.length < Math.min(name.length, SHORTEST_NAME) ? '' : kept.trimEnd();
}
