import type {
  ContactAnswerLetter,
  ContactMeasureLetter,
  ContactReminderLetter,
  ContactTestLetter,
  PhoneScript,
  SigningLinkLetter,
} from '../../domain/letters/contact';
import type { Block } from '../blocks/block';
import { action, facts, heading, list, paragraph, when } from '../blocks/build';
import { contactList } from '../sections/contacts';
import { exerciseNote } from '../sections/marks';
import { natureTypes } from '../sections/nature';
import type { Speaker } from '../speaker';
import { markOf, type Sheet } from './sheet';

/** To a contact who has not acknowledged. */
export function contactReminderSheet(data: ContactReminderLetter, speaker: Speaker): Sheet {
  const { say } = speaker;
  const { head, addressee, sentAt, authorityDueAt, link } = data;
  const { reference, version } = head;
  const { contact, controller, agreement } = addressee;
  return {
    subject: say('contactReminder.subject', { mark: markOf(head, speaker), reference, version }),
    title: say('contactReminder.title'),
    strap: say('notice.strap', { reference, version, agreement }),
    blocks: [
      ...exerciseNote(head, speaker),
      paragraph(say('contactReminder.text', { sentAt, contact, controller })),
      paragraph(say('contactReminder.limit', { dueAt: authorityDueAt })),
      paragraph(say('acknowledge.how')),
      action(say('contactReminder.action'), link),
      heading(say('contactReminder.contact')),
      ...contactList(data.contacts, speaker),
    ],
  };
}

/** To the contact who asked: that there is an answer, and where it is read. */
export function contactAnswerSheet(data: ContactAnswerLetter, speaker: Speaker): Sheet {
  const { say } = speaker;
  const { head, addressee, askedAt, answeredAt, documents, link } = data;
  const { reference, version } = head;
  const { contact, controller, agreement } = addressee;
  return {
    subject: say('contactAnswer.subject', { mark: markOf(head, speaker), reference }),
    title: say('contactAnswer.title'),
    strap: say('notice.strap', { reference, version, agreement }),
    blocks: [
      ...exerciseNote(head, speaker),
      paragraph(say('contactAnswer.text', { askedAt, answeredAt, contact, controller })),
      ...when(documents > 0, paragraph(say('contactAnswer.documents', { documents }))),
      action(say('contactAnswer.action'), link),
      paragraph(say('contactAnswer.more')),
      heading(say('contactReminder.contact')),
      ...contactList(data.contacts, speaker),
    ],
  };
}

/** To a contact whose word on a measure is awaited: that it waits, until when, and where it is read and answered. */
export function contactMeasureSheet(data: ContactMeasureLetter, speaker: Speaker): Sheet {
  const { say } = speaker;
  const { head, addressee, proposedAt, dueAt, urgent, link } = data;
  const { reference, version } = head;
  const { contact, controller, agreement } = addressee;
  return {
    subject: say(urgent ? 'contactMeasure.subjectUrgent' : 'contactMeasure.subject', {
      mark: markOf(head, speaker),
      reference,
    }),
    title: say('contactMeasure.title'),
    strap: say('notice.strap', { reference, version, agreement }),
    blocks: [
      ...exerciseNote(head, speaker),
      paragraph(say('contactMeasure.text', { proposedAt, contact, controller })),
      paragraph(say('contactMeasure.limit', { dueAt })),
      action(say('contactMeasure.action'), link),
      paragraph(say('contactMeasure.more')),
      heading(say('contactReminder.contact')),
      ...contactList(data.contacts, speaker),
    ],
  };
}

/** To the contact who signs an amendment for the controller. */
export function signingLinkSheet({ head, addressee, expiresAt, link }: SigningLinkLetter, speaker: Speaker): Sheet {
  const { say } = speaker;
  const { version, sender } = head;
  const { contact, controller, agreement } = addressee;
  return {
    subject: say('signingLink.subject', { mark: markOf(head, speaker), agreement, version }),
    title: say('signingLink.title'),
    strap: say('signingLink.strap', { agreement, version }),
    blocks: [
      paragraph(say('signingLink.text', { sender, contact, controller, agreement })),
      action(say('signingLink.action'), link),
      paragraph(say('signingLink.until', { expiresAt })),
      paragraph(say('signingLink.doubt')),
    ],
  };
}

/** To a contact, to see whether this way reaches it. It says first that nothing happened. */
export function contactTestSheet({ head, addressee, expiresAt, link }: ContactTestLetter, speaker: Speaker): Sheet {
  const { say } = speaker;
  const { contact, controller, agreement } = addressee;
  return {
    subject: say('contactTest.subject', { mark: markOf(head, speaker), agreement }),
    title: say('contactTest.title'),
    strap: say('contactTest.strap', { agreement }),
    blocks: [
      paragraph(say('contactTest.nothing')),
      paragraph(say('contactTest.text', { sender: head.sender, contact, controller, agreement })),
      action(say('contactTest.action'), link),
      paragraph(say('contactTest.until', { expiresAt })),
      paragraph(say('signingLink.doubt')),
    ],
  };
}

/** What to read out on the telephone, then what to write down. */
export function phoneScriptSheet(data: PhoneScript, speaker: Speaker): Sheet {
  const { say } = speaker;
  const { head, addressee, link } = data;
  const { reference, version } = head;
  const { controller, agreement } = addressee;
  return {
    subject: say('phone.subject', { mark: markOf(head, speaker), reference }),
    title: say('phone.title'),
    strap: say('notice.strap', { reference, version, agreement }),
    blocks: [
      ...exerciseNote(head, speaker),
      facts(
        [say('phone.who'), `${speaker.recipient(addressee)}, ${controller}`],
        [say('phone.number'), data.phone],
        [say('phone.why'), say(`phone.why.${data.reason}`)],
      ),
      heading(say('phone.say')),
      ...list(spoken(data, speaker)),
      heading(say('phone.note')),
      ...list([say('phone.note.name'), say('phone.note.time'), say('phone.note.said'), say('phone.note.none')]),
      ...when(link !== null, action(say('phone.action'), link ?? '')),
      ...contactsToGive(data, speaker),
    ],
  };
}

function spoken(data: PhoneScript, speaker: Speaker) {
  const { say } = speaker;
  const { sender } = data.head;
  const { controller, contact, agreement } = data.addressee;
  return [
    say('phone.say.who', { sender, controller, contact, agreement }),
    ...newsOf(data, speaker),
    writtenOf(data, speaker),
    ...(data.about !== 'breach' || data.authorityDueAt === null
      ? []
      : [say('phone.say.limit', { dueAt: data.authorityDueAt })]),
    say('phone.say.ask'),
  ];
}

/** Of a withdrawal, or of an incident that is no breach, nothing is said as if it were one. */
function newsOf({ about, addressee, standing, types, awareAt }: PhoneScript, speaker: Speaker): string[] {
  const { say } = speaker;
  const { service } = addressee;
  if (about === 'withdrawal') return [say('phone.say.withdrawn', { service })];
  if (about === 'report') return [say('phone.say.incident', { service })];
  return [
    say(`phone.say.${standing}`, { service }),
    say('phone.say.types', { types: natureTypes(types, speaker) }),
    ...(awareAt === null ? [] : [say('phone.say.aware', { awareAt })]),
  ];
}

function writtenOf({ head: { reference, version }, mailed, sentAt }: PhoneScript, { say }: Speaker): string {
  if (sentAt !== null) return say('phone.say.sent', { reference, version, sentAt });
  return say(mailed ? 'phone.say.mailed' : 'phone.say.unsent', { reference, version });
}

const contactsToGive = ({ contacts }: PhoneScript, speaker: Speaker): Block[] => [
  heading(speaker.say('phone.contacts')),
  ...contactList(contacts, speaker),
];
