import type { z } from 'zod';
import { type IncidentCommand, IncidentCommand as Command } from '../../../domain/incident/commands';
import { described } from '../../http/described';

type Kind = IncidentCommand['kind'];
type CommandIn<K extends Kind> = Omit<Extract<z.input<typeof Command>, { kind: K }>, 'kind'>;
type CommandOut<K extends Kind> = Omit<Extract<z.output<typeof Command>, { kind: K }>, 'kind'>;
export type BodyOf<K extends Kind> = z.ZodType<CommandOut<K>, CommandIn<K>>;

/** The command's fields without its kind, which the address says. */
function bodyOf<K extends Kind>(
  kind: K,
  id: string,
  description: string,
  fields: { [Name in keyof Required<CommandIn<K>>]: string },
): BodyOf<K> {
  const option = Command.options.find(({ shape }) => shape.kind.value === kind);
  if (option === undefined) throw new TypeError(kind);
  const { kind: _kind, ...shape } = option.shape;
  return described(id, description, shape, fields) as unknown as BodyOf<K>;
}

const BREAK_GLASS = 'why one person acts for two: nobody else could be reached; it is reviewed the next working day';
const HAPPENED =
  'when it happened, not before the first alert; left out: now. When it was written down stands beside it';
const TOUCHED = 'agreements whose data are touched, with our part in each';
const OWN = 'whether data of our own processing are touched';

/** Of a sub-processor's notice, which may come before its incident. */
export const subNoticeWords = {
  chain: 'the sub-processor that told us, then who told it, as far as where it happened; nobody twice, never ourselves',
  alsoFrom: 'further chains like it, where the notice is of several sources; absent: none',
  toldBy: 'person who told it, and in which function',
  email: 'where that person is written to; one of address and telephone is needed',
  phone: 'where that person can be called',
  reference: 'their reference',
  receivedAt: 'instant at which we received it: we are in principle aware from then on',
  certain: 'they are certain: a provisional clock runs from the receipt at once; false: they suspect, and none does',
  nature: 'what was lost, or may be; empty while nobody can say',
  touched: TOUCHED,
  ownProcessing: OWN,
  text: 'what they told, as it came; it stays inside',
  items: 'what of it is passed on to each controller touched, item by item; names no other controller',
  othersConfirmed:
    'a part of a client’s name, or its mail domain, stands in an item: somebody has read it, and it is meant',
};

export const bodies = {
  subNotice: bodyOf('subNotice.receive', 'SubNotice', 'What a sub-processor told of this incident', subNoticeWords),
  subAcknowledgement: bodyOf(
    'subNotice.acknowledge',
    'SubNoticeAcknowledgement',
    'A sub-processor’s signed notice was read',
    {
      subNoticeId: 'the notice, as the incident lists it',
      name: 'name of who has read it',
      function: 'function of who has read it',
      at: HAPPENED,
    },
  ),
  triage: bodyOf('triage.start', 'Triage', 'Somebody looks into it', {
    firstFacts: 'what is known so far',
    at: HAPPENED,
  }),
  dismissal: bodyOf('event.dismiss', 'Dismissal', 'It is nothing; two persons where personal data lie on the system', {
    personalDataOnSystem: 'whether the system holds personal data: a second person is then needed',
    reason: 'why it is nothing',
    breakGlassReason: BREAK_GLASS,
  }),
  eventReopening: bodyOf('event.reopen', 'EventReopening', 'A dismissed event is looked into again', {
    reason: 'what is new',
  }),
  justification: bodyOf('investigation.justify', 'Justification', 'Why the investigation is not at its end', {
    reason: 'why it takes longer',
  }),
  declaration: bodyOf('incident.declare', 'Declaration', 'The event is an incident: harm is probable', {
    incidentKind: 'what kind it is; each kind has its list of evidence',
    severity: 'how grave it is',
    harmed: 'what may be harmed',
    leadId: 'opaque id of the person who leads',
    possibleCrime: 'whether a complaint may come of it',
    basis: 'why harm is probable',
    at: HAPPENED,
  }),
  tell: bodyOf('incident.tell', 'Telling', 'Controllers are told of the incident, breach or not', {
    touched: TOUCHED,
    text: 'what is said to them; names no other controller',
    at: HAPPENED,
  }),
  suspicion: bodyOf('breach.suspect', 'Suspicion', 'Personal data may be touched: provisional clocks run', {
    t0: 'earliest plausible instant; by default the detection, else the alert',
    nature: 'what may be lost; empty while nobody can say',
    touched: TOUCHED,
    ownProcessing: OWN,
    basis: 'why data may be touched',
  }),
  extension: bodyOf(
    'breach.extend',
    'Extension',
    'More controllers, or an earlier beginning; never fewer, never later',
    {
      t0: 'an earlier plausible instant',
      touched: TOUCHED,
      ownProcessing: OWN,
      basis: 'what was found',
    },
  ),
  awareness: bodyOf('aware.set', 'Awareness', 'Reasonable certainty that personal data are compromised', {
    awareAt: 'instant of awareness',
    detectedAt: 'instant of detection of the violation itself; it may be before the first alert',
    nature: 'what was lost: at least one',
    touched: TOUCHED,
    ownProcessing: OWN,
    why: 'what makes it certain',
    gapReason: 'what lies between detection, alert and awareness; needed where one of them is before the first alert',
  }),
  correction: bodyOf(
    'aware.correct',
    'AwarenessCorrection',
    'The instants or the nature were wrong; a second person approves',
    {
      awareAt: 'the right instant of awareness',
      detectedAt: 'the right instant of detection',
      nature: 'the right nature, whole',
      reason: 'how the fault was found',
      breakGlassReason: `${BREAK_GLASS}; never for a later limit`,
    },
  ),
  clockRelease: bodyOf(
    'clock.release',
    'ClockRelease',
    'Ask that the clock runs from the awareness, later than what runs',
    {
      reason: 'why the earlier instant does not govern',
    },
  ),
  ruleOut: bodyOf(
    'breach.ruleOut',
    'RuleOut',
    'It was no breach: clocks are cancelled, whoever was told gets the withdrawal',
    {
      evidenceRefs: 'references of the evidence',
      reason: 'what it proves',
    },
  ),
  measure: bodyOf('measure.add', 'NewMeasure', 'What was done, or is proposed', {
    measureKind: 'what the measure is for',
    status: 'taken, or proposed to the controller',
    at: 'when it was taken, or when it would be',
    agreementId: 'the controller that it concerns; null for all',
    what: 'what is done',
    owner: 'who answers for it',
    recoveredData: 'which data it brings back',
  }),
  facts: bodyOf('facts.record', 'NewFacts', 'What is known; a field left out is not changed', {
    agreementId: 'the controller whose part it is, seen by no other; null for what is common',
    cause: 'cause',
    origin: 'origin',
    natureAdded: 'only ever adds; taking away is a correction',
    data: 'categories of data',
    sensitive: 'sensitive categories',
    personCategories: 'categories of persons',
    persons: 'approximate number of persons; null: not known at this stage',
    records: 'approximate number of records; null: not known at this stage',
    ongoing: 'whether it goes on; null: not known',
    malicious: 'whether it was meant; null: not known',
    attackKnownAt: 'instant at which an attack was known',
    beganAt: 'instant at which it began',
    endedAt: 'instant at which it ended',
    consequences: 'what happened to the data',
    harms: 'what persons may suffer',
    description: 'what happened; null takes it back',
    consequencesText: 'likely consequences, our view; null takes it back',
    systems: 'systems concerned; null takes it back',
  }),
  note: bodyOf('note.add', 'NewNote', 'A note', {
    class: 'counsel notes stand in no extract',
    text: 'the note',
    at: HAPPENED,
  }),
  regimeConcern: bodyOf('regime.concern', 'IncidentRegimeApplies', 'Another law applies to an incident', {
    regime: 'the neighbouring regime',
    triggerAt: 'what its limits count from',
    reason: 'why it applies: the fact that starts it',
    facts: 'facts on which its stages depend',
  }),
  regimeExclude: bodyOf('regime.exclude', 'IncidentRegimesDoNotApply', 'Which other laws do not apply', {
    regimes: 'regimes that do not apply',
    reason: 'why they do not',
  }),
  regimeRecord: bodyOf('regime.record', 'IncidentRegimeStageDone', 'What was done under another law', {
    regime: 'the neighbouring regime',
    stage: 'what was done',
    sentAt: 'when it left',
    receipt: 'number of the receipt, or another reference',
    delayText: 'why it left after its limit',
  }),
  lawMove: bodyOf('law.move', 'IncidentLawMove', 'Under which law limits that run are to run', {
    regime: 'the neighbouring regime whose limits run',
    profileId: 'law profile under which they are to run',
    reason: 'why',
  }),
  closure: bodyOf('incident.close', 'IncidentClosure', 'Every notice is closed, lessons are written', {
    consequences: 'what happened to the data in the end',
    holdsDecided: 'whether it is decided what is kept as evidence',
    lessons: 'what is learnt',
  }),
  reopening: bodyOf('incident.reopen', 'IncidentReopening', 'A closed incident goes on', { reason: 'what is new' }),
  review: bodyOf('breakGlass.review', 'BreakGlassReview', 'Another person judges that one acted for two', {
    breakGlassSeq: 'entry in which one person acted for two',
    verdict: 'whether it stands',
    remark: 'what there is to say',
  }),
};
