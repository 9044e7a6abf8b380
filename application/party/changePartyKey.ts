import { type ChangeKey, decideKey } from '../../domain/party/decide';
import { done, refused, type Result } from '../../domain/shared/errors';
import { plain } from '../../domain/shared/plain';
import { changeSubject } from '../entries/changeSubject';
import { mayRecordParty } from '../policies/party';
import type { Call } from '../ports/ports';
import { allParties } from './readParties';
import { type WrittenParty, writtenOf } from './recordParty';

export type ChangePartyKey = { partyId: string; key: string; change: ChangeKey; decided?: number | undefined };

/** Another key of a counterpart is believed from now on, or none. */
export async function changePartyKey({ ctx, input }: Call<ChangePartyKey>): Promise<Result<WrittenParty>> {
  if (!mayRecordParty(ctx)) return refused({ code: 'actor.forbidden' });
  const { partyId, key, change, decided } = input;
  const others = await allParties(ctx);
  const changed = await changeSubject(ctx, {
    kind: 'party',
    id: partyId,
    key,
    request: plain({ partyId, ...change }),
    decided,
    standing: 'decision',
    decide(party) {
      const event = decideKey(party, change, others);
      return event.ok ? done({ type: event.value.type, values: plain(event.value.values) }) : event;
    },
  });
  return changed.ok ? done(writtenOf(changed.value.entry, changed.value.created)) : changed;
}
