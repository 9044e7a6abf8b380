import type { NoticeLetter } from '../../domain/letters/notice';
import type { Block } from '../blocks/block';
import { facts, heading, paragraph, subheading, table, warning, when } from '../blocks/build';
import type { Speaker } from '../speaker';

type Firms = Pick<NoticeLetter, 'subProcessors' | 'toldBySubs'>;

/** f) Who else processes, and whether the contract allows it. */
export function subProcessors({ subProcessors: all, toldBySubs }: Firms, speaker: Speaker): Block[] {
  const { say } = speaker;
  const head = [say('f.name'), say('f.service'), say('f.authorised'), say('f.touched')];
  const rows = all.map(({ name, country, service, authorised, touched }) => [
    `${name} (${country})`,
    service,
    say(authorised ? 'word.yes' : 'word.no'),
    say(`word.${touched}`),
  ]);
  return [
    heading(say('f.title')),
    all.length === 0 ? paragraph(say('f.none')) : table(head, rows),
    ...when(
      all.some(({ authorised }) => !authorised),
      warning(say('f.unauthorised')),
    ),
    ...toldBySubs.flatMap((told) => toldBy(told, speaker)),
  ];
}

/** "X, told by Y": who told us, then who told them. */
const cameFrom = (chain: readonly string[], say: Speaker['say']): string =>
  chain.slice(0, -1).reduceRight((below, name) => say('f.toldVia', { name, below }), chain.at(-1) ?? '');

/** Told by whom, of which tier, when; then what of it the items above do not hold, so that nothing of it is dropped. */
function toldBy(told: NoticeLetter['toldBySubs'][number], { say, instant }: Speaker): Block[] {
  const { chain, alsoFrom = [], tier, receivedAt, reference, certain, also } = told;
  return [
    subheading(say('f.told', { name: chain[0] ?? '' })),
    facts(
      [say('f.toldChain'), cameFrom(chain, say)],
      [say('f.toldTier'), String(tier)],
      ...alsoFrom.flatMap((other) => [
        [say('f.toldChain'), cameFrom(other, say)] as const,
        [say('f.toldTier'), String(other.length + 1)] as const,
      ]),
      [say('f.toldReceived'), instant(receivedAt)],
      ...(reference === null ? [] : [[say('f.toldReference'), reference] as const]),
      [say('f.toldState'), say(certain ? 'f.toldCertain' : 'f.toldSuspicion')],
      ...also.map(({ item, text }) => [say(`items.${item}`), text] as const),
    ),
  ];
}
