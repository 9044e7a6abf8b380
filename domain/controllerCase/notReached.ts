import type { ControllerCase } from './case';
import { comparedSendings, countedTellings } from './toldAnew';

/**
 * Whom telling did not reach, in numbers (domain rules 7.4: told versus concerned, bounces). `told`: said to be told, `bounced`
 * of them came back; `unknown`: handed over without an answer; `others`: refused, lost with their list, or not posted.
 */
export type NotReached = { told: number; concerned: number | null; bounced: number; unknown: number; others: number };

/** Null where the persons were told and nothing is missing, where they need not be, and before they are. */
export function notReached({ stage, persons, record, saidAt }: ControllerCase): NotReached | null {
  if (stage !== 'BREACH' || persons.state !== 'TOLD') return null;
  const [tellings, sendings] = [countedTellings(persons), comparedSendings(persons)];
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const told = sum(tellings.map((one) => one.told - one.again));
  const bounced = sum(tellings.map((one) => one.bounced));
  const unknown = sum(sendings.map(({ missed }) => missed?.unknown ?? 0));
  const unposted = sendings.map(({ letters, posted }) => (posted?.isOver === true ? letters - posted.told : 0));
  const others = sum(sendings.map(({ missed }) => (missed?.refused ?? 0) + (missed?.lost ?? 0))) + sum(unposted);
  const counted = record.persons ?? null;
  const said = [...sendings, ...tellings].flatMap((one) => (one.concerned === null ? [] : [one.concerned]));
  // what was recorded after the persons were told counts, too: more may be concerned than anybody knew then
  const isNewer = (saidAt.persons ?? 0) > Math.max(...[...sendings, ...tellings].map(({ seq }) => seq));
  const recorded = counted !== null && 'count' in counted && (said.length === 0 || isNewer) ? [counted.count] : [];
  const known = said.length + recorded.length > 0 ? Math.max(...said, ...recorded) : null;
  const isShort = (known !== null && told - bounced < known) || bounced + unknown + others > 0;
  return isShort ? { told, concerned: known, bounced, unknown, others } : null;
}
