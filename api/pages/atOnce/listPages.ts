import { z } from 'zod';
import type { Asker } from '../../../application/policies/asker';
import { mayReadTransfers, mayRecordTransfer } from '../../../application/policies/transfer';
import { mayProveVulnerability, mayReadVulnerabilities } from '../../../application/policies/vulnerability';
import type { Context } from '../../../application/ports/ports';
import { listTransfers } from '../../../application/transfer/readTransfers';
import { listVulnerabilities } from '../../../application/vulnerability/readVulnerabilities';
import { done, type Result } from '../../../domain/shared/errors';
import { atOnceListPage } from '../../../templates/pages/atOnce';
import type { Word } from '../../../templates/pages/words/word';
import { definePage, type Page } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { enterHouse, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { lineOf, ofTransfer, ofVulnerability, type Shown } from './standing';

const PAGE = 25;

type Asked = { after?: string; limit: number };
type Room = {
  room: Shown['room'];
  records: readonly { segment: string; label: Word }[];
  mayRead(asker: Asker): boolean;
  mayRecord(asker: Asker): boolean;
  list(ctx: Context, asked: Asked): Promise<Result<Shown[]>>;
};

const rooms: readonly Room[] = [
  {
    room: 'vulnerabilities',
    records: [{ segment: 'new', label: 'atOnce.newVulnerability' }],
    mayRead: mayReadVulnerabilities,
    mayRecord: mayProveVulnerability,
    async list(ctx, input) {
      const found = await listVulnerabilities({ ctx, input });
      return found.ok ? done(found.value.map(ofVulnerability)) : found;
    },
  },
  {
    room: 'transfers',
    records: [
      { segment: 'new', label: 'atOnce.newTransfer' },
      { segment: 'outside', label: 'atOnce.newOutside' },
    ],
    mayRead: mayReadTransfers,
    mayRecord: mayRecordTransfer,
    async list(ctx, input) {
      const found = await listTransfers({ ctx, input });
      return found.ok ? done(found.value.map((one) => ofTransfer(one, ctx.ports.now()))) : found;
    },
  },
];

const listPage = (house: PageHouse, { room, records, mayRead, mayRecord, list }: Room): Page =>
  definePage({
    path: `/o/{orgId}/${room}`,
    audience: 'member',
    policy: mayRead,
    params: z.object({ orgId: OrgId }),
    query: z.object({ after: Id.optional() }),
    async render(visit) {
      const { after } = visit.query;
      const here = `/${room}${after === undefined ? '' : `?after=${after}`}`;
      const entered = await enterHouse(house, visit, 'incidents', here);
      if (!entered.ok) return entered;
      const { ctx, frame } = entered.value;
      const found = await list(ctx, { limit: PAGE + 1, ...(after !== undefined && { after }) });
      if (!found.ok) return found;
      const last = found.value.at(PAGE - 1);
      return shownAs(
        atOnceListPage(frame, {
          title: { key: `atOnce.${room}` },
          tabs: rooms
            .filter((one) => one.mayRead(ctx))
            .map((one) => ({ href: `/${one.room}`, label: { key: `atOnce.${one.room}` }, current: one.room === room })),
          lines: found.value.slice(0, PAGE).map(lineOf),
          older: found.value.length > PAGE && last ? `/${room}?after=${last.id}` : null,
          records: mayRecord(ctx)
            ? records.map(({ segment, label }) => ({ href: `/${room}/${segment}`, label: { key: label } }))
            : [],
        }),
      );
    },
  });

/** Of what controllers are told at once, each kind as a list with whom it was told to and who confirmed. */
export const atOnceListPages = (house: PageHouse): Page[] => rooms.map((room) => listPage(house, room));
