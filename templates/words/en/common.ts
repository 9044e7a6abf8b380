import type { common as french } from '../fr/common';

export const common: Record<keyof typeof french, string> = {
  instant: '{{instant instant}}',
  instantUtc: '{{instant instant}}, i.e. {{utc}}',
  'answer.toFollow': 'not determined at this stage (expected by {{bracketed eta}})',
  'answer.toFollowNoDate': 'not determined at this stage (no date known yet)',
  'answer.never': 'cannot be determined: {{reason}}',
  'amount.exact': '{{number count}}',
  'amount.approx': 'about {{number count}}',
  'contact.always': 'reachable day and night',
  'word.yes': 'yes',
  'word.no': 'no',
  'word.unknown': 'not determined at this stage',
  'word.fact': '{{term}}: {{value}}',
  'word.page': 'page',

  'exercise.mark': 'EXERCISE',
  'exercise.note':
    'EXERCISE. This document is part of a test. No real incident has happened; nothing is to be filed with an authority, nobody concerned is to be told.',

  'foot.line': '{{reference}} · version {{version}} · {{instant writtenAt}}',
  'foot.noVersion': '{{reference}} · {{instant writtenAt}}',
  'foot.hash': 'Hash of the content (SHA-256)',
  'foot.marking': 'Confidential: for the addressee and those in charge of the incident only.',

  'head.title': 'Reference, addressee and contract',
  'head.reference': 'Reference',
  'head.version': 'Version',
  'head.version.initial': '{{version}}, initial notice',
  'head.version.complete': '{{version}}, complete notice',
  'head.version.supplement': '{{version}}, supplement',
  'head.version.withdrawal': '{{version}}, withdrawal',
  'head.sender': 'Sender (processor)',
  'head.addressee': 'Addressee',
  'head.controller': 'Controller',
  'head.agreement': 'Contract',
  'head.agreementVersion': '{{agreement}}, version {{version}}',
  'head.service': 'Processing concerned',
  'head.writtenAt': 'Sent',
  'head.author': 'Written by',
  'head.authorEngine': 'automatic, not read by a person before sending',
  'head.approver': 'Approved by',
  'head.lawProfile': 'Law profile applied',
  'head.marking': 'Distribution',

  'verify.title': 'Verification',
  'verify.checkpoint':
    'Hash (SHA-256) of the newest signed checkpoint of the sender’s journal at the instant of sending: {{hash}}. With an extract of the journal it lets anyone check offline that the entries have not been altered since.',
  'verify.none':
    'At the instant of sending no signed checkpoint of the sender’s journal existed yet. The next one will cover this notice.',

  'acknowledge.title': 'j) Please acknowledge',
  'acknowledge.expected': 'The contract provides for an acknowledgement.',
  'acknowledge.how':
    'The link below is personal. Its page lets you read the notice, download the PDF, acknowledge receipt and ask a question. Opening it does not acknowledge anything: a button does.',
  'acknowledge.action': 'Read and acknowledge',
  'acknowledge.phone': 'Receipt can also be acknowledged by phone, with the contacts given.',

  'nature.confidentiality': 'confidentiality (unauthorised disclosure or access)',
  'nature.integrity': 'integrity (alteration)',
  'nature.availability': 'availability (loss of access or destruction)',
  'nature.none': 'suspected breach, nature not determined at this stage',

  'cause.internal-malicious': 'internal malicious act',
  'cause.internal-accidental': 'internal accidental act',
  'cause.external-malicious': 'external malicious act',
  'cause.external-accidental': 'external accidental act',
  'cause.other': 'other',
  'cause.unknown': 'not determined at this stage',

  'origin.equipment-lost-or-stolen': 'equipment lost or stolen',
  'origin.paper-lost-or-stolen': 'paper lost, stolen or left accessible',
  'origin.mail-lost-or-opened': 'post lost, or opened before it was returned',
  'origin.hacking-or-malware': 'hacking or malware',
  'origin.paper-discarded': 'paper discarded without secure destruction',
  'origin.equipment-discarded': 'device discarded without secure erasure',
  'origin.unintended-publication': 'unintended publication',
  'origin.wrong-person-on-portal': 'another person’s data shown on a portal',
  'origin.wrong-recipient': 'sent to a wrong recipient',
  'origin.spoken-disclosure': 'spoken disclosure',
  'origin.other': 'other',
};
