import type { notice as french } from '../fr/notice';

export const notice: Record<keyof typeof french, string> = {
  'notice.subject.initial': '{{mark}}Personal data breach notice, ref. {{reference}}, version {{version}} (initial)',
  'notice.subject.complete': '{{mark}}Personal data breach notice, ref. {{reference}}, version {{version}} (complete)',
  'notice.subject.protective':
    '{{mark}}Personal data breach notice, ref. {{reference}}, version {{version}} (initial, sent automatically)',
  'notice.title': 'Personal data breach notice',
  'notice.titleSuspected': 'Notice of a suspected personal data breach',
  'notice.strap': 'Ref. {{reference}} · version {{version}} · contract {{agreement}}',

  'notice.protective':
    'Automatic protective notice. This document left without being read by a person, ahead of the contractual limit of {{instant dueAt}}, so that the controller is told in time. It holds only what was recorded at that instant. What is not known is said to be so; a supplement will follow.',
  'notice.protectiveLate':
    'Automatic notice. This document left without being read by a person, because no notice was recorded as sent at the contractual limit of {{instant dueAt}}. It holds only what was recorded at that instant. What is not known is said to be so; a supplement will follow.',
  'notice.provisional':
    'Provisional starting point. As a precaution the contractual period is counted from {{instant t0}}. That instant is still to be confirmed; a supplement will say whether it is confirmed, corrected or without object.',
  'notice.toldCertain':
    'Our sub-processor holds the breach to be certain (item f). Only our own starting point is provisional: as a precaution the contractual period is counted from {{instant t0}}; a supplement will say whether it is confirmed, corrected or without object.',
  'notice.lateNoReason':
    'This document leaves after the contractual limit of {{instant dueAt}}. The reason for the delay is not determined at this stage and will be given.',
  'notice.late': 'This document leaves after the contractual limit of {{instant dueAt}}. Reason: {{reason}}',

  'brief.title': 'In brief',
  'brief.what': 'Subject',
  'brief.what.established':
    'Personal data breach, reported by the processor, {{sender}}, to the controller, {{controller}}.',
  'brief.what.suspected':
    'Suspected personal data breach, not established at this stage, reported by the processor, {{sender}}, to the controller, {{controller}}.',
  'brief.what.toldCertain':
    'Personal data breach, certain according to our sub-processor (item f), reported by the processor, {{sender}}, to the controller, {{controller}}. Our own checks are under way.',
  'brief.open': 'Still unknown',
  'brief.open.none': 'nothing: items c, d and e have an answer',
  'brief.limit': 'Your time limit',
  'brief.limit.value': 'notification to the supervisory authority, where required: by {{instant dueAt}} (item i)',
  'brief.ask': 'What is asked',
  'brief.ask.value': 'acknowledge receipt (item j)',

  'timeline.title': '0. Timeline',
  'timeline.alerted': 'First alert',
  'timeline.detected': 'Detection of the breach',
  'timeline.aware': 'Processor became aware',
  'timeline.suspected': 'not established at this stage: the breach is suspected',
  'timeline.toldCertain': 'to be confirmed by us; our sub-processor holds the breach to be certain (item f)',
  'timeline.due': 'Contractual limit ({{length}})',
  'timeline.sent': 'This version sent',

  'items.a': 'a) Nature',
  'items.b': 'b) Contact point',
  'items.c': 'c) Persons and records',
  'items.d': 'd) Likely consequences',
  'items.e': 'e) Measures',

  'a.stage': 'Facts known at the instant of sending, subject to checks under way.',
  'a.types': 'What is affected',
  'a.typesSuspected': 'What may be affected',
  'a.circumstances': 'Circumstances',
  'a.systems': 'Systems',
  'a.origin': 'Origin',
  'a.cause': 'Cause',
  'a.ongoing': 'Ongoing?',
  'a.beganAt': 'Began, about',
  'a.endedAt': 'Ended, about',

  'b.intro': 'For any question about this breach:',

  'c.persons': 'Number of persons',
  'c.records': 'Number of records',
  'c.personCategories': 'Categories of persons',
  'c.dataCategories': 'Categories of data',
  'c.scope': 'At most, by Annex 1 of the contract. Persons: {{persons}}. Data: {{data}}.',

  'd.view': 'Processor’s technical view. The risk for the persons is for the controller to assess.',

  'e.taken': 'Measures taken',
  'e.proposed': 'Measures proposed',
  'e.toDecide': 'Measures to decide with you',
  'e.what': 'Measure',
  'e.by': 'In charge',
  'e.at': 'Date',
  'e.none': 'No measure is recorded at this stage.',
  'e.undated': 'date not determined at this stage',
  'e.nobody': 'not determined at this stage',

  'f.title': 'f) Sub-processors',
  'f.none': 'Annex 1 of the contract declares no sub-processor.',
  'f.name': 'Sub-processor',
  'f.service': 'Service',
  'f.authorised': 'Authorised by contract',
  'f.touched': 'Concerned',
  'f.unauthorised':
    'A sub-processor that the contract does not authorise is listed above; the controller is hereby informed of it.',

  'f.told': 'Told by our sub-processor {{name}}',
  'f.toldChain': 'Came from',
  'f.toldVia': '{{name}}, told by {{below}}',
  'f.toldTier': 'Tier of origin (processor: 1)',
  'f.toldReceived': 'Received',
  'f.toldReference': 'Its reference',
  'f.toldState': 'State',
  'f.toldCertain': 'certain, by its account',
  'f.toldSuspicion': 'a suspicion only, by its account',

  'g.title': 'g) Items to follow',
  'g.none': 'Nothing is announced: items c, d and e have an answer.',
  'g.item': 'Item',
  'g.state': 'State and date',

  'h.title': 'h) Evidence and complaint',
  'h.evidence': 'Evidence kept',
  'h.complaint': 'Complaint',

  'i.title': 'i) Your time limits',
  'i.thisSending':
    'Article 33 GDPR: where the breach is likely to result in a risk to persons, the supervisory authority is to be notified within {{hours}} {{plural count one="hour" other="hours"}} after the controller has become aware of it. Counted from the sending of this document, that period would end on {{instant dueAt}}.',
  'i.firstSending':
    'Article 33 GDPR: where the breach is likely to result in a risk to persons, the supervisory authority is to be notified within {{hours}} {{plural count one="hour" other="hours"}} after the controller has become aware of it. Counted from the sending of the first notice, that period would end on {{instant dueAt}}. This version does not open it again.',
  'i.earlier':
    'This reckoning presumes awareness at the instant of sending. Earlier awareness would start the period sooner. Missing information may be given to the authority in phases; a later notification comes with the reasons for the delay.',
  'i.persons':
    'Article 34 GDPR: where the risk to persons is likely to be high, they are to be told without undue delay.',
  'i.notAuthority': 'This notice is addressed to no supervisory authority.',

  'annexes.title': 'Annexes',
  'annexes.none': 'No annex.',
  'annexes.line': '{{name}} ({{key}})\nSHA-256: {{sha256}}',
  'annexes.encrypted': 'encrypted; key sent separately, by {{channel}}',
  'annexes.encryptedNoChannel': 'encrypted; key sent by a separate channel',
  'annexes.plain': 'not encrypted',

  'supplement.subject': '{{mark}}Personal data breach notice, ref. {{reference}}, version {{version}} (supplement)',
  'supplement.title': 'Supplement to a personal data breach notice',
  'supplement.previous': 'Previous version',
  'supplement.previousSent': 'version {{version}}, sent on {{instant sentAt}}',
  'supplement.previousAcked': 'version {{version}}, whose receipt was acknowledged on {{instant ackedAt}}',
  'supplement.previousUnsent': 'version {{version}}, whose sending is not confirmed',
  'supplement.changes': 'What changes',
  'supplement.item': 'Item',
  'supplement.before': 'Before',
  'supplement.after': 'After',
  'supplement.absent': 'not stated',
  'supplement.noChange': 'No item has changed since the previous version.',
  'supplement.timelineItem': '0. Timeline',
  'supplement.completed': 'Items c, d, e completed',
  'supplement.completedNone': 'This version completes none of items c, d and e.',
  'supplement.unknown': 'Still unknown and why',
  'supplement.unknownNone': 'Nothing: items c, d and e have an answer.',
  'supplement.whole': 'The whole notice, as it now stands, follows.',
  'supplement.clock.confirmed': 'The starting point of the period, provisional so far, is confirmed: {{instant t0}}.',
  'supplement.clock.corrected':
    'The starting point of the period is corrected: {{instant t0}}. The contractual limit is {{instant dueAt}}.',
  'supplement.clock.natureChanged':
    'The nature of the breach has been specified. The contractual limit is {{instant dueAt}}.',

  'withdrawal.subject': '{{mark}}Withdrawal of a personal data breach notice, ref. {{reference}}, version {{version}}',
  'withdrawal.title': 'Withdrawal of a personal data breach notice',
  'withdrawal.versions': 'Versions withdrawn',
  'withdrawal.versionSent': 'version {{version}} ({{bracketed sentAt}})',
  'withdrawal.versionAcked': 'version {{version}} (receipt acknowledged on {{instant ackedAt}})',
  'withdrawal.versionUnsent': 'version {{version}} (sending not confirmed)',
  'withdrawal.finding': 'Finding',
  'withdrawal.ruledOut':
    'On {{instant at}} the processor found that this was not a personal data breach concerning this processing.',
  'withdrawal.proof': 'Proof',
  'withdrawal.evidence':
    '{{number count}} {{plural count one="item" other="items"}} of evidence kept with the case, available on request',
  'withdrawal.evidenceNone': 'Nothing is enclosed; the reasoning is kept in the journal and available on request',
  'withdrawal.clocks': 'Effect on time limits',
  'withdrawal.clocksOurs':
    'The contractual periods opened by this notice are closed. The entries of the journal are kept.',
  'withdrawal.clocksYours':
    'The Article 33 GDPR period recalled in this notice is, in the processor’s view, without object. The assessment is for the controller. If the supervisory authority has been notified already, it can be told of this finding.',
  'withdrawal.contact': 'Contact point',
  'withdrawal.acknowledge': 'Please acknowledge',
};
