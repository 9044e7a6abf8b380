import { bodies } from './bodies';
import { commandRoute } from './commands';

const [alertedAt, sentAt] = ['2026-05-13T08:00:00.000Z', '2026-05-13T18:00:00.000Z'];

/** Other laws under which an incident may have to be told, whoever controls the data (docs/domain.md section 6). */
export const incidentRegimeRoutes = [
  commandRoute({
    kind: 'regime.concern',
    at: 'regimes/concerned',
    operationId: 'answerIncidentRegimeApplies',
    summary: 'Record that another law applies to an incident',
    description:
      'From its trigger its own limits run. An answer that puts off a limit that runs asks for DPO and management. Refused where the case of our own processing has the answer.',
    body: bodies.regimeConcern,
    example: { regime: 'nis2', triggerAt: alertedAt, reason: 'Le service est arrêté pour tous.' },
  }),
  commandRoute({
    kind: 'regime.exclude',
    at: 'regimes/excluded',
    operationId: 'answerIncidentRegimesDoNotApply',
    summary: 'Record which other laws do not apply to an incident',
    description: 'For one and the same reason. Where a limit runs, it asks for DPO and management.',
    body: bodies.regimeExclude,
    example: { regimes: ['dora', 'psd2'], reason: 'Nous ne sommes pas une entité financière.' },
  }),
  commandRoute({
    kind: 'regime.record',
    at: 'regimes/stages',
    operationId: 'recordIncidentRegimeStage',
    summary: 'Record what was done of an incident under another law',
    description: 'With its receipt. What left after its limit gives its reasons.',
    body: bodies.regimeRecord,
    example: { regime: 'nis2', stage: 'earlyWarning', sentAt, receipt: 'CERT-2026-77' },
  }),
  commandRoute({
    kind: 'law.move',
    at: 'law-moves',
    operationId: 'moveIncidentToLaw',
    summary: 'Move limits of an incident to another law',
    description:
      'A law that comes into force moves no limit that runs: the DPO and management do, together. Refused where none runs, or the law is its own or is not in force.',
    body: bodies.lawMove,
    example: { regime: 'ukTelecom', profileId: 'UK-2025-08-20', reason: 'La loi nouvelle est en vigueur.' },
  }),
];
