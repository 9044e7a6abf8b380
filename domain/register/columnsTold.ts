import { count, instant, type Reading, term, text } from '../authority/formField';
import { isAccepted, isCaught, tellsItself } from '../delivery/outbox';
import type { Notice, VersionState } from '../notice/fold';
import type { Items } from '../notice/items';
import { lines } from './cell';
import type { Column } from './column';
import { contractIn, type IncidentPart } from './incidentPart';

type Answered = Items['c' | 'd' | 'e'];

/**
 * What the controllers were told, from the version that left last: facts, effects and remedial action (GDPR Art. 33(3) and
 * 33(5)). A case says the same from its own record, under `description`, `persons`, `consequences` and `measures`.
 */
export const columnsTold: readonly Column[] = [
  {
    key: 'toldFacts',
    part: (incident) =>
      toldIn(incident, ({ kind, items, text: words }) => [
        text(items?.a ?? (kind === 'report' ? words : null)) ?? erased(),
      ]),
    ofCase: null,
  },
  {
    key: 'toldPersons',
    part: (incident) => toldIn(incident, ({ items }) => answered(items?.c, (c) => [text(c.text), ...numbersOf(c)])),
    ofCase: null,
  },
  {
    key: 'toldConsequences',
    part: (incident) => toldIn(incident, ({ items }) => answered(items?.d, (d) => [text(d.text)])),
    ofCase: null,
  },
  {
    key: 'toldMeasures',
    part: (incident) => toldIn(incident, ({ items }) => answered(items?.e, (e) => [text(e.text)])),
    ofCase: null,
  },
];

/** A line for each controller that was told, with the version that says so. */
const toldIn = ({ notices, contracts }: IncidentPart, read: (version: VersionState) => readonly Reading[]) =>
  lines(
    notices.flatMap((notice) => {
      const version = lastTold(notice);
      if (version === undefined) return [];
      const { reference, agreementId } = notice.opened;
      const said = read(version);
      const who = [text(contractIn(contracts, agreementId)?.controller), text(`${reference} v${version.number}`)];
      return said.length === 0 ? [] : [[...who, ...said]];
    }),
  );

/** The newest version that left and says what happened: a withdrawal only says that it was no breach. */
function lastTold({ versions, outbox, handed }: Notice): VersionState | undefined {
  const hasLeft = ({ number, deliverableIds }: VersionState): boolean =>
    handed.some(({ what, id, result }) => what === 'version' && id === String(number) && result === 'taken') ||
    outbox.some((one) => deliverableIds.includes(one.id) && tellsItself(one) && (isAccepted(one) || isCaught(one)));
  return versions.findLast((version) => version.kind !== 'withdrawal' && hasLeft(version));
}

/** What is to follow says until when, what nobody will know says why; of an incident report nothing of it is asked. */
function answered<T extends Answered>(
  item: T | undefined,
  read: (value: Extract<T, { answer: 'value' }>) => readonly Reading[],
): readonly Reading[] {
  if (item === undefined) return [];
  if (item.answer === 'toFollow') return [term('registerSaid', item.answer), instant(item.eta)];
  if (item.answer === 'cannotBeDetermined') return [term('registerSaid', item.answer), text(item.reason)];
  return read(item as Extract<T, { answer: 'value' }>);
}

const numbersOf = ({ persons, records }: Extract<Items['c'], { answer: 'value' }>): Reading[] => [
  ...counted(persons, 'personsCounted'),
  ...counted(records, 'recordsCounted'),
];

const counted = (known: number | null, what: string): Reading[] =>
  known === null ? [] : [count({ amount: 'approx', count: known }), term('registerSaid', what)];

const erased = (): Reading => term('registerSaid', 'erased');
