import { firmKey } from '../party/firmKey';
import { done, type Issue, refused, type Result } from '../shared/errors';
import { type Around, unknownAgreements, untouched } from './around';
import { outOfOrder } from './chronology';
import type { CommandOf } from './commands';
import type { IncidentEvent } from './events';
import type { SubItems } from './subNoticeValues';

type Receive = CommandOf<'subNotice.receive'>;
type Used = 'now' | 'newId' | 'agreementIds' | 'planned' | 'firms';

/** A sub-processor's notice is recorded with the instant of its receipt, or every reason why it cannot (domain rules 7.5). */
export function decideSubNotice(command: Receive, around: Pick<Around, Used>): Result<IncidentEvent> {
  const { kind: _kind, ...said } = command;
  const issues = faultsOfSubNotice(command, around);
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  return done({ type: 'subNotice.received', values: { ...said, subNoticeId: around.newId } });
}

/** What is wrong with it, whatever incident it belongs to. */
function faultsOfSubNotice(said: Receive, around: Pick<Around, Used>): Issue[] {
  return [
    ...faultsOfChain(said.chain, around.firms.own),
    ...(said.email === null && said.phone === null
      ? [{ pointer: '/phone', message: 'give an address or a telephone of who told it' }]
      : []),
    ...outOfOrder([{ pointer: '/receivedAt', at: said.receivedAt }], around.now),
    ...unknownAgreements(said.touched, around),
    ...(said.certain ? untouched(said) : []),
    ...namesOthers(said, around.firms.controllers),
  ];
}

/** A chain that comes back to somebody, ourselves included, is none: nobody is told by who waits for it. */
export function faultsOfChain(chain: readonly string[], own: readonly string[]): Issue[] {
  const ours = own.map(firmKey);
  return chain.flatMap((name, index) => {
    const key = firmKey(name);
    const pointer = `/chain/${index}`;
    if (ours.includes(key)) return [{ pointer, message: 'is ourselves: the chain comes back to where it began' }];
    const isRepeated = chain.slice(0, index).some((before) => firmKey(before) === key);
    return isRepeated ? [{ pointer, message: 'is in the chain already: it comes back on itself' }] : [];
  });
}

const texts = ['a', 'b', 'c', 'd', 'e'] as const satisfies readonly (keyof SubItems)[];

/** Items go to every controller that is touched: none of them may name another (invariant 8). */
function namesOthers({ touched, items }: Receive, controllers: Around['firms']['controllers']): Issue[] {
  const told = touched.map(({ agreementId }) => controllers.find((one) => one.agreementId === agreementId)?.name ?? '');
  const others = controllers.filter(({ name }) => told.some((one) => firmKey(one) !== firmKey(name)));
  return texts.flatMap((item) => {
    const text = firmKey(items[item] ?? '');
    const isNamed = others.some(({ name }) => firmKey(name) !== '' && text.includes(firmKey(name)));
    const message = 'names a controller whom not everybody who gets it may hear of: leave the name out';
    return isNamed ? [{ pointer: `/items/${item}`, message }] : [];
  });
}
