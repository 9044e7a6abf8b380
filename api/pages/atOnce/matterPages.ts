import { z } from 'zod';
import { controllersOf } from '../../../application/atOnce/controllersOf';
import { mayAnswerFor } from '../../../application/policies/atOnce';
import { mayReadTransfers } from '../../../application/policies/transfer';
import { mayReadVulnerabilities } from '../../../application/policies/vulnerability';
import { readTransfer } from '../../../application/transfer/readTransfers';
import { readVulnerability } from '../../../application/vulnerability/readVulnerabilities';
import { acknowledgedAt, untoldOf } from '../../../domain/atOnce/telling';
import { failedAt } from '../../../domain/delivery/failedAt';
import { isAccepted } from '../../../domain/delivery/outbox';
import type { Vulnerability } from '../../../domain/vulnerability/fold';
import { type AtOnceView, atOncePage, type ToldLine } from '../../../templates/pages/atOnce';
import type { Said } from '../../../templates/pages/words/word';
import { definePage, type Page } from '../../http/definePage';
import { erasable } from './erasable';
import { Id, OrgId } from '../../http/fields';
import { againQuery } from '../forms/once';
import { enterHouse, type Inside, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { incidentLabel } from '../rowWords';
import { callsIn } from './calls';
import { vulnerabilityActs } from './commands';
import { ownOfTransfer } from './transferView';
import { ofTransfer, ofVulnerability, type Shown, standingOf } from './standing';

/** Who a contact says it is that acknowledged by its link. */
const selfWords = ({ name, function: role }: { name: string | null; function: string | null }): Said => ({
  key: 'atOnce.byLink',
  values: { who: [name, role].filter((one) => one !== null).join(', ') || '–' },
});

export type Own = Pick<AtOnceView, 'facts' | 'secrecy' | 'flag'> & {
  segments: readonly { segment: string; label: Said }[];
};

/** What either kind shows alike: whom it was told to, what waits, what was answered. */
async function shown({ ctx, frame }: Inside, one: Shown, { segments, ...own }: Own): Promise<string> {
  const kind = one.room === 'transfers' ? 'transfer' : 'vulnerability';
  const untold = untoldOf(one.touched, one);
  const controllers = await controllersOf(ctx, [...untold, ...one.told.map(({ agreementId }) => agreementId)]);
  const nameOf = (id: string): string => controllers.get(id)?.name ?? id;
  const path = `/${one.room}/${one.id}`;
  const waiting = await callsIn(ctx, one, { id: one.id, path, mayNote: mayAnswerFor(ctx, kind) });
  const lines = one.told.map((told): ToldLine => {
    const mails = one.outbox.filter(({ id }) => told.mailIds.includes(id));
    const failed = mails.filter((mail) => failedAt(mail) !== null).length;
    const counts = { accepted: String(mails.filter(isAccepted).length), all: String(mails.length) };
    return {
      controller: nameOf(told.agreementId),
      at: told.at,
      mails: mails.length === 0 ? null : { key: 'atOnce.mailsOf', values: counts },
      failed: failed === 0 ? null : { key: 'atOnce.failed', values: { n: String(failed) } },
      acknowledgedAt: acknowledgedAt(told),
      ...standingOf(one, told),
    };
  });
  const none = { at: null, mails: null, failed: null, acknowledgedAt: null };
  return atOncePage(frame, {
    ...own,
    crumb: { href: `/${one.room}`, label: { key: `atOnce.${one.room}` } },
    title: one.title,
    reference: one.reference,
    stage: one.stage,
    controllers: [
      ...untold.map((id) => ({ controller: nameOf(id), ...none, ...standingOf(one, undefined) })),
      ...lines,
    ],
    acts: segments.map(({ segment, label }) => ({ href: `${path}/${segment}`, label })),
    waiting,
    scripts: waiting,
    said: one.told.flatMap(({ agreementId, contacted }) =>
      contacted.map(({ contactId, outcome, at, note, self }) => ({
        at,
        who: `${controllers.get(agreementId)?.contacts.find(({ id }) => id === contactId)?.name ?? contactId}, ${nameOf(agreementId)}`,
        what: { key: `atOnce.outcome.${outcome}` as const },
        note: self === null ? note : selfWords(self),
      })),
    ),
  });
}

const NOBODY_NAMED: Own['flag'] = { said: { key: 'atOnce.nobodyNamed' }, why: { key: 'atOnce.nobodyNamedWhy' } };

async function ownOfVulnerability({ ctx }: Inside, one: Vulnerability): Promise<Own> {
  const { proven, fixed, stage, told } = one;
  const may = mayAnswerFor(ctx, 'vulnerability');
  const incident =
    proven.incidentId === null ? null : await ctx.ports.projections.read(ctx.orgId, 'incident', proven.incidentId);
  const acts = vulnerabilityActs.filter(({ kind }) => (kind === 'contacted' ? told.length > 0 : stage === 'VULN_TOLD'));
  return {
    secrecy: null,
    flag: stage === 'VULN_TOLD' && proven.touched.length === 0 ? NOBODY_NAMED : null,
    segments: may ? acts.map(({ segment, label }) => ({ segment, label: { key: label } })) : [],
    facts: [
      { name: { key: 'atOnce.proved' }, text: erasable(proven.text) },
      { name: { key: 'atOnce.provenAt' }, at: proven.provenAt },
      { name: { key: 'atOnce.severity' }, text: { key: `severity.${proven.severity}` } },
      ...(incident === null
        ? []
        : [
            {
              name: { key: 'atOnce.incident' } as Said,
              text: incidentLabel(incident),
              href: `/incidents/${incident.id}`,
            },
          ]),
      ...(proven.identifier === null ? [] : [{ name: { key: 'atOnce.identifier' } as Said, text: proven.identifier }]),
      ...(proven.systems?.length ? [{ name: { key: 'signal.systems' } as Said, text: proven.systems.join(', ') }] : []),
      ...(fixed === null
        ? []
        : [
            { name: { key: 'atOnce.fixedAt' } as Said, at: fixed.at },
            { name: { key: 'atOnce.how' } as Said, text: erasable(fixed.how) },
          ]),
    ],
  };
}

/** One thing that is told at once, with its state: told to whom, when, acknowledged or not. */
export const atOnceMatterPages = (house: PageHouse): Page[] => [
  definePage({
    path: '/o/{orgId}/vulnerabilities/{vulnerabilityId}',
    audience: 'member',
    policy: mayReadVulnerabilities,
    params: z.object({ orgId: OrgId, vulnerabilityId: Id }),
    query: z.object(againQuery),
    async render(visit) {
      const { vulnerabilityId } = visit.params;
      const entered = await enterHouse(house, visit, 'incidents', `/vulnerabilities/${vulnerabilityId}`);
      if (!entered.ok) return entered;
      const read = await readVulnerability({ ctx: entered.value.ctx, input: { vulnerabilityId } });
      if (!read.ok) return read;
      const own = await ownOfVulnerability(entered.value, read.value);
      return shownAs(await shown(entered.value, ofVulnerability(read.value), own));
    },
  }),
  definePage({
    path: '/o/{orgId}/transfers/{transferId}',
    audience: 'member',
    policy: mayReadTransfers,
    params: z.object({ orgId: OrgId, transferId: Id }),
    query: z.object(againQuery),
    async render(visit) {
      const { transferId } = visit.params;
      const entered = await enterHouse(house, visit, 'incidents', `/transfers/${transferId}`);
      if (!entered.ok) return entered;
      const read = await readTransfer({ ctx: entered.value.ctx, input: { transferId } });
      if (!read.ok) return read;
      const own = ownOfTransfer(entered.value, read.value);
      return shownAs(await shown(entered.value, ofTransfer(read.value, visit.now), own));
    },
  }),
];
