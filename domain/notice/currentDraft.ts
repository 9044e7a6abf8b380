import { currentItems, type Notice } from './fold';
import type { Draft } from './items';

/** What stands now, item by item: what is being written, over what was said last. */
export function currentDraft({ draft, versions }: Pick<Notice, 'draft' | 'versions'>): Draft {
  const said = currentItems({ versions });
  return {
    a: draft.a ?? said?.a ?? null,
    b: draft.b ?? said?.b ?? null,
    c: draft.c ?? said?.c ?? null,
    d: draft.d ?? said?.d ?? null,
    e: draft.e ?? said?.e ?? null,
  };
}
