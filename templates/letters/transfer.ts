import type { TransferLetter } from '../../domain/letters/contact';
import { countryName } from '../countryName';
import { facts, heading, note, paragraph, when } from '../blocks/build';
import { toAcknowledge } from '../sections/acknowledge';
import { contactList } from '../sections/contacts';
import type { Speaker } from '../speaker';
import { markOf, type Sheet } from './sheet';

/** Data are demanded by law, or what a transfer rests on has changed: told at once, and no notice of a breach (duty S3-17). */
export function transferSheet(data: TransferLetter, speaker: Speaker): Sheet {
  const { say, instant, language } = speaker;
  const {
    head,
    addressee,
    cause,
    knownAt,
    source,
    text,
    countries,
    unagreed,
    forbiddenUntil: until,
    contacts,
    link,
  } = data;
  const { reference, sender } = head;
  const { agreement, controller, service } = addressee;
  return {
    subject: say(`transfer.subject.${cause}`, { mark: markOf(head, speaker), reference, agreement }),
    title: say(`transfer.title.${cause}`),
    strap: say('vulnerability.strap', { reference, agreement }),
    blocks: [
      paragraph(say(`transfer.text.${cause}`, { sender, controller, agreement, service })),
      paragraph(say('vulnerability.noBreach')),
      ...(until === null ? [] : [note(say('transfer.forbidden', { until }))]),
      facts(
        [say(cause === 'outside' ? 'transfer.since' : 'transfer.known'), instant(knownAt)],
        ...(source === null ? [] : [[say(`transfer.source.${cause}`), source] as const]),
        ...(countries.length === 0
          ? []
          : [[say('transfer.countries'), countries.map((one) => countryName(language, one)).join(', ')] as const]),
        ...(unagreed === null ? [] : [[say('transfer.why'), say(`transfer.unagreed.${unagreed}`)] as const]),
      ),
      heading(say(`transfer.what.${cause}`)),
      paragraph(text ?? say('vulnerability.byPhone')),
      ...toAcknowledge(link, speaker),
      ...when(contacts.length > 0, heading(say('report.contact'))),
      ...contactList(contacts, speaker),
    ],
  };
}
