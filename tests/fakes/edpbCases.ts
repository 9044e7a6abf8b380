import type { Assessment } from '../../domain/risk/assessment';
import type { Circumstances, ClassedData, DataClass, DataType, Ease, EnisaInput } from '../../domain/risk/enisa';
import type { RiskFindings } from '../../domain/risk/findings';

/** Data of a class, at its base unless said. */
export const data = (dataClass: DataClass, adjustment = 0, type: DataType = 'other'): ClassedData =>
  ({ type, class: dataClass, adjustment }) as ClassedData;

const nothing: Circumstances = {
  confidentiality: 'untouched',
  integrity: 'untouched',
  availability: 'untouched',
  malicious: 'none',
};

type Scored = {
  data: ClassedData[];
  ease?: Ease;
  persons?: number | null;
  unintelligible?: boolean;
} & Partial<Circumstances>;

/** A score: directly identified persons, and nothing that is not said. */
export function scored({
  data: rows,
  ease = 'maximum',
  persons = null,
  unintelligible = false,
  ...lines
}: Scored): EnisaInput {
  return {
    data: rows,
    ease,
    circumstances: { ...nothing, ...lines },
    persons: persons === null ? null : { approx: persons },
    unintelligible,
  };
}

const quiet: RiskFindings = {
  outflow: 'happened',
  recipients: 'other',
  outage: 'none',
  identityTheft: 'no',
  specialPersons: 'no',
};

/** Findings: data are in other hands, and nothing that is not said. */
export const found = (findings: Partial<RiskFindings> = {}): RiskFindings => ({ ...quiet, ...findings });

/** `touched`: confidentiality, integrity, availability; in brackets what may be touched, too (domain rules 1.4, column CIA). */
export type EdpbCase = Assessment & {
  number: string;
  title: string;
  touched: string;
  authority: boolean;
  persons: boolean;
};

const outcome = { neither: [false, false], authority: [true, false], both: [true, true] } as const;

function edpb(
  number: string,
  title: string,
  touched: string,
  told: keyof typeof outcome,
  score: Scored,
  findings: Partial<RiskFindings> = {},
): EdpbCase {
  const [authority, persons] = outcome[told];
  return { number, title, touched, authority, persons, score: scored(score), findings: found(findings) };
}

const ransom = { malicious: 'intentional' } as const;
const stolen = { confidentiality: 'exposed', malicious: 'intentional' } as const;
const hacked = { confidentiality: 'unknownRecipients', malicious: 'intentional' } as const;
const misdirected = { confidentiality: 'knownRecipients' } as const;
const nothingLeft = { outflow: 'excluded', recipients: 'none' } as const;

/**
 * The 18 cases of EDPB Guidelines 01/2021 v2, as somebody would answer for them, with who is told (domain rules 1.4).
 * Each is scored by the table of contexts; comments say why where another cell could be argued.
 */
export const edpbCases: readonly EdpbCase[] = [
  edpb(
    '01',
    'ransomware, backup, no exfiltration',
    'A(I)',
    'neither',
    { data: [data('simple')], persons: 40, unintelligible: true, availability: 'easilyRecovered', ...ransom },
    { ...nothingLeft, outage: 'hoursWithoutConsequence' },
  ),
  edpb(
    '02',
    'ransomware, no proper backup',
    'A',
    'authority',
    { data: [data('simple')], persons: 40, availability: 'withEffort', ...ransom },
    { ...nothingLeft, outage: 'felt' },
  ),
  edpb(
    '03',
    'ransomware in a hospital, backup, no exfiltration',
    'A',
    'both',
    { data: [data('sensitive', 0, 'health')], persons: 5000, availability: 'withEffort', ...ransom },
    { ...nothingLeft, outage: 'essentialService', specialPersons: 'yes' },
  ),
  edpb(
    '04',
    'ransomware, no backup, exfiltration',
    'CA',
    'both',
    { data: [data('financial', 1), data('simple', 0, 'official-documents')], availability: 'lost', ...hacked },
    { outage: 'felt', identityTheft: 'yes' },
  ),
  // A job application lets one guess the social and financial situation.
  edpb('05', 'exfiltration of job applications', 'C', 'both', { data: [data('simple', 1)], persons: 213, ...hacked }),
  // Passwords open a cooking site: simple data, of nicknames.
  edpb('06', 'exfiltration of hashed passwords', 'C', 'neither', {
    data: [data('simple', 0, 'identification-or-access')],
    ease: 'negligible',
    persons: 1200,
    unintelligible: true,
    ...hacked,
  }),
  // Credentials take the class of what they open: bank accounts.
  edpb(
    '07',
    'credential stuffing on a bank',
    'C',
    'both',
    { data: [data('financial', 0, 'identification-or-access')], persons: 100_000, ...hacked },
    { identityTheft: 'yes' },
  ),
  edpb('08', 'a leaving employee copies client contacts', 'C', 'authority', {
    data: [data('simple', 0, 'contact-details')],
    confidentiality: 'knownRecipients',
    malicious: 'intentional',
  }),
  // Insurance types and amounts let one guess the financial situation.
  edpb(
    '09',
    'error to a trusted third party',
    'C',
    'neither',
    { data: [data('simple', 1)], persons: 24, ...misdirected },
    { recipients: 'boundAndReturned' },
  ),
  // Children in day-care.
  edpb(
    '10',
    'stolen tablets, encrypted',
    'C',
    'neither',
    { data: [data('simple', 3)], ease: 'negligible', unintelligible: true, ...stolen },
    { specialPersons: 'yes' },
  ),
  edpb(
    '11',
    'stolen notebook, not encrypted',
    'C',
    'both',
    { data: [data('simple'), data('simple', 0, 'contact-details')], persons: 100_001, ...stolen },
    { identityTheft: 'yes' },
  ),
  edpb(
    '12',
    'stolen paper files of a rehabilitation centre',
    'CA',
    'both',
    { data: [data('sensitive', 0, 'health')], availability: 'lost', ...stolen },
    { outage: 'felt', specialPersons: 'yes' },
  ),
  edpb('13', 'two parcels swapped', 'C', 'neither', {
    data: [data('simple', 0, 'contact-details')],
    persons: 2,
    ...misdirected,
  }),
  edpb(
    '14',
    'data of job seekers sent by mistake',
    'C',
    'both',
    { data: [data('simple', 0, 'national-id-number')], persons: 60_000, confidentiality: 'unknownRecipients' },
    { identityTheft: 'yes' },
  ),
  // Two food intolerances noted for a meal give no insight into anybody's health.
  edpb('15', 'participant list to wrong recipients', 'C', 'neither', {
    data: [data('simple', 0, 'contact-details'), data('sensitive', -3, 'health')],
    persons: 15,
    ...misdirected,
  }),
  // Rates and mileage let one guess the financial situation, as in case 09; nobody binds the recipient.
  edpb('16', 'car-insurance letter to another client', 'C', 'authority', {
    data: [data('simple', 1), data('simple', 0, 'contact-details')],
    persons: 1,
    ...misdirected,
  }),
  edpb('17', 'impersonation at a contact centre', 'CI', 'both', {
    data: [data('behavioural')],
    persons: 1,
    confidentiality: 'knownRecipients',
    integrity: 'recoverable',
    malicious: 'intentional',
  }),
  edpb('18', 'mailbox rule exfiltration, false payments', 'CI', 'both', {
    data: [data('financial')],
    persons: 99,
    integrity: 'recoverable',
    ...hacked,
  }),
];

export function edpbCase(number: string): EdpbCase {
  const known = edpbCases.find((one) => one.number === number);
  if (known === undefined) throw new Error(`no case ${number}`);
  return known;
}
