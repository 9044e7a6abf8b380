import { z } from 'zod';
import { listParties } from '../../../application/party/readParties';
import { mayReadParties, mayRecordParty } from '../../../application/policies/party';
import { exchangeUrlOf } from '../../../domain/exchange/exchangeUrl';
import type { Party } from '../../../domain/party/fold';
import { partiesPage, type PartyLine } from '../../../templates/pages/parties';
import { definePage } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { savedQuery } from '../forms/once';
import { enterHouse, shownAs } from '../frame';
import type { PageHouse } from '../house';

const PAGE = 50;

/** Whose seal is believed, and the key that we give to them. */
export const partiesPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/parties',
    audience: 'member',
    policy: mayReadParties,
    params: z.object({ orgId: OrgId }),
    query: z.object({ after: Id.optional(), ...savedQuery }),
    async render(visit) {
      const { after, saved } = visit.query;
      const entered = await enterHouse(
        house,
        visit,
        'agreements',
        `/parties${after === undefined ? '' : `?after=${after}`}`,
      );
      if (!entered.ok) return entered;
      const { ctx, frame } = entered.value;
      const found = await listParties({ ctx, input: { limit: PAGE + 1, ...(after !== undefined && { after }) } });
      if (!found.ok) return found;
      const shown = found.value.slice(0, PAGE);
      const last = shown.at(-1);
      const { checkpoints, proofs } = ctx.ports;
      const isSigned = (await checkpoints.newestHash(ctx.orgId)) !== null;
      return shownAs(
        partiesPage(frame, {
          lines: shown.map(lineOf),
          older: found.value.length > PAGE && last ? `/parties?after=${last.id}` : null,
          own: isSigned ? await proofs.notary.verifierKey(ctx.orgId) : null,
          ownUrl: exchangeUrlOf(ctx.ports.settings.publicUrl, ctx.orgId),
          isExchanging: ctx.ports.carriers.exchange !== null,
          mayRecord: mayRecordParty(ctx),
          isSaved: saved === '1',
        }),
      );
    },
  });

const lineOf = ({ id, name, role, key, admits, opens, exchangeUrl }: Party): PartyLine => ({
  path: `/parties/${id}`,
  name: name ?? { key: 'parties.erased' },
  role: { key: `partyRole.${role}` },
  key,
  admits,
  opens: opens && { key: `opens.${opens}` },
  exchangeUrl,
});
