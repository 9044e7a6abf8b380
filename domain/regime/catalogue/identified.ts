import type { Jurisdiction } from '../../law/profiles';
import type { Regime } from '../regime';
import type { Recipient, RegimeId } from '../vocabulary';

/** Regimes that are only pointed out: whether and when something is due is for a person to say, who sets the clock. */
const identified = (id: RegimeId, law: Jurisdiction, to: Recipient): Regime => ({
  id,
  law,
  facts: ['dueAt'],
  stages: [{ id: 'report', from: 'triggerAt', limit: 'set', to: [to], tells: ['description'] }],
  notes: ['manualClock'],
});

/** Regulation (EU) 2024/1689 art. 73. */
export const aiAct = identified('aiAct', 'EU', 'marketSurveillance');

/** Operators of vital importance (defence code L1332-6-2). */
export const vitalOperator = identified('vitalOperator', 'FR', 'nationalCyberAuthority');

/** Directive (EU) 2015/2366 art. 96, for what regulation 2022/2554 has not taken over. */
export const psd2 = identified('psd2', 'EU', 'financialSupervisor');

/** Code of criminal procedure art. 40(2): public authorities and officials report crimes and délits without delay (P3). */
export const publicOfficial = identified('publicOfficial', 'FR', 'prosecutor');

export const worksCouncil = identified('worksCouncil', 'FR', 'employeeRepresentatives');

/** Regulation (EU) 596/2014 art. 17: inside information of a listed issuer. */
export const marketAbuse = identified('marketAbuse', 'EU', 'marketAuthority');
