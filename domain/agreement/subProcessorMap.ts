import { localDate } from '../deadline/calendarDate';
import { firmKey } from '../party/firmKey';
import type { AnyAnnex1 } from './annex1';
import { tierOf } from './annex1Tiers';
import { type Authorisation, authorisationOf } from './authorisation';

/** An annex in force, and whose it is. */
export type Annexed = { agreementId: string; reference: string; document: AnyAnnex1 };

/** Under one contract, what a firm does and whether it may. */
export type MappedContract = {
  agreementId: string;
  reference: string;
  controller: string;
  service: string;
  authorisation: Authorisation;
};

/** A firm that processes under us: `tier` is the nearest that any contract says, `under` by whom it is engaged (null: by us). */
export type MappedFirm = {
  name: string;
  country: string;
  tier: number;
  under: readonly (string | null)[];
  contracts: readonly MappedContract[];
};

/**
 * Everybody who processes under us, as the annexes in force say, nearest first, then by name (duty S3-16). One firm is
 * one, whatever contract names it and however it is spelled.
 *
 * @param now instant at which authorisations are looked at: its day in the zone of each agreement
 */
export function subProcessorMap(annexes: readonly Annexed[], now: string): MappedFirm[] {
  const firms = new Map<string, MappedFirm>();
  for (const { agreementId, reference, document } of annexes) {
    for (const { name, country, service, under = null } of document.subProcessors) {
      const key = firmKey(name);
      const known = firms.get(key) ?? { name, country, tier: Infinity, under: [], contracts: [] };
      const authorisation = authorisationOf(document, name, localDate(now, document.timeZone));
      const contract = { agreementId, reference, controller: document.controller.name, service, authorisation };
      const isKnown = known.under.some((one) => firmKey(one ?? '') === firmKey(under ?? ''));
      firms.set(key, {
        ...known,
        tier: Math.min(known.tier, tierOf(name, document.subProcessors)),
        under: isKnown ? known.under : [...known.under, under],
        contracts: [...known.contracts, contract],
      });
    }
  }
  return [...firms.values()].toSorted((a, b) => a.tier - b.tier || (a.name < b.name ? -1 : 1));
}
