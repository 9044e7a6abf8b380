import type { contact as french } from '../fr/contact';

/** Mails to contacts of a controller beside the notices themselves. */
export const contact: Record<keyof typeof french, string> = {
  'contactReminder.subject': '{{mark}}Reminder: please acknowledge, ref. {{reference}}, version {{version}}',
  'contactReminder.title': 'Please acknowledge',
  'contactReminder.text':
    'A personal data breach notice was sent on {{instant sentAt}} to {{contact}}, for {{controller}}. No acknowledgement is recorded at this stage.',
  'contactReminder.limit':
    'As a precaution the Article 33 GDPR period is counted from that sending: it would end on {{instant dueAt}}.',
  'contactReminder.action': 'Read and acknowledge',
  'contactReminder.contact': 'Contact point',

  'contactAnswer.subject': '{{mark}}Answer to your question, ref. {{reference}}',
  'contactAnswer.title': 'Answer to your question',
  'contactAnswer.text':
    'The question asked on {{instant askedAt}} by {{contact}}, for {{controller}}, has an answer since {{instant answeredAt}}. It is read by the personal link, as is the question: neither is repeated in this mail.',
  'contactAnswer.documents':
    '{{number documents}} {{plural documents one="document goes" other="documents go"}} with the answer, to be taken in the same place.',
  'contactAnswer.action': 'Read the answer',
  'contactAnswer.more': 'Another question can be asked in the same place.',

  'contactMeasure.subject': '{{mark}}A measure to decide with you, ref. {{reference}}',
  'contactMeasure.subjectUrgent': '{{mark}}URGENT: a measure to decide with you, ref. {{reference}}',
  'contactMeasure.title': 'A measure to decide with you',
  'contactMeasure.text':
    'A protective measure has been proposed since {{instant proposedAt}} to {{contact}}, for {{controller}}. It is read by the personal link, and answered there: agreed, objected to or changed.',
  'contactMeasure.limit': 'An answer is awaited by {{instant dueAt}}.',
  'contactMeasure.action': 'Read and answer',
  'contactMeasure.more':
    'Where it is too urgent to wait, the measure may be taken without an answer; the reason is then recorded in the journal and shown in the same place.',

  'signingLink.subject': '{{mark}}Amendment to sign: contract {{agreement}}, version {{version}}',
  'signingLink.title': 'Amendment to sign',
  'signingLink.strap': 'Contract {{agreement}}, version {{version}}',
  'signingLink.text':
    '{{sender}} proposes an amendment to contract {{agreement}}. {{contact}} can read and sign it for {{controller}} by this link.',
  'signingLink.action': 'Read and sign',
  'signingLink.until':
    'The link is personal. It ends on {{instant expiresAt}}, an hour after signature, or once the amendment is withdrawn.',
  'signingLink.doubt': 'If in doubt, call the number in your contract.',
  'contactTest.subject': '{{mark}}TEST, no breach: confirm that this message reaches you (contract {{agreement}})',
  'contactTest.title': 'This is a test',
  'contactTest.strap': 'Contract {{agreement}}: test of a contact',
  'contactTest.nothing': 'This is a test: there is no incident and no data breach, and nothing else is asked of you.',
  'contactTest.text':
    '{{sender}} checks that its breach notices would reach {{contact}} for {{controller}}, contract {{agreement}}. Confirm by one click that this message has arrived.',
  'contactTest.action': 'Confirm receipt',
  'contactTest.until': 'The link is personal, and ends on {{instant expiresAt}}.',
  'atOnce.acknowledge':
    'Please confirm that you have read this, by the personal link below: name, function and time are recorded.',
  'vulnerability.subject': '{{mark}}Proven vulnerability {{reference}} (contract {{agreement}})',
  'vulnerability.title': 'Proven vulnerability',
  'vulnerability.strap': '{{reference}}, contract {{agreement}}',
  'vulnerability.text':
    '{{sender}} tells {{controller}} at once, under contract {{agreement}} ({{service}}), of a proven vulnerability.',
  'vulnerability.noBreach':
    'This message tells of no data breach. If a breach is suspected or established, a notice of its own tells of it.',
  'vulnerability.proven': 'Proven on',
  'vulnerability.identifier': 'Identifier',
  'vulnerability.what': 'What was found',
  'vulnerability.byPhone': 'Details are given by telephone: call the contact below.',
  'transfer.subject.compulsion': '{{mark}}Legal demand for your data {{reference}} (contract {{agreement}})',
  'transfer.subject.instrument': '{{mark}}Instrument of transfer changed {{reference}} (contract {{agreement}})',
  'transfer.title.compulsion': 'Legal demand for your data',
  'transfer.title.instrument': 'The instrument of a transfer has changed',
  'transfer.text.compulsion':
    '{{sender}} tells {{controller}} at once, under contract {{agreement}} ({{service}}), that the law, a court or an authority demands that personal data of this contract are disclosed or transferred.',
  'transfer.text.instrument':
    '{{sender}} tells {{controller}} at once, under contract {{agreement}} ({{service}}), that what a transfer of personal data of this contract rests on changes, is suspended or falls away.',
  'transfer.forbidden': 'The law forbade us to tell you of it until {{instant until}}.',
  'transfer.known': 'Known to us on',
  'transfer.source.compulsion': 'Demanded by',
  'transfer.source.instrument': 'Instrument',
  'transfer.what.compulsion': 'What is demanded',
  'transfer.what.instrument': 'What changes',
  'transfer.subject.outside':
    '{{mark}}Transfer of your data that was not agreed {{reference}} (contract {{agreement}})',
  'transfer.title.outside': 'A transfer of your data was not agreed',
  'transfer.text.outside':
    '{{sender}} tells {{controller}} at once, under contract {{agreement}} ({{service}}), that personal data of this contract were transferred to a country without a prior written agreement that allows it.',
  'transfer.since': 'Since',
  'transfer.source.outside': 'Recipient',
  'transfer.what.outside': 'What was transferred',
  'transfer.countries': 'Countries',
  'transfer.why': 'Why it was not agreed',
  'transfer.unagreed.notAllowed': 'the contract allows no transfer outside the European Union',
  'transfer.unagreed.otherCountry': 'the contract does not name this country',
  'transfer.unagreed.noSafeguards': 'the contract says no safeguards',
  'transfer.unagreed.notPrior': 'it was authorised after it had begun',
  'contactsDue.subject': '{{mark}}Contacts to test: {{count}} {{plural count one="contract" other="contracts"}}',
  'contactsDue.title': 'Contacts have to be tested',
  'contactsDue.text':
    'In these contracts a contact has not been tested for too long, or its last test failed. A breach notice might not reach it.',
  'contactsDue.line': '{{controller}}, contract {{reference}}: {{ways}} {{plural ways one="way" other="ways"}} to test',
  'contactsDue.todo': 'Open each contract, and start the test of its contacts.',
  'contactsDue.action': 'Open the contracts',
};
