import type { Connection } from '@temporalio/client';
import { searchAttributeKeys } from '../../workflows/contract/searchAttributes';

/** `temporal.api.enums.v1.IndexedValueType`; the enum itself lies in a package that is not ours to import. */
const indexedValueType = { KEYWORD: 2, DATETIME: 6 } as const;

const ALREADY_EXISTS = 6;

/**
 * Makes the namespace know our search attributes; a run cannot write one that it does not know, and would wait.
 * Temporal Cloud refuses this call (its operators add them by hand): the error says so.
 */
export async function registerSearchAttributes(connection: Connection, namespace = 'default'): Promise<void> {
  for (const { name, type } of searchAttributeKeys) {
    try {
      await connection.operatorService.addSearchAttributes({
        namespace,
        searchAttributes: { [name]: indexedValueType[type] },
      });
    } catch (error) {
      if (!isAlreadyThere(error)) throw error;
    }
  }
}

function isAlreadyThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === ALREADY_EXISTS;
}
