import type { z } from 'zod';
import type { AmendedAnnex1 } from '../../../domain/agreement/annex1';
import type { AgreementRow } from './views';

const dpo = { name: 'Dominique Essai', email: 'dpo@val-temoin.example' };

/** The smallest agreement that says everything; the reference one is in `fixtures/agreement-slime.json`. */
export const amendedExample: AmendedAnnex1 = {
  reference: 'VAL-2026-01',
  version: 2,
  inForceFrom: '2026-07-01',
  endsOn: '2027-12-31',
  language: 'fr',
  timeZone: 'Europe/Paris',
  calendar: 'FR-metropole',
  controller: {
    name: 'Communauté d’agglomération du Val Témoin',
    siren: '200000008',
    country: 'FR',
    legalRepresentative: { name: 'Camille Exemple', function: 'Présidente' },
    dpo,
    noticeContacts: [{ order: 1, name: 'Dominique Essai', role: 'dpo', email: dpo.email, channels: ['email'] }],
    dataSubjectRequestsContact: dpo,
  },
  processor: {
    name: 'Écoute & Enquêtes SCOP',
    siren: '300000007',
    country: 'FR',
    legalRepresentative: { name: 'Alix Modèle', function: 'Gérante' },
    dpo: { name: 'Sacha Gabarit', email: 'dpo@ecoute.example' },
  },
  processing: {
    service: 'Enquête de satisfaction',
    nature: ['collecte'],
    purpose: 'mesurer la satisfaction',
    dataCategories: [{ category: 'Identification', items: ['nom'], processed: true }],
    dataSubjects: ['bénéficiaires'],
    duration: 'deux ans',
    retention: 'un an',
    endOfService: {
      fate: 'returnThenDestroy',
      copyToControllerFirst: true,
      certificateOfDestruction: true,
      proofOfDestruction: true,
    },
  },
  subProcessors: [],
  namedRecipients: [],
  transfersOutsideEU: { allowed: false },
  exchange: { archiveFormat: 'zip', cipher: 'AES-256', keyChannel: 'sms' },
  terms: {
    breachNotice: { hours: 24, from: 'awareness', confidentialityFromDetection: true },
    requests: { workingDays: 5 },
    protectiveNotice: { enabled: true, marginMinutes: 60 },
    sensitiveAttachments: { encrypt: true, keyChannel: 'sms' },
    acknowledgement: { expected: true },
    silenceClosesAfterDays: 30,
    cyberInsurance: { policy: true },
  },
};

export const documentExample = {
  ...amendedExample,
  version: 1,
  inForceFrom: '2026-01-15',
  signatures: [
    { party: 'controller' as const, by: 'Camille Exemple', on: '2026-01-12' },
    { party: 'processor' as const, by: 'Alix Modèle', on: '2026-01-14' },
  ],
};

export const rowExample: z.output<typeof AgreementRow> = {
  id: 'agr-0123456789abcdef01234567',
  reference: 'VAL-2026-01',
  revision: 1,
  partyId: 'party-200000008',
  controller: documentExample.controller.name,
  stage: 'IN_FORCE',
};
