import { done, refused, type Result } from '../shared/errors';

/** A contract in force with who sent a notice. */
export type Contract = { id: string; reference: string };

/**
 * The contract that a new case goes by: the only one with its sender, or the one that is said. A person says which of
 * several; a machine that brings a notice cannot be asked, so its case goes by none until a person looks.
 *
 * @param said id that was given; undefined: none was
 */
export function contractOfCase(
  contracts: readonly Contract[],
  said: string | undefined,
  isPerson: boolean,
): Result<string | null> {
  const fault = (message: string) => refused({ code: 'input.invalid', issues: [{ pointer: '/agreementId', message }] });
  if (said !== undefined) {
    return contracts.some(({ id }) => id === said) ? done(said) : fault('is no contract in force with its sender');
  }
  const [only, ...others] = contracts;
  if (only === undefined || others.length === 0) return done(only?.id ?? null);
  const references = contracts.map(({ reference }) => reference).join(', ');
  return isPerson ? fault(`several contracts are in force with its sender: say which (${references})`) : done(null);
}
