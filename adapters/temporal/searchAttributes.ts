import type { Connection } from '@temporalio/client';
import { searchAttributeKeys } from '../../workflows/contract/searchAttributes';

/** `temporal.api.enums.v1.IndexedValueType`; the enum itself lies in a package that is not ours to import. */
const indexedValueType = { KEYWORD: 2, DATETIME: 6 } as const;

/** gRPC codes of a namespace that knows them, and of one whose operators alone may add some (Temporal Cloud). */
const LEFT_TO_OTHERS: readonly unknown[] = [6, 7, 12]; // already exists, permission denied, unimplemented

/**
 * Makes the namespace know our search attributes: a run cannot write one that it does not know, and would wait. Where
 * operators alone may add them, they must have: `docs/operations.md` lists them.
 */
export async function registerSearchAttributes(connection: Connection, namespace = 'default'): Promise<void> {
  for (const { name, type } of searchAttributeKeys) {
    try {
      await connection.operatorService.addSearchAttributes({
        namespace,
        searchAttributes: { [name]: indexedValueType[type] },
      });
    } catch (error) {
      if (!isLeftToOthers(error)) throw error;
    }
  }
}

function isLeftToOthers(error: unknown): boolean {
  return error instanceof Error && 'code' in error && LEFT_TO_OTHERS.includes(error.code);
}
