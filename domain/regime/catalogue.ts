import { dora } from './catalogue/finance';
import { aiAct, marketAbuse, psd2, publicOfficial, vitalOperator, worksCouncil } from './catalogue/identified';
import { healthIncident, insuranceComplaint, insuranceNotice, ukGdpr, ukTelecom } from './catalogue/national';
import { eidas, eprivacy, nis2 } from './catalogue/network';
import { craIncident, craVulnerability } from './catalogue/product';
import type { Regime } from './regime';
import { RegimeId } from './vocabulary';

const REGIMES: Readonly<Record<RegimeId, Regime>> = {
  nis2,
  dora,
  eidas,
  eprivacy,
  healthIncident,
  ukGdpr,
  ukTelecom,
  craVulnerability,
  craIncident,
  insuranceComplaint,
  insuranceNotice,
  aiAct,
  vitalOperator,
  psd2,
  publicOfficial,
  worksCouncil,
  marketAbuse,
};

export const regimeOf = (id: RegimeId): Regime => REGIMES[id];

/** Every regime, in the order in which a person is asked. */
export const regimes: readonly Regime[] = RegimeId.options.map(regimeOf);
