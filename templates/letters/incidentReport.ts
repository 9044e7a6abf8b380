import type { IncidentReportLetter } from '../../domain/letters/report';
import { action, facts, heading, paragraph, when } from '../blocks/build';
import { verification } from '../sections/closing';
import { contactList } from '../sections/contacts';
import { identity } from '../sections/identity';
import { exerciseNote } from '../sections/marks';
import { measures } from '../sections/measures';
import type { Speaker } from '../speaker';
import { markOf, type Sheet } from './sheet';

/** An incident that touches a controller, breach or not (duty S3-08). */
export function incidentReportSheet(data: IncidentReportLetter, speaker: Speaker): Sheet {
  const { say, instant, answer } = speaker;
  const { head, addressee, link } = data;
  const { reference } = head;
  return {
    subject: say('report.subject', { mark: markOf(head, speaker), reference }),
    title: say('report.title'),
    strap: say('report.strap', { reference, agreement: addressee.agreement }),
    blocks: [
      ...exerciseNote(head, speaker),
      ...identity(head, addressee, null, speaker),
      heading(say('report.facts')),
      facts(
        [say('report.alerted'), instant(data.alertedAt)],
        [say('report.detected'), instant(data.detectedAt)],
        [say('report.severity'), say(`report.severity.${data.severity}`)],
        [say('report.what'), answer(data.what)],
        [say('report.systems'), answer(data.systems)],
        [say('report.cause'), say(`cause.${data.cause}`)],
        [say('report.ongoing'), say(`word.${data.ongoing}`)],
      ),
      heading(say('report.data')),
      paragraph(say(`report.data.${data.personalData}`)),
      heading(say('report.measures')),
      ...measures(data.measures, speaker),
      heading(say('report.contact')),
      ...contactList(data.contacts, speaker),
      ...when(link !== null, action(say('report.link'), link ?? '')),
      ...verification(data.checkpoint, speaker),
    ],
  };
}
