import {
  CNIL,
  CYBER_RESILIENCE,
  DATA_PROTECTION,
  DORA,
  INSURANCE_COMPLAINT,
  INSURANCE_NOTICE,
  type Limits,
  NIS2,
  OMNIBUS_PROPOSAL,
  unitedKingdom,
} from './limits';

export const JURISDICTIONS = ['EU', 'FR', 'BE', 'UK'] as const;
export type Jurisdiction = (typeof JURISDICTIONS)[number];

/** Where a law's days begin and end. */
export const ZONE_OF: Readonly<Record<Jurisdiction, string>> = {
  EU: 'Europe/Brussels',
  FR: 'Europe/Paris',
  BE: 'Europe/Brussels',
  UK: 'Europe/London',
};

/**
 * The lengths of one jurisdiction while they are in force. A profile that has been published is never edited: clocks keep
 * its id. A change of law ends it (`validTo`) and adds another.
 */
export type LawProfile = {
  id: string;
  jurisdiction: Jurisdiction;
  /** First day in force (`YYYY-MM-DD`, 00:00 in the jurisdiction's zone); null: not law, off. */
  validFrom: string | null;
  /** First day no longer in force; null while no end is known. */
  validTo: string | null;
  source: string;
  limits: Limits;
};

const union2024: Limits = { ...DATA_PROTECTION, ...NIS2 };
const union2025: Limits = { ...union2024, ...DORA };
const union2026: Limits = { ...union2025, ...CYBER_RESILIENCE };
const france: Limits = { ...CNIL, ...INSURANCE_NOTICE };

/** Every profile that clocks have run under, and those that are proposed (domain rules section 6). */
export const PROFILES: readonly LawProfile[] = [
  {
    id: 'EU-2018-05-25',
    jurisdiction: 'EU',
    validFrom: '2018-05-25',
    validTo: '2024-10-18',
    source: 'Regulation (EU) 2016/679 art. 33; Regulation (EU) 611/2013; Regulation (EU) 910/2014 art. 19',
    limits: DATA_PROTECTION,
  },
  {
    id: 'EU-2024-10-18',
    jurisdiction: 'EU',
    validFrom: '2024-10-18',
    validTo: '2025-01-17',
    source: 'as before; Directive (EU) 2022/2555 art. 23 and 41; Regulation (EU) 910/2014 art. 19a and 24(2)(fb)',
    limits: union2024,
  },
  {
    id: 'EU-2025-01-17',
    jurisdiction: 'EU',
    validFrom: '2025-01-17',
    validTo: '2026-09-11',
    source: 'as before; Regulation (EU) 2022/2554 art. 19 and 64; Delegated Regulation (EU) 2025/301 art. 5',
    limits: union2025,
  },
  {
    id: 'EU-2026-09-11',
    jurisdiction: 'EU',
    validFrom: '2026-09-11',
    validTo: null,
    source: 'as before; Regulation (EU) 2024/2847 art. 14 and 71(2)',
    limits: union2026,
  },
  {
    id: 'EU-omnibus-proposal',
    jurisdiction: 'EU',
    validFrom: null,
    validTo: null,
    source: 'COM(2025) 837, 2025/0360 (COD): a proposal, not law when last read (10 September 2026)',
    limits: { ...union2026, ...OMNIBUS_PROPOSAL },
  },
  {
    id: 'FR-2018-05-25',
    jurisdiction: 'FR',
    validFrom: '2018-05-25',
    validTo: '2023-04-24',
    source: 'CNIL, notifying a breach; insurance code L113-2 4°',
    limits: france,
  },
  {
    id: 'FR-2023-04-24',
    jurisdiction: 'FR',
    validFrom: '2023-04-24',
    validTo: null,
    source: 'as before; insurance code L12-10-1 (law 2023-22 of 24 January 2023, art. 5)',
    limits: { ...france, ...INSURANCE_COMPLAINT },
  },
  {
    id: 'BE-2018-05-25',
    jurisdiction: 'BE',
    validFrom: '2018-05-25',
    validTo: null,
    source: 'Belgium (authority: APD/GBA) gives no length of its own beside those of the Union',
    limits: {},
  },
  {
    id: 'UK-2021-01-01',
    jurisdiction: 'UK',
    validFrom: '2021-01-01',
    validTo: '2025-08-20',
    source: 'UK GDPR art. 33; PECR reg. 5A',
    limits: unitedKingdom(24),
  },
  {
    id: 'UK-2025-08-20',
    jurisdiction: 'UK',
    validFrom: '2025-08-20',
    validTo: null,
    source: 'as before; Data (Use and Access) Act 2025 (breaches of telecoms: 72 h)',
    limits: unitedKingdom(72),
  },
];
