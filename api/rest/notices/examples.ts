import type { z } from 'zod';
import type { Items } from '../../../domain/notice/items';
import type { NoticeRow, NoticeView } from './views';

export const itemsExample: Items = {
  a: 'Ordinateur portable non chiffré volé dans un train le 13 mai 2026.',
  b: [{ name: 'Sacha Gabarit', role: 'DPO', email: 'dpo@exemple.fr', phone: '+33 1 99 00 00 11', always: true }],
  c: { answer: 'toFollow', eta: '2026-05-15T08:00:00.000Z' },
  d: { answer: 'value', text: 'Sollicitations frauduleuses possibles.' },
  e: { answer: 'value', text: 'Comptes fermés, mots de passe changés.' },
};

export const rowExample: z.output<typeof NoticeRow> = {
  id: '0199e1f0-0000-7000-8000-000000000040',
  reference: 'AV-7KQ2-M4XD',
  revision: 1,
  purpose: 'breach',
  exercise: false,
  incidentId: '0199e1f0-0000-7000-8000-000000000010',
  agreementId: '0199e1f0-0000-7000-8000-000000000020',
  controller: 'Communauté d’agglomération du Val Témoin',
  delivery: 'DRAFT',
  content: 'OPEN',
  life: 'OPEN',
  clock: {
    t0: '2026-05-13T08:00:00.000Z',
    dueAt: '2026-05-14T08:00:00.000Z',
    provisional: false,
    protectAt: '2026-05-14T07:00:00.000Z',
    dischargedAt: null,
  },
};

export const noticeExample: z.output<typeof NoticeView> = {
  ...rowExample,
  draft: { a: itemsExample.a, b: null, c: null, d: null, e: null },
  subNotices: [],
  letter: {
    facts: {
      nature: ['confidentiality'],
      cause: 'external-malicious',
      origin: null,
      ongoing: 'no',
      systems: ['Poste 12'],
      severity: 'high',
      text: null,
      ruledOut: null,
      toldBySubs: [],
    },
    measures: {
      taken: [{ what: 'Comptes fermés.', by: 'Astreinte', at: '2026-05-13T09:00:00.000Z' }],
      proposed: [],
      toDecide: [],
    },
    chronology: {
      alertedAt: '2026-05-13T08:00:00.000Z',
      detectedAt: '2026-05-13T08:00:00.000Z',
      awareAt: '2026-05-13T08:00:00.000Z',
      status: 'confirmed',
      t0: '2026-05-13T08:00:00.000Z',
      dueAt: '2026-05-14T08:00:00.000Z',
    },
    contract: { agreementId: '0199e1f0-0000-7000-8000-000000000020', version: 1 },
    recipients: [
      { contactId: 'c1', name: 'Camille Exemple', ways: [{ channel: 'email', address: 'camille@exemple.fr' }] },
    ],
  },
  othersNamed: [],
  versions: [],
  acknowledgements: [],
  questions: [],
  files: [],
  measures: [],
  calls: [],
  handed: [],
  explained: [],
  closedAt: null,
  closedOn: null,
};

export const callExample = {
  deliverableId: 'acknowledgement-1-4-c1-phone',
  to: { kind: 'contact' as const, id: 'c1' },
  since: '2026-03-27T22:05:10.000Z',
  phone: '+33 1 99 00 00 01',
  text: 'À lire : « … »',
};
