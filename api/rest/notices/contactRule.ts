import type { z } from 'zod';
import type { Contact } from '../../../domain/letters/head';
import { isOneLine, ONE_LINE_RULE } from '../../../domain/shared/words';

type Sent = { items: { b?: readonly Contact[] | null | undefined } };

/** What may be entered of the contacts that a notice names. Not asked of what an entry holds: that is read for ever. */
export function contactsOnOneLine({ items: { b } }: Sent, context: z.RefinementCtx): void {
  for (const [at, contact] of (b ?? []).entries()) {
    for (const name of ['name', 'role'] as const) {
      if (isOneLine(contact[name] ?? '')) continue;
      context.addIssue({ code: 'custom', path: ['items', 'b', at, name], message: ONE_LINE_RULE });
    }
  }
}
