import type { BreachRecord, RecordChange } from '../../domain/authority/breachRecord';
import type { EdpbContext, FilingContext } from '../../domain/authority/filingContext';

/** What is known in the first hours: enough for an initial notification, no more. */
export const firstHours: RecordChange = {
  organisationName: 'Ville de Brumeval',
  siren: '200000008',
  contactPerson: {
    civility: 'madam',
    lastName: 'Aubry',
    firstName: 'Claire',
    email: 'dpo@brumeval.example',
    function: null,
    isDpo: true,
    phone: '+33 1 99 00 00 31',
  },
  natures: ['confidentiality', 'availability'],
  data: ['not-known'],
  personCategories: ['not-determined'],
  persons: { amount: 'unknown' },
  records: { amount: 'unknown' },
  personsInformed: 'notDetermined',
  crossBorder: 'unknown',
};

/** Every field that the forms ask. */
export const wholeRecord: RecordChange & BreachRecord = {
  ...firstHours,
  sector: 'O',
  staff: 240,
  street: '1 place de l’Hôtel-de-Ville',
  postcode: '63999',
  city: 'Brumeval',
  country: 'FR',
  representative: { civility: 'sir', lastName: 'Morel', firstName: 'Jean', email: 'maire@brumeval.example' },
  otherBodies: [
    { name: 'Slime SAS', role: 'processor', contact: 'astreinte@slime.example', alertedAt: '2026-03-27T09:20:00.000Z' },
  ],
  period: { period: 'range', from: '2026-03-25T02:00:00.000Z', to: '2026-03-27T06:30:00.000Z', estimated: true },
  discovery: 'Alerte du sous-traitant.',
  foundBy: 'processor',
  certainty: 'established',
  origins: ['hacking-or-malware'],
  causes: ['external-malicious'],
  description: 'Un serveur a été chiffré ; des fichiers en sont sortis.',
  exfiltration: 'likely',
  unintelligible: 'no',
  unavailability: 'temporary',
  data: ['civil-status', 'contact-details'],
  sensitive: [],
  records: { amount: 'approx', count: 4000 },
  personCategories: ['users'],
  persons: { amount: 'exact', count: 1412 },
  measuresBefore: 'Sauvegarde quotidienne, accès par clé.',
  afterConfidentiality: ['spreadBeyondNeed'],
  afterAvailability: ['serviceDisturbed'],
  harms: ['loss-of-control', 'fraud'],
  gravity: 'limited',
  measuresAfter: [
    { what: 'Serveur isolé', state: 'done', owner: 'Équipe réseau', at: '2026-03-27T10:00:00.000Z' },
    { what: 'Mots de passe changés', state: 'planned', owner: null, at: null },
  ],
  personsInformed: 'willBe',
  informedOn: '2026-04-02',
  informedBy: ['email'],
  crossBorder: 'no',
  otherDataAuthority: 'no',
  otherAuthority: 'yes',
  otherAuthorities: [{ name: 'ANSSI', reference: 'C-2026-77' }],
  police: 'yes',
};

export const filing: FilingContext = {
  type: 'initial',
  initialNumber: null,
  awareAt: '2026-03-27T09:20:00.000Z',
  saidLaterAt: null,
  reasonsNeeded: false,
  withdrawalReason: null,
};

export const edpbFiling: EdpbContext = {
  ...filing,
  internalReference: 'CAS-2026-12',
  exercise: false,
  risk: 'risk',
  riskMethod: 'ENISA 2013',
  leadAuthority: null,
  establishments: ['FR'],
  eeaRepresentative: null,
};
