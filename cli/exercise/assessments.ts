import type { ScenarioId } from '../../domain/exercise/scenario';
import type { Assessment } from '../../domain/risk/assessment';

/** How the team answers the assessment, of each scenario that touches data of our own. */
export const assessments: Partial<Record<ScenarioId, Assessment>> = {
  ransomware: {
    score: {
      data: [
        { type: 'civil-status', class: 'simple', adjustment: 1 },
        { type: 'financial-or-economic', class: 'financial', adjustment: -1 },
      ],
      ease: 'significant',
      circumstances: {
        confidentiality: 'untouched',
        integrity: 'untouched',
        availability: 'withEffort',
        malicious: 'intentional',
      },
      persons: { approx: 60 },
      unintelligible: false,
    },
    findings: {
      outflow: 'notExcluded',
      recipients: 'none',
      outage: 'felt',
      identityTheft: 'no',
      specialPersons: 'no',
    },
  },
  payrollLeak: {
    score: {
      data: [
        { type: 'national-id-number', class: 'financial', adjustment: 0 },
        { type: 'financial-or-economic', class: 'financial', adjustment: 1 },
      ],
      ease: 'maximum',
      circumstances: {
        confidentiality: 'unknownRecipients',
        integrity: 'untouched',
        availability: 'untouched',
        malicious: 'none',
      },
      persons: { approx: 640 },
      unintelligible: false,
    },
    findings: {
      outflow: 'happened',
      recipients: 'other',
      outage: 'none',
      identityTheft: 'yes',
      specialPersons: 'no',
    },
  },
};
