import { AUTHORITIES } from '../authority/authorities';
import type { CaseSeat } from '../authority/seat';
import { type Competence, leadAuthority, type Reach } from '../authority/leadAuthority';
import { type AuthorityFile, isOnlyAsked } from './authority';
import type { ControllerCase } from './case';
import { isUntoldAnew, standingFilings } from './standing';

/** From where it is known where the controller is. */
type SeatOrigin = 'record' | CaseSeat['from'];

/**
 * Whom to tell of this case (rule G12). `countries`: those whose authority is told. `part`: those of them with several
 * authorities, of which a person says which one is competent. `crossBorder`: nobody has said, and it would change whom to tell.
 */
export type Competent =
  | ({ known: true; from: SeatOrigin; countries: string[]; part: string[]; asksCrossBorder: boolean } & Omit<
      Competence,
      'notify'
    >)
  /** Nobody has said where the controller is; or, without an establishment in the EEA, where the persons live. */
  | { known: false; lacks: 'establishments' | 'countries' };

type Told = Pick<ControllerCase, 'record' | 'opened'>;

/** What the case's own record says, else its organisation's facts as they were when it was opened. */
function reachOf({ record, opened }: Told): { reach: Reach; from: SeatOrigin } | null {
  const seat = opened.seat ?? null;
  const own = record.establishments ?? null;
  const establishments = own ?? seat?.establishments ?? null;
  if (establishments === null) return null;
  const usual = own === null ? (seat?.mainEstablishment ?? null) : null;
  return {
    reach: {
      publicBody: record.publicBody ?? seat?.publicBody ?? false,
      establishments,
      mainEstablishment: record.mainEstablishment ?? usual,
      crossBorder: record.crossBorder === 'yes',
      personsIn: (record.countries ?? []).map(({ country }) => country),
    },
    from: own === null && seat !== null ? seat.from : 'record',
  };
}

/** Countries where the controller is established; null: nobody has said. */
export const establishmentsOf = (one: Told): readonly string[] | null => reachOf(one)?.reach.establishments ?? null;

/** Country of the main establishment; null: nobody has said. */
export const mainEstablishmentOf = (one: Told): string | null => reachOf(one)?.reach.mainEstablishment ?? null;

const isSaid = (crossBorder: Told['record']['crossBorder']) => crossBorder === 'yes' || crossBorder === 'no';

const listedIn = (country: string) => AUTHORITIES.filter((one) => one.country === country);

/** Which authorities are competent, or what is not recorded for that to be known. */
export function competentOf(one: Told): Competent {
  const said = reachOf(one);
  if (said === null) return { known: false, lacks: 'establishments' };
  const { notify: countries, ...rest } = leadAuthority(said.reach);
  if (countries.length === 0) return { known: false, lacks: 'countries' };
  const part = countries.filter((country) => listedIn(country).some(({ competence }) => competence === 'part'));
  const ifCrossBorder = () => leadAuthority({ ...said.reach, crossBorder: true }).notify;
  const asksCrossBorder = !isSaid(one.record.crossBorder) && ifCrossBorder().join() !== countries.join();
  return { known: true, from: said.from, countries, part, asksCrossBorder, ...rest };
}

/** Country of an authority, also where its row holds no longer; null for one that this version does not know. */
export const countryOfAuthority = (authorityId: string): string | null =>
  AUTHORITIES.findLast(({ id }) => id === authorityId)?.country ?? null;

/** Whether telling this authority stops the clock: where nobody knows who is competent, whoever is told does. */
export function isCompetent(one: Told, authorityId: string): boolean {
  const competent = competentOf(one);
  const country = countryOfAuthority(authorityId);
  return !competent.known || (country !== null && competent.countries.includes(country));
}

type WithFiles = Told & Pick<ControllerCase, 'authorities' | 'ruledOut'>;

/** Files with authorities that had to be told; the others are extra. */
export const competentFiles = (one: WithFiles): AuthorityFile[] =>
  one.authorities.filter(({ authorityId }) => isCompetent(one, authorityId));

export type ToTell = { country: string; toldAt: string | null };

/** Each country whose authority has to be told, and when one of its was first; empty where nobody knows who is competent. */
export function toTell(one: WithFiles): ToTell[] {
  const competent = competentOf(one);
  if (!competent.known) return [];
  return competent.countries.map((country) => ({
    country,
    toldAt: firstOf(
      one.authorities.filter(({ authorityId }) => countryOfAuthority(authorityId) === country),
      one,
    ),
  }));
}

/** Whether an authority that has to be told was not, or has to be anew, whatever is decided of the risk. */
export function isUntold(one: WithFiles): boolean {
  if (competentOf(one).known) return toTell(one).some(({ toldAt }) => toldAt === null);
  const told = one.authorities.filter((file) => !isOnlyAsked(file));
  return told.length === 0 || told.some((file) => isUntoldAnew(file, one));
}

/** When the last of those that have to be told, and were, was first told; null while none was. */
export function toldAllAt(one: WithFiles): string | null {
  if (!competentOf(one).known) return firstOf(one.authorities, one);
  return inOrder(toTell(one).flatMap(({ toldAt }) => toldAt ?? [])).at(-1) ?? null;
}

const firstOf = (files: readonly AuthorityFile[], one: WithFiles): string | null =>
  inOrder(files.flatMap((file) => standingFilings(file, one).map(({ sentAt }) => sentAt)))[0] ?? null;

const inOrder = (instants: readonly string[]): string[] => instants.toSorted((a, b) => Date.parse(a) - Date.parse(b));
