import type { Addressee, Contact, Head } from '../../domain/letters/head';
import type { Items } from '../../domain/letters/items';
import type { NoticeLetter, SupplementLetter } from '../../domain/letters/notice';

/** The stolen laptop of the reference agreement; people and parties are fictional. */
export const head: Head & { version: number } = {
  reference: 'AV-7K3M-Q9TX',
  version: 1,
  writtenAt: '2026-03-27T18:05:00Z',
  zone: 'Europe/Paris',
  sender: 'Écoute & Enquêtes SCOP',
  author: 'Inès Témoin',
  approver: null,
  lawProfile: 'EU-2025-01-17',
  exercise: false,
};

export const addressee: Addressee = {
  controller: 'Communauté d’agglomération du Val Témoin',
  contact: 'Dominique Essai',
  role: 'dpo',
  agreement: 'SLIME-EI-2026-01',
  agreementVersion: 1,
  service: 'Enquête téléphonique de satisfaction et d’impact auprès des bénéficiaires du SLIME',
};

export const dpo: Contact = {
  name: 'Sacha Gabarit',
  role: 'DPO',
  email: 'dpo@ecoute-enquetes.example',
  phone: '+33 1 99 00 00 11',
  always: true,
};

const scope = {
  persons: ['bénéficiaires du dispositif SLIME (personnes physiques)'],
  data: ['identification', 'vie personnelle', 'économique et financier'],
};

const items: Items = {
  a: {
    suspected: false,
    types: ['confidentiality', 'availability'],
    circumstances: {
      answer: 'value',
      value:
        'Ordinateur portable d’une enquêtrice volé dans un train. Disque non chiffré. Selon les premiers éléments, le fichier d’appels de la semaine y était enregistré.',
    },
    systems: { answer: 'value', value: 'poste de travail mobile, fichier d’appels' },
    cause: 'external-malicious',
    origin: 'equipment-lost-or-stolen',
    ongoing: 'no',
    beganAt: null,
    endedAt: null,
  },
  b: [dpo],
  c: { scope, answer: { answer: 'toFollow', eta: '2026-03-28T13:00:00Z' } },
  d: {
    answer: 'value',
    value: 'Des sollicitations frauduleuses visant des ménages en difficulté de paiement seraient possibles.',
  },
  e: {
    answer: 'value',
    value: {
      text: null,
      taken: [{ what: 'Comptes de l’enquêtrice fermés', by: 'Astreinte', at: '2026-03-27T08:05:00Z' }],
      proposed: [{ what: 'Avertir les ménages du fichier de la semaine', by: null, at: null }],
      toDecide: [],
    },
  },
};

export const notice: NoticeLetter = {
  head,
  addressee,
  stage: 'initial',
  protective: false,
  timeline: {
    alertedAt: '2026-03-27T07:40:00Z',
    detectedAt: '2026-03-27T07:40:00Z',
    awareAt: '2026-03-27T09:20:00Z',
    toldCertain: false,
  },
  deadline: {
    t0: '2026-03-27T07:40:00Z',
    dueAt: '2026-03-28T07:40:00Z',
    hours: 24,
    provisional: false,
    lateReason: null,
  },
  items,
  subProcessors: [
    {
      name: 'Cabinet d’études rang 2',
      country: 'FR',
      service: 'traitement statistique des réponses pseudonymisées',
      authorised: true,
      touched: 'no',
    },
  ],
  toldBySubs: [],
  evidence: { answer: 'value', value: 'journaux du serveur depuis le 20 mars 2026, déclaration de vol' },
  complaint: { answer: 'toFollow', eta: '2026-03-30T09:20:00Z' },
  authorityDueAt: '2026-03-30T18:05:00Z',
  authorityHours: 72,
  acknowledge: { link: 'https://vigie.example/n/kVv0w2mS8rTq1yXo9eUa3bLc7dFh5gJi0kNpQsZxWvE', expected: true },
  annexes: [],
  checkpoint: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
};

export const protective: NoticeLetter = {
  ...notice,
  head: { ...head, author: null, writtenAt: '2026-03-28T06:40:00Z' },
  protective: true,
  timeline: { ...notice.timeline, awareAt: null },
  deadline: { ...notice.deadline, provisional: true },
  items: {
    a: {
      suspected: true,
      types: [],
      circumstances: { answer: 'toFollow', eta: null },
      systems: { answer: 'toFollow', eta: null },
      cause: 'unknown',
      origin: null,
      ongoing: 'unknown',
      beganAt: null,
      endedAt: null,
    },
    b: [dpo],
    c: { scope, answer: { answer: 'toFollow', eta: null } },
    d: { answer: 'toFollow', eta: null },
    e: { answer: 'toFollow', eta: null },
  },
  evidence: { answer: 'toFollow', eta: null },
  authorityDueAt: '2026-03-31T06:40:00Z',
  checkpoint: null,
};

export const complete: NoticeLetter = {
  ...notice,
  head: { ...head, approver: 'Alix Modèle', exercise: true },
  stage: 'complete',
  items: {
    ...items,
    c: {
      scope,
      answer: {
        answer: 'value',
        value: {
          text: 'Ménages appelés du 23 au 27 mars 2026.',
          personCategories: ['customers', 'vulnerable'],
          persons: { amount: 'approx', count: 1412 },
          dataCategories: ['identification-or-access', 'financial-or-economic'],
          sensitiveCategories: ['health'],
          records: { amount: 'exact', count: 1 },
        },
      },
    },
    d: { answer: 'cannotBeDetermined', reason: 'l’ordinateur n’a pas été retrouvé' },
  },
  subProcessors: [],
  annexes: [
    {
      name: 'liste-des-enregistrements.7z',
      encrypted: true,
      keyChannel: 'SMS',
      sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
    },
  ],
};

/** What a sub-processor of a sub-processor told; its item c stands in ours, the others do not. */
export const fromBelow: NoticeLetter = {
  ...notice,
  timeline: { ...notice.timeline, detectedAt: null, awareAt: null, toldCertain: true },
  deadline: { ...notice.deadline, provisional: true },
  toldBySubs: [
    {
      chain: ['Cabinet d’études rang 2', 'Hébergeur Exemple'],
      tier: 3,
      receivedAt: '2026-03-29T01:30:00Z',
      reference: 'HX-88',
      certain: true,
      also: [
        { item: 'a', text: 'Une sauvegarde a été lue par un tiers.' },
        { item: 'b', text: 'Astreinte, +33 1 99 00 00 55' },
      ],
    },
    {
      chain: ['Cabinet d’études rang 2'],
      tier: 2,
      receivedAt: '2026-03-28T18:00:00Z',
      reference: null,
      certain: false,
      also: [],
    },
  ],
};

export const supplement: SupplementLetter = {
  ...complete,
  stage: 'initial',
  head: { ...head, version: 2, writtenAt: '2026-03-28T14:10:00Z' },
  timeline: { ...notice.timeline, detectedAt: '2026-03-27T07:30:00Z' },
  deadline: { ...notice.deadline, t0: '2026-03-27T07:30:00Z', dueAt: '2026-03-28T07:30:00Z' },
  previous: { version: 1, sentAt: '2026-03-27T18:05:10Z', ackedAt: null, items, timeline: notice.timeline },
  clockChange: 'corrected',
};
