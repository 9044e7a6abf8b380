import type { z } from 'zod';
import type { IncidentRow, IncidentView } from './views';

export const rowExample: z.output<typeof IncidentRow> = {
  id: '0199e1f0-0000-7000-8000-000000000010',
  ref: 'INC-2026-12',
  receipt: 'SIG-2026-9',
  word: 'breach',
  stage: 'BREACH',
  exercise: false,
  kind: 'deviceLostOrStolen',
  severity: 'high',
  alertedAt: '2026-05-13T07:50:00.000Z',
  alertedDay: null,
  revision: 5,
  clock: {
    status: 'confirmed',
    provisionalT0: '2026-05-13T08:00:00.000Z',
    awareAt: '2026-05-13T20:00:00.000Z',
    detectedAt: '2026-05-13T08:00:00.000Z',
    nature: ['confidentiality'],
    held: { detection: '2026-05-13T08:00:00.000Z', confidentiality: '2026-05-13T08:00:00.000Z' },
    changedAt: '2026-05-13T20:05:00.000Z',
  },
};

export const incidentExample: z.output<typeof IncidentView> = {
  ...rowExample,
  report: {
    text: 'Ordinateur portable volé dans un train.',
    source: 'person',
    channel: 'phone',
    looksLike: 'theft',
    alertedAt: '2026-05-13T07:50:00.000Z',
    detectedAt: '2026-05-13T08:00:00.000Z',
    receivedAt: '2026-05-13T07:55:00.000Z',
    declarant: { name: 'Lou Fictif', email: 'lou@exemple.fr', phone: null },
    systems: ['POSTE-12'],
  },
  leadId: '0199e1f0-0000-7000-8000-000000000002',
  touched: [{ agreementId: '0199e1f0-0000-7000-8000-000000000020', role: 'processor' }],
  ownProcessing: false,
  facts: { cause: 'external-malicious', origin: 'equipment-lost-or-stolen' },
  factsByAgreement: {},
  measures: [],
  notes: [],
  approvals: [],
  clockHistory: [],
  breakGlasses: [],
  closedAt: null,
};
