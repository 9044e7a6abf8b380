import { type Admit, decideAdmission } from '../../domain/party/decide';
import { done, refused, type Result } from '../../domain/shared/errors';
import { plain } from '../../domain/shared/plain';
import { changeSubject } from '../entries/changeSubject';
import { mayRecordParty } from '../policies/party';
import type { Call } from '../ports/ports';
import { type WrittenParty, writtenOf } from './recordParty';

export type AdmitParty = { partyId: string; key: string; admit: Admit; decided?: number | undefined };

/** Whether the notices of this party, an organisation of the same installation, open our cases by themselves. */
export async function admitParty({ ctx, input }: Call<AdmitParty>): Promise<Result<WrittenParty>> {
  if (!mayRecordParty(ctx)) return refused({ code: 'actor.forbidden' });
  const { partyId, key, admit, decided } = input;
  const changed = await changeSubject(ctx, {
    kind: 'party',
    id: partyId,
    key,
    request: plain({ partyId, ...admit }),
    decided,
    standing: 'decision',
    decide(party) {
      const event = decideAdmission(party, admit);
      return event.ok ? done({ type: event.value.type, values: plain(event.value.values) }) : event;
    },
  });
  return changed.ok ? done(writtenOf(changed.value.entry, changed.value.created)) : changed;
}
