import { contactsOf } from '../../domain/agreement/contacts';
import { signedBy } from '../../domain/agreement/versions';
import { notAhead, outOfOrder } from '../../domain/incident/chronology';
import { done, refused, type Result } from '../../domain/shared/errors';
import { changeSubject } from '../entries/changeSubject';
import { mayNoteContactCall } from '../policies/agreement';
import type { Call } from '../ports/ports';

/** `at`: when it was called, UTC. */
export type NoteContactCall = { key: string; agreementId: string; contactId: string; reached: boolean; at: string };

/**
 * Somebody tried a contact's telephone, and says when and whether it was answered (feature F36). The number was
 * that of the newest version signed by then: a call written down late proves nothing of a number that came after it.
 */
export async function noteContactCall({ ctx, input }: Call<NoteContactCall>): Promise<Result<{ seq: number }>> {
  if (!mayNoteContactCall(ctx)) return refused({ code: 'actor.forbidden' });
  const { key, agreementId, contactId, reached } = input;
  const noted = await changeSubject(ctx, {
    kind: 'agreement',
    id: agreementId,
    key,
    request: { agreementId, contactId, reached, at: input.at, command: 'contact.called' },
    standing: 'addition',
    decide(agreement) {
      const now = ctx.ports.now();
      const at = notAhead(input.at, now);
      const current = signedBy(agreement, at);
      const contact = current && contactsOf(current).find(({ id }) => id === contactId);
      const issues = outOfOrder([{ pointer: '/at', at }], now, agreement.recordedAt);
      if (!contact) issues.push({ pointer: '/contactId', message: 'no contact of the version that was signed then' });
      else if (contact.phone === null) issues.push({ pointer: '/contactId', message: 'has no telephone' });
      if (current === null || issues.length > 0) return refused({ code: 'input.invalid', issues });
      const values = { version: current.version, contactId, reached };
      return done({ type: 'agreement.contactCalled', values, at });
    },
  });
  return noted.ok ? done({ seq: noted.value.entry.seq }) : noted;
}
