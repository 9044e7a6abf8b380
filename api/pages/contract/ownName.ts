import type { AnyAnnex1 } from '../../../domain/agreement/annex1';
import { namesOrganisation } from '../../../domain/agreement/ownName';
import type { Said } from '../../../templates/pages/words/word';

/** What is said where a contract names neither side as the organisation that keeps it is called; null: it does, or is erased. */
export const ownNameWarning = (document: AnyAnnex1 | null, organisation: string): Said | null =>
  document === null || namesOrganisation(document, organisation)
    ? null
    : { key: 'contract.otherName', values: { organisation, processor: document.processor.name } };
