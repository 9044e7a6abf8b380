import { firmKey } from '../party/firmKey';

/** The controller of each agreement, by the name that it bears there; an erased one has none. */
export type Controllers = readonly { agreementId: string; name: string }[];

/**
 * Whether a text that goes to the controllers of some agreements names another one, of which not everybody who gets it may
 * hear (invariant 8). Names are compared as people read them.
 *
 * @param told null: nobody is named yet, and whoever is named later gets it
 */
export function namesOthers(
  text: string,
  told: readonly { agreementId: string }[] | null,
  controllers: Controllers,
): boolean {
  const names = told?.map(({ agreementId }) => controllers.find((one) => one.agreementId === agreementId)?.name ?? '');
  const others = controllers.filter(
    ({ name }) => names === undefined || names.some((one) => firmKey(one) !== firmKey(name)),
  );
  const read = firmKey(text);
  return others.some(({ name }) => firmKey(name) !== '' && read.includes(firmKey(name)));
}
