import { commandRoute } from './commands';

const [receivedAt, sentAt] = ['2026-03-10T13:20:00.000Z', '2026-03-11T09:00:00.000Z'];

/** Other laws under which the same incident may have to be told (docs/domain.md section 6). */
export const regimeRoutes = [
  commandRoute({
    kind: 'regime.concern',
    at: 'regimes/concerned',
    operationId: 'answerRegimeApplies',
    summary: 'Record that another law applies',
    description:
      'From its trigger its own limits run. An answer that puts off a limit that runs asks for DPO and management.',
    body: 'RegimeApplies',
    example: {
      regime: 'ukGdpr',
      triggerAt: receivedAt,
      reason: 'Des locataires au Royaume-Uni sont suivis.',
      facts: { highRisk: 'no' },
    },
  }),
  commandRoute({
    kind: 'regime.exclude',
    at: 'regimes/excluded',
    operationId: 'answerRegimesDoNotApply',
    summary: 'Record which other laws do not apply',
    description: 'For one and the same reason. Where a limit runs, it asks for DPO and management.',
    body: 'RegimesDoNotApply',
    example: { regimes: ['dora', 'psd2'], reason: 'L’office n’est pas une entité financière.' },
  }),
  commandRoute({
    kind: 'regime.record',
    at: 'regimes/stages',
    operationId: 'recordRegimeStage',
    summary: 'Record what was done under another law',
    description: 'With its receipt. What left after its limit gives its reasons.',
    body: 'RegimeStageDone',
    example: { regime: 'ukGdpr', stage: 'notification', sentAt, receipt: 'ICO-2026-77' },
  }),
];
