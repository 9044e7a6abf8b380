import type { contacts as french } from './contacts.fr';

/** Tests of an agreement's contacts. */
export const contacts: Record<keyof typeof french, string> = {
  'contacts.title': 'Test the contacts',
  'contacts.intro':
    'A test message goes to each contact by each way that a notice would take. It says that it is a test and that no breach happened. Mails and text messages count once confirmed by their link, a webhook once it answers.',
  'contacts.exchange':
    'The controller’s own installation, where the contract is tied to it, is tested too: it answers with a signed receipt, and nothing is written into a case there.',
  'contacts.phone': 'On the telephone somebody calls, then notes the call.',
  'contacts.which': 'Whom to test',
  'contacts.all': 'all contacts',
  'contacts.go': 'Send the test',
  'contacts.nothingLeaves': 'Nothing leaves from here to this contact: call it, and note the call',
  'contacts.call': 'Note a test call',
  'contacts.callIntro': 'Say that it is a test and that no breach happened.',
  'contacts.callReached': 'Did somebody answer?',
  'contacts.callAt': 'When the call was made',
  'contacts.noPhone': 'This contact has no telephone',
  'contacts.liveness': 'Tests of the contacts',
  'contacts.every': 'A test that worked counts for {n} days.',
  'contacts.works': 'worked on',
  'contacts.waiting': 'test under way, sent on',
  'contacts.caught': 'kept by the catching server, nobody was reached: on',
  'contacts.failed': 'test without success, on',
  'contacts.never': 'never tested; to be tested by',
  'contacts.stale': 'to be tested since',
  'contacts.last': 'last success on',
  'contactTry.title': 'This is a test',
  'contactTry.lead': 'There is no incident and no data breach. {sender} checks that its notices would reach you.',
  'contactTry.go': 'Confirm receipt',
  'contactTry.done': 'Receipt confirmed on',
  'contactTry.thanks': 'Thank you. Nothing else is asked of you.',
  'contactTry.caught': 'This message was kept by the catching server and never left: there is nothing to confirm.',
  'now.contactsDue': 'Contacts have to be tested: {who}.',
  'now.contactsMore': '{who} and {n} more',
  'now.contactsOpen': 'Open',
};
