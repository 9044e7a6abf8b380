import { namesOthers, namingFault } from '../agreement/otherClients';
import { done, type Issue, refused, type Result } from '../shared/errors';
import { type Around, unknownAgreements, untouched } from './around';
import { faultsOfChains, withoutCycles } from './chains';
import { outOfOrder } from './chronology';
import type { CommandOf } from './commands';
import type { IncidentEvent } from './events';
import type { Incident } from './incident';
import { isForAnybody } from './subNotice';
import type { SubItems, SubNoticeSeal } from './subNoticeValues';

type Receive = CommandOf<'subNotice.receive'>;
type Used = 'now' | 'newId' | 'agreementIds' | 'planned' | 'firms' | 'seal' | 'isPerson';

/**
 * A sub-processor's notice is recorded with the instant of its receipt, or every reason why it cannot (domain rules 7.5). A
 * signed one that came in by itself is not lost for what a person would be asked: an item that names a controller is held
 * back, a chain that comes back is left out where another does not, and whom it touches may be for a person to say.
 */
export function decideSubNotice(command: Receive, around: Pick<Around, Used>): Result<IncidentEvent> {
  const { seal = null, isPerson } = around;
  const held = seal !== null && !isPerson ? itemsNaming({ ...command, seal }, around.firms.clients) : [];
  const sound = seal !== null && !isPerson ? withoutCycles(command, around.firms.own) : command;
  const kept = { ...sound, items: { ...command.items, ...Object.fromEntries(held.map((item) => [item, null])) } };
  const issues = faultsOfSubNotice(kept, around);
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  const { kind: _kind, othersConfirmed: _seen, ...said } = kept;
  return done({ type: 'subNotice.received', values: { ...said, subNoticeId: around.newId, seal, held } });
}

/** One version is one, by whichever of its envelopes: who brings it while another writes it down changes nothing (ADR 0042). */
export const isToldAlready = ({ subNotices }: Pick<Incident, 'subNotices'>, { seal = null }: Pick<Around, 'seal'>) =>
  seal !== null &&
  subNotices.some(
    (one) =>
      one.seal?.origin === seal.origin &&
      one.seal.noticeId === seal.noticeId &&
      (one.seal.envelopeHash === seal.envelopeHash || one.seal.version === seal.version),
  );

/** What is wrong with it, whatever incident it belongs to. */
function faultsOfSubNotice(said: Receive, around: Pick<Around, Used>): Issue[] {
  const isSealed = (around.seal ?? null) !== null;
  return [
    ...faultsOfChains(said, around.firms.own),
    ...(said.email === null && said.phone === null && !isSealed
      ? [{ pointer: '/phone', message: 'give an address or a telephone of who told it' }]
      : []),
    ...outOfOrder([{ pointer: '/receivedAt', at: said.receivedAt }], around.now),
    ...unknownAgreements(said.touched, around),
    ...(said.certain && (around.isPerson || !isSealed) ? untouched(said) : []),
    ...faultsOfNames({ ...said, seal: around.seal ?? null }, around.firms.clients),
  ];
}

const texts = ['a', 'b', 'c', 'd', 'e'] as const satisfies readonly (keyof SubItems)[];

type Told = Pick<Receive, 'touched' | 'items' | 'othersConfirmed'> & { seal: SubNoticeSeal | null };

/** Items go to every controller that is touched: none of them may name another (invariant 8). */
const faultsOfNames = (said: Told, clients: Around['firms']['clients']): Issue[] =>
  texts.flatMap((item) => {
    const message = namingFault(namingIn(said, item, clients), said.othersConfirmed);
    return message === null ? [] : [{ pointer: `/items/${item}`, message }];
  });

/** Nobody reads before what came in by itself: what may be chance is held back, too. */
const itemsNaming = (said: Told, clients: Around['firms']['clients']) =>
  texts.filter((item) => namingIn(said, item, clients) !== null);

const namingIn = (said: Told, item: (typeof texts)[number], clients: Around['firms']['clients']) =>
  namesOthers(said.items[item] ?? '', isForAnybody(said) ? null : said.touched, clients);

export const hasBeenAcknowledged: Result<never> = refused({
  code: 'input.invalid',
  issues: [{ pointer: '/subNoticeId', message: 'has been acknowledged' }],
});

/** A signed version is acknowledged once; what was keyed in by hand is acknowledged where it came from. */
export function decideAcknowledge(
  { subNotices }: Pick<Incident, 'subNotices'>,
  { subNoticeId, name, function: role }: CommandOf<'subNotice.acknowledge'>,
  { acknowledged = { via: 'hand', deliverables: [] } }: Pick<Around, 'acknowledged'>,
): Result<IncidentEvent> {
  const said = subNotices.find((one) => one.subNoticeId === subNoticeId);
  const message = said === undefined || said.seal === null ? 'no signed notice of a sub-processor' : null;
  if (message) return refused({ code: 'input.invalid', issues: [{ pointer: '/subNoticeId', message }] });
  if (said?.acknowledged) return hasBeenAcknowledged;
  return done({ type: 'subNotice.acknowledged', values: { subNoticeId, name, function: role, ...acknowledged } });
}
