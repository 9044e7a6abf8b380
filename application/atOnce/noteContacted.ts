import { contactsOf } from '../../domain/agreement/contacts';
import { newestSigned } from '../../domain/agreement/versions';
import { decideContacted, type NoteContacted } from '../../domain/atOnce/decide';
import { done, refused, type Result } from '../../domain/shared/errors';
import { plain } from '../../domain/shared/plain';
import { changeSubject } from '../entries/changeSubject';
import type { Call } from '../ports/ports';
import { mayAnswerFor } from '../policies/atOnce';
import { discardMails } from '../journal/discardMails';
import type { AtOnceKind } from './matter';

export type NotedContact = { kind: AtOnceKind; id: string; key: string; contacted: NoteContacted };

/** Somebody says that a contact was called, or has answered, about what was told at once. Refused for no state. */
export async function noteContacted({
  ctx,
  input: { kind, id, key, contacted },
}: Call<NotedContact>): Promise<Result<{ seq: number; revision: number; created: boolean }>> {
  if (!mayAnswerFor(ctx, kind)) return refused({ code: 'actor.forbidden' });
  const { orgId, ports } = ctx;
  const agreement = await ports.projections.read(orgId, 'agreement', contacted.agreementId);
  const current = agreement && newestSigned(agreement);
  const contactIds = current === null ? [] : contactsOf(current).map((contact) => contact.id);
  const noted = await changeSubject(ctx, {
    kind,
    id,
    key,
    request: plain({ ...contacted, command: 'telling.contacted' }),
    standing: 'addition',
    decide(telling) {
      const decided = decideContacted(telling, contacted, { contactIds, now: ports.now() });
      return decided.ok ? done({ ...decided.value, values: plain(decided.value.values) }) : decided;
    },
  });
  if (!noted.ok) return noted;
  await discardMails(ctx, { kind, id }); // of a text that was erased while somebody had yet to be called
  const { entry, created } = noted.value;
  return done({ seq: entry.seq, revision: entry.revision, created });
}
