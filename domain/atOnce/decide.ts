import { z } from 'zod';
import { notAhead, outOfOrder } from '../incident/chronology';
import { type Issue, refused, type Result, done } from '../shared/errors';
import { Instant } from '../shared/instant';
import { FreeText } from '../shared/words';
import { type Contacted, ContactOutcome } from './events';
import type { Telling } from './telling';

/** Somebody called a contact of a controller that is told at once, or heard from it. `at`: when it was, if not now. */
export const NoteContacted = z.strictObject({
  agreementId: z.string().min(1).max(100).meta({ description: 'agreement of the controller' }),
  contactId: z.string().min(1).max(100).meta({ description: 'contact of that agreement' }),
  outcome: ContactOutcome.meta({
    description:
      '`acknowledged`: it confirms that it was told, by voice or in writing; `noAnswer`: the call stays open',
  }),
  at: Instant.optional().meta({ description: 'when it was; left out: now' }),
  note: FreeText.nullable().default(null).meta({ description: 'what was said' }),
});
export type NoteContacted = z.infer<typeof NoteContacted>;

type Noted = { type: 'telling.contacted'; values: Contacted; at: string };

/** @param contactIds contacts of the agreement that is named; whom a mail or a call went to is one, too */
export function decideContacted(
  { told, outbox }: Telling,
  { agreementId, contactId, outcome, note, ...said }: NoteContacted,
  { contactIds, now }: { contactIds: readonly string[]; now: Date },
): Result<Noted> {
  const one = told.find((each) => each.agreementId === agreementId);
  const at = notAhead(said.at ?? now.toISOString(), now);
  const issues: Issue[] = outOfOrder(
    [
      ...(one === undefined ? [] : [{ pointer: '/toldAt', at: one.at, recorded: true as const }]),
      { pointer: '/at', at },
    ],
    now,
  );
  if (one === undefined) issues.push({ pointer: '/agreementId', message: 'there is no such controller told of it' });
  else {
    const ids = [...one.mailIds, ...one.besideIds, ...one.callIds];
    const written = outbox.filter(({ id }) => ids.includes(id)).map(({ to }) => to.id);
    if (![...contactIds, ...written].includes(contactId))
      issues.push({ pointer: '/contactId', message: 'no such contact of this agreement' });
  }
  return issues.length > 0
    ? refused({ code: 'input.invalid', issues })
    : done({ type: 'telling.contacted', values: { agreementId, contactId, outcome, note }, at });
}
