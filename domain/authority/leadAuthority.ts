import { isEea, stateOf } from '../party/country';

/** Where a controller is and whom a breach touches. Countries are ISO 3166-1 alpha-2. */
export type Reach = {
  /** Public bodies answer to their own country's authority only (Art. 55(2)). */
  publicBody: boolean;
  /** Countries in which the controller is established. */
  establishments: readonly string[];
  /** Main establishment in the Union (Art. 4(16)); null where there is none or it is not known. */
  mainEstablishment: string | null;
  /** The processing is cross-border (Art. 4(23)): a person says so. While nobody does it is not taken for it. */
  crossBorder: boolean;
  /** Countries whose persons are touched. */
  personsIn: readonly string[];
};

/** Whom to notify, by country. `lead`: one authority for all (Art. 56(1)). */
export type Competence = {
  rule: 'publicBody' | 'territory' | 'lead' | 'noLead' | 'noEstablishment';
  notify: string[];
  /** Other countries of the EEA that the notification has to name. */
  name: string[];
  /** Countries outside the EEA: their law is another question. */
  outside: string[];
};

/**
 * Which authority is told (rule G12). One leads only where processing is cross-border; else each is told on whose territory
 * touched persons live beside an establishment (Art. 55; in doubt the local one, guidelines 9/2022 section II.C.1). Without an
 * establishment in the EEA each is told where persons live: a representative (Art. 27) gives no one-stop-shop.
 */
export function leadAuthority(reach: Reach): Competence {
  const { publicBody, crossBorder, mainEstablishment } = reach;
  const persons = statesOf(reach.personsIn);
  const touched = persons.filter(isEea);
  const outside = persons.filter((country) => !isEea(country));
  const homes = statesOf(reach.establishments).filter(isEea);
  const local = homes.filter((country) => touched.includes(country));
  const told = (rule: Competence['rule'], notify: string[]): Competence => ({
    rule,
    notify,
    name: touched.filter((country) => !notify.includes(country)),
    outside,
  });
  const seat = mainEstablishment === null ? null : stateOf(mainEstablishment);
  const main = seat !== null && isEea(seat) ? seat : onlyOne(homes);
  if (main !== null && publicBody) return told('publicBody', [main]);
  if (!crossBorder && local.length > 0) return told('territory', local);
  if (main === null) {
    return homes.length === 0
      ? told('noEstablishment', touched)
      : told('noLead', [...new Set([...homes, ...touched])].toSorted());
  }
  return told(crossBorder ? 'lead' : 'territory', [main]);
}

const statesOf = (countries: readonly string[]): string[] => [...new Set(countries.map(stateOf))].toSorted();

const onlyOne = ([first, second]: readonly string[]): string | null =>
  first === undefined || second !== undefined ? null : first;
