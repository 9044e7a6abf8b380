import { authorisationOf, listedAs } from '../../domain/agreement/authorisation';
import { firmsIn } from '../../domain/incident/chains';
import { earlierVersions, originTier, type SubNotice } from '../../domain/incident/subNotice';
import type { NoticeLetter } from '../../domain/letters/notice';
import { type Told, toldApart } from '../../domain/notice/copyTold';
import type { Items } from '../../domain/notice/items';
import { firmKey } from '../../domain/party/firmKey';
import { documentOf } from './defaults';
import type { FullCase } from './readCase';
import { toldOfSub } from './toldWords';

/** What item f follows from. */
type Around = Pick<FullCase, 'subNotices' | 'agreement' | 'breachDay'>;

/** Every notice of a sub-processor that the case knows of: what its items hold already is not said twice. */
export function toldBySubsOf({ subNotices, agreement }: Around, items: Items): NoticeLetter['toldBySubs'] {
  return subNotices.map((said) => ({
    chain: said.chain,
    ...(said.alsoFrom === undefined ? {} : { alsoFrom: said.alsoFrom }),
    tier: originTier(said),
    receivedAt: said.receivedAt,
    reference: said.reference,
    certain: said.certain,
    also: toldApart(items, stillTold(toldOfSub(said, agreement.language), said, subNotices)),
  }));
}

/** Without the numbers that a later version of the same notice gave anew. */
function stillTold(told: Told, said: SubNotice, all: readonly SubNotice[]): Told {
  const later = all.filter((one) => earlierVersions([said], one).length > 0);
  const isOver = (which: 'persons' | 'records') => later.some(({ items }) => (items?.[which] ?? null) !== null);
  const { persons, records } = told.counted;
  return {
    ...told,
    counted: { persons: isOver('persons') ? null : persons, records: isOver('records') ? null : records },
  };
}

/** Those of the annex in force at t0, then those concerned that it does not list: the controller learns of them here. */
export function subProcessorsOf({ breachDay, subNotices: told, agreement }: Around): NoticeLetter['subProcessors'] {
  const document = documentOf(agreement.document);
  const one = (name: string, country: string, service: string) => ({
    name,
    country,
    service,
    authorised: authorisationOf(document, name, breachDay) === 'authorised',
    touched: namedIn(told, name)?.certain === true ? ('yes' as const) : ('unknown' as const),
  });
  const names = new Map(told.flatMap(firmsIn).map((name) => [firmKey(name), name]));
  return [
    ...document.subProcessors.map(({ name, country, service }) => one(name, country, service)),
    ...[...names.values()].filter((name) => listedAs(document, name) === undefined).map((name) => one(name, '–', '–')),
  ];
}

/** The notice that says most of a firm: a certain one before a suspicion. */
function namedIn(told: readonly SubNotice[], name: string): SubNotice | undefined {
  const naming = told.filter((said) => firmsIn(said).some((one) => firmKey(one) === firmKey(name)));
  return naming.find(({ certain }) => certain) ?? naming[0];
}
