import type { z } from 'zod';
import { writtenExample } from './commands';
import { scoreExample } from './riskExample';
import type { CaseRow, CaseView } from './views';

export const rowExample: z.output<typeof CaseRow> = {
  id: writtenExample.id,
  ref: writtenExample.ref,
  stage: 'BREACH',
  origin: 'processor',
  agreementId: '0199e1f0-0000-7000-8000-000000000020',
  incidentId: null,
  exercise: false,
  receivedAt: '2026-03-10T13:20:00.000Z',
  revision: 4,
  risk: null,
  authority: 'PENDING',
  persons: 'UNDECIDED',
  clock: {
    status: 'confirmed',
    t0: '2026-03-10T13:20:00.000Z',
    lawProfile: 'EU-2025-01-17',
    awareAt: '2026-03-10T13:20:00.000Z',
    strict: '2026-03-13T13:20:00.000Z',
    reg1182: '2026-03-13T14:00:00.000Z',
    state: 'running',
  },
};

export const caseExample: z.output<typeof CaseView> = {
  ...rowExample,
  nature: ['confidentiality'],
  followed: null,
  told: [
    {
      seq: 21,
      kind: 'notice',
      receivedAt: '2026-03-10T13:20:00.000Z',
      reference: 'AV-arcadia',
      version: 1,
      from: 'Prestataire d’enquêtes',
      text: 'Un classeur a été envoyé à un tiers.',
    },
  ],
  advices: [],
  scores: [scoreExample],
  decisions: [],
  competence: {
    rule: 'territory',
    lacks: null,
    from: 'zone',
    toTell: [{ country: 'FR', toldAt: null, dueAt: '2026-03-13T13:20:00.000Z' }],
    asksCrossBorder: false,
    name: [],
    outside: [],
  },
  authorities: [],
  processor: { acknowledged: [], questions: [], measures: [] },
  regimes: {
    unanswered: ['nis2', 'dora'],
    answers: [
      {
        seq: 23,
        byId: '0199e1f0-0000-7000-8000-000000000003',
        at: '2026-03-10T15:00:00.000Z',
        regime: 'ukGdpr',
        concerned: 'yes',
        reason: 'Des locataires au Royaume-Uni sont suivis.',
        triggerAt: '2026-03-10T13:20:00.000Z',
        profileId: 'UK-2025-08-20',
        facts: { highRisk: 'no' },
        implied: false,
      },
    ],
    stages: [
      {
        regime: 'ukGdpr',
        stage: 'notification',
        state: 'running',
        t0: '2026-03-10T13:20:00.000Z',
        dueAt: '2026-03-13T13:20:00.000Z',
        reg1182: null,
        noonAt: null,
        sentAt: null,
        optional: false,
      },
    ],
    sent: [],
  },
  telling: { state: 'UNDECIDED', requiredAt: null, exemption: null, draft: null, published: null, tellings: [] },
  approvals: [],
  recordRegion: 'OPEN',
  recordNeeds: [{ field: 'description', state: 'missing', reason: null, knownBy: null }],
  processorSays: [{ field: 'persons', value: { amount: 'approx', count: 40 }, version: 1, differs: false }],
  files: [],
  owed: ['the risk has not been decided', 'the authority has not been told'],
  closedAt: null,
};
