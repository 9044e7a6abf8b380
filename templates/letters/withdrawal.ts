import type { WithdrawalLetter } from '../../domain/letters/notice';
import { heading, list, paragraph, when } from '../blocks/build';
import { acknowledge, verification } from '../sections/closing';
import { contactList } from '../sections/contacts';
import { identity } from '../sections/identity';
import { exerciseNote } from '../sections/marks';
import { capitalise } from '../grammar';
import type { Speaker } from '../speaker';
import { comeTo, markOf, type Sheet } from './sheet';

/** Wording F: no breach after all. What was told is corrected towards whoever was told. */
export function withdrawalSheet(data: WithdrawalLetter, speaker: Speaker): Sheet {
  const { say } = speaker;
  const { head, addressee, ruledOutAt } = data;
  const { reference, version } = head;
  const versions = data.versions.map(({ version: number, sentAt, ackedAt }) =>
    capitalise(say(`withdrawal.version${comeTo({ sentAt, ackedAt })}`, { version: number, sentAt, ackedAt })),
  );
  return {
    subject: say('withdrawal.subject', { mark: markOf(head, speaker), reference, version }),
    title: say('withdrawal.title'),
    strap: say('notice.strap', { reference, version, agreement: addressee.agreement }),
    blocks: [
      ...exerciseNote(head, speaker),
      ...identity(head, addressee, 'withdrawal', speaker),
      heading(say('withdrawal.versions')),
      ...list(versions),
      heading(say('withdrawal.finding')),
      paragraph(say('withdrawal.ruledOut', { at: ruledOutAt })),
      ...when(data.finding !== null, paragraph(data.finding ?? '')),
      heading(say('withdrawal.proof')),
      ...list([...data.proof, evidenceText(data.evidenceCount, speaker)]),
      heading(say('withdrawal.clocks')),
      paragraph(say('withdrawal.clocksOurs')),
      paragraph(say('withdrawal.clocksYours')),
      heading(say('withdrawal.contact')),
      ...contactList(data.contacts, speaker),
      ...acknowledge(data.acknowledge, say('withdrawal.acknowledge'), speaker),
      ...verification(data.checkpoint, speaker),
    ],
  };
}

const evidenceText = (count: number, { say }: Speaker): string =>
  count === 0 ? say('withdrawal.evidenceNone') : say('withdrawal.evidence', { count });
