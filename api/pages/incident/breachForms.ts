import type { IncidentCommand } from '../../../domain/incident/commands';
import { faultsOfAwareness, faultsOfSuspicion } from '../../../domain/incident/decideBreach';
import type { Incident } from '../../../domain/incident/incident';
import { proposedAwareness } from '../../../domain/incident/subNotice';
import type { Question } from '../forms/question';
import type { Sheet } from '../forms/sheet';
import { area, moment, nature, natureIn, reason } from '../forms/kit';
import { type Around, breakGlass, type CommandForm, isOwn, ownProcessing, touched, touchedIn } from './formKit';

/** Each contract with the instant from which its limit will run, before anybody records one. */
function touchedByLimit(around: Around): Question {
  const question = { ...touched(around), either: ['ownProcessing'] };
  const options = around.agreements.map((option) => ({ ...option, more: around.limits.get(option.value) ?? null }));
  return { ...question, options };
}

/** Where there is one contract, and nothing is known to be touched yet, it is ticked, and said to be. */
function onlyOne(question: Question, { agreements, incident }: Around): Question {
  const [first, second] = agreements;
  if (first === undefined || second !== undefined || incident.touched.length > 0 || incident.ownProcessing)
    return question;
  return { ...question, start: first.value, hint: { key: 'ask.touchedOnly' } };
}

/** The same, with when it would end: of a suspicion, whose instant is presumed where nobody says an earlier one. */
function touchedByEnd(around: Around): Question {
  const question = touchedByLimit(around);
  const options = (question.options ?? []).map((option) => ({
    ...option,
    ending: around.ends.get(option.value) ?? null,
  }));
  return { ...question, options };
}

/** Facts that are known to the second, while pages show and people type minutes. */
const factsOf = ({ incident: { report, clock } }: Around): string[] =>
  [report.alertedAt, clock.detectedAt].filter((at) => at !== null);

const earliest = (around: Around): Question =>
  moment('t0', 'ask.t0', around.zone, null, {
    optional: true,
    hint: { key: 'ask.t0Hint' },
    near: [around.incident.report.alertedAt],
  });

/** Where a sub-processor told us, we detected it by that. */
function detected(around: Around): Question {
  const detectedAt = around.incident.clock.detectedAt ?? proposedAwareness(around.incident)?.awareAt ?? null;
  return moment('detectedAt', 'ask.detectedAt', around.zone, detectedAt, {
    near: factsOf(around),
    canBeNow: detectedAt === null,
  });
}

const aware = (around: Around, start: string | null): Question =>
  moment('awareAt', 'ask.awareAt', around.zone, start, {
    near: factsOf(around),
    notBefore: 'detectedAt',
    canBeNow: start === null,
  });

/** What is touched was said already, with the suspicion. */
const isKnown = ({ incident }: Around): boolean => incident.touched.length > 0 || incident.ownProcessing;

/** `why`: what explains an instant before the first alert; that it is missing may be another fault. */
function awarenessIn({ instantOr }: Sheet, incident: Incident, now: Date, why: string | null) {
  const instants = { detectedAt: instantOr('detectedAt'), awareAt: instantOr('awareAt') };
  return faultsOfAwareness(incident, { ...instants, why }, now);
}

/** What moves the clocks of a breach (domain rules sections 3.3 and 7.1). */
export const breachForms = {
  'breach.suspect': {
    intro: [{ key: 'ask.suspectIntro' }],
    questions: (around) => [
      onlyOne(touchedByEnd(around), around),
      ownProcessing,
      nature(true),
      earliest(around),
      area('basis', 'ask.basis'),
    ],
    judge: (sheet, incident, now) => faultsOfSuspicion(incident, sheet.instantOr('t0'), now),
    command: (sheet) => ({
      kind: 'breach.suspect',
      t0: sheet.instantOr('t0'),
      nature: natureIn(sheet),
      touched: touchedIn(sheet),
      ownProcessing: isOwn(sheet),
      basis: sheet.text('basis'),
    }),
  },
  'breach.extend': {
    intro: [],
    questions: (around) => [
      { ...touchedByLimit(around), either: ['ownProcessing', 't0'] },
      ownProcessing,
      earliest(around),
      area('basis', 'ask.basis'),
    ],
    command: (sheet) => ({
      kind: 'breach.extend',
      t0: sheet.instantOr('t0'),
      touched: touchedIn(sheet),
      ownProcessing: isOwn(sheet),
      basis: sheet.text('basis'),
    }),
  },
  'aware.set': {
    intro: [{ key: 'ask.awareIntro' }],
    warning: { key: 'ask.awareWarning' },
    questions: (around) => [
      onlyOne({ ...touchedByLimit(around), optional: isKnown(around) }, around),
      ownProcessing,
      nature(false, around.incident.clock.nature),
      detected(around),
      aware(around, proposedAwareness(around.incident)?.awareAt ?? null),
      area('why', 'ask.why'),
      area('gapReason', 'ask.gapReason', { optional: true, hint: { key: 'ask.gapReasonHint' } }),
    ],
    judge: (sheet, incident, now) => awarenessIn(sheet, incident, now, sheet.textOr('gapReason')),
    command: (sheet) => ({
      kind: 'aware.set',
      awareAt: sheet.instant('awareAt'),
      detectedAt: sheet.instant('detectedAt'),
      nature: natureIn(sheet),
      touched: touchedIn(sheet),
      ownProcessing: isOwn(sheet),
      why: sheet.text('why'),
      gapReason: sheet.textOr('gapReason'),
    }),
  },
  'aware.correct': {
    intro: [{ key: 'ask.correctIntro' }],
    questions: (around) => [
      detected(around),
      aware(around, around.incident.clock.awareAt ?? around.incident.clock.provisionalT0),
      nature(false, around.incident.clock.nature),
      reason,
      breakGlass,
    ],
    judge: (sheet, incident, now) => awarenessIn(sheet, incident, now, sheet.text('reason')),
    command: (sheet) => ({
      kind: 'aware.correct',
      awareAt: sheet.instant('awareAt'),
      detectedAt: sheet.instant('detectedAt'),
      nature: natureIn(sheet),
      reason: sheet.text('reason'),
      breakGlassReason: sheet.textOr('breakGlassReason'),
    }),
  },
  'clock.release': {
    intro: [{ key: 'approval.lateToo' }],
    questions: () => [reason],
    command: (sheet) => ({ kind: 'clock.release', reason: sheet.text('reason') }),
  },
  'breach.ruleOut': {
    intro: [{ key: 'ask.ruleOutIntro' }],
    grave: true,
    questions: () => [
      area('evidenceRefs', 'ask.evidenceRefs', { hint: { key: 'ask.evidenceHint' } }),
      area('reason', 'ask.reason'),
    ],
    command: (sheet) => ({
      kind: 'breach.ruleOut',
      evidenceRefs: sheet.lines('evidenceRefs'),
      reason: sheet.text('reason'),
    }),
  },
} satisfies Partial<Record<IncidentCommand['kind'], CommandForm>>;
