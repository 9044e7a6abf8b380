import type { IncidentCommand } from '../../../domain/incident/commands';
import type { Incident } from '../../../domain/incident/incident';
import type { IncidentKind, SignalKind } from '../../../domain/incident/vocabulary';
import type { Question } from '../forms/question';
import { area, options, reason, yesNo, yesNoUnknown } from '../forms/kit';
import { breakGlass, type CommandForm, touched, touchedIn } from './formKit';

const kinds = options('kind', [
  'ransomware',
  'intrusion',
  'phishing',
  'ddos',
  'defacement',
  'accountTakeover',
  'dataLeak',
  'deviceLostOrStolen',
  'other',
]);

const withReason = (kind: 'event.reopen' | 'investigation.justify' | 'incident.reopen'): CommandForm => ({
  intro: [],
  questions: () => [reason],
  command: (sheet) => ({ kind, reason: sheet.text('reason') }),
});

/** What the signal says it looks like, where an incident of that kind exists: shown as the signal's word, to be changed. */
function kindSignalled({ report }: Incident): Pick<Question, 'start' | 'hint'> {
  const start = kindOf[report.kind];
  return start === undefined ? {} : { start, hint: { key: 'ask.kindSignalled' } };
}

const kindOf: Partial<Record<SignalKind, IncidentKind>> = {
  intrusion: 'intrusion',
  loss: 'deviceLostOrStolen',
  theft: 'deviceLostOrStolen',
};

/** From a signal to an incident and to its end (domain rules section 7.1). */
export const stageForms = {
  'triage.start': {
    intro: [{ key: 'ask.triageIntro' }],
    questions: () => [area('firstFacts', 'ask.firstFacts', { optional: true })],
    command: (sheet) => ({ kind: 'triage.start', firstFacts: sheet.textOr('firstFacts') }),
  },
  'event.dismiss': {
    intro: [{ key: 'ask.dismissIntro' }],
    questions: () => [
      {
        name: 'personalDataOnSystem',
        kind: 'pick',
        label: { key: 'ask.personalDataOnSystem' },
        options: yesNo,
        missing: 'err.choose',
      },
      reason,
      breakGlass,
    ],
    command: (sheet) => ({
      kind: 'event.dismiss',
      personalDataOnSystem: sheet.text('personalDataOnSystem') === 'yes',
      reason: sheet.text('reason'),
      breakGlassReason: sheet.textOr('breakGlassReason'),
    }),
  },
  'event.reopen': withReason('event.reopen'),
  'investigation.justify': withReason('investigation.justify'),
  'incident.reopen': withReason('incident.reopen'),
  'incident.declare': {
    intro: [{ key: 'ask.declareIntro' }],
    questions: ({ people, incident }) => [
      {
        name: 'incidentKind',
        ...kindSignalled(incident),
        kind: 'select',
        label: { key: 'ask.incidentKind' },
        options: [{ value: '', label: { key: 'ask.optionalEmpty' } }, ...kinds],
        missing: 'err.choose',
      },
      {
        name: 'severity',
        kind: 'pick',
        label: { key: 'ask.severity' },
        options: options('severity', ['low', 'medium', 'high', 'critical']),
        missing: 'err.choose',
      },
      {
        name: 'harmed',
        kind: 'pick',
        label: { key: 'ask.harmed' },
        options: options('harmed', ['activity', 'security', 'both']),
        missing: 'err.choose',
      },
      { name: 'leadId', kind: 'select', label: { key: 'ask.lead' }, options: people },
      {
        name: 'possibleCrime',
        kind: 'pick',
        label: { key: 'ask.possibleCrime' },
        options: yesNoUnknown,
        missing: 'err.choose',
      },
      area('basis', 'ask.basis'),
    ],
    command: (sheet) => ({
      kind: 'incident.declare',
      incidentKind: sheet.text('incidentKind'),
      severity: sheet.text('severity'),
      harmed: sheet.text('harmed'),
      leadId: sheet.text('leadId'),
      possibleCrime: sheet.text('possibleCrime'),
      basis: sheet.text('basis'),
    }),
  },
  'incident.tell': {
    intro: [{ key: 'ask.tellIntro' }],
    submit: 'ask.tellGo',
    warning: { key: 'ask.tellWarning' },
    questions: (around) => [touched(around), area('text', 'ask.tellText')],
    command: (sheet) => ({ kind: 'incident.tell', touched: touchedIn(sheet), text: sheet.text('text') }),
  },
  'incident.close': {
    intro: [],
    questions: () => [
      {
        name: 'consequences',
        kind: 'checks',
        label: { key: 'ask.consequences' },
        options: options('consequence', ['loss', 'disclosure', 'alteration']),
        optional: true,
      },
      {
        name: 'holdsDecided',
        kind: 'checks',
        label: { key: 'ask.holdsDecided' },
        options: [{ value: 'yes', label: { key: 'ask.holdsDecidedYes' } }],
        missing: 'err.holds',
      },
      area('lessons', 'ask.lessons'),
    ],
    command: (sheet) => ({
      kind: 'incident.close',
      consequences: sheet.ticked('consequences'),
      holdsDecided: sheet.ticked('holdsDecided').length > 0,
      lessons: sheet.text('lessons'),
    }),
  },
  'breakGlass.review': {
    intro: [],
    questions: ({ incident }) => [
      {
        name: 'breakGlassSeq',
        kind: 'select',
        label: { key: 'ask.review' },
        options: incident.breakGlasses
          .filter(({ reviewed }) => reviewed === null)
          .map(({ seq, reason: why }) => ({ value: String(seq), label: `${seq} · ${why ?? ''}` })),
      },
      {
        name: 'verdict',
        kind: 'pick',
        label: { key: 'ask.verdict' },
        options: options('ask', ['confirmed', 'contested']),
        missing: 'err.choose',
      },
      area('remark', 'ask.remark', { optional: true }),
    ],
    command: (sheet) => ({
      kind: 'breakGlass.review',
      breakGlassSeq: Number(sheet.text('breakGlassSeq')),
      verdict: sheet.text('verdict'),
      remark: sheet.textOr('remark'),
    }),
  },
} satisfies Partial<Record<IncidentCommand['kind'], CommandForm>>;
