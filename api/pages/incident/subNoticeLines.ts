import type { IncidentOverview } from '../../../application/overview/readIncidentOverview';
import { mayCommand } from '../../../application/policies/incident';
import type { Asker } from '../../../application/policies/asker';
import { originTier, proposedAwareness, type SubNotice } from '../../../domain/incident/subNotice';
import { allowedIn } from '../../../domain/incident/transitions';
import type { SubNoticeLine } from '../../../templates/pages/incident';
import { nameAmong } from '../rowWords';
import type { Said, Word } from '../../../templates/pages/words/word';

/** What sub-processors told of this incident, newest first. */
export function subNoticeLines(
  { incident, cases }: Pick<IncidentOverview, 'incident' | 'cases'>,
  asker: Asker,
): SubNoticeLine[] {
  const proposed = proposedAwareness(incident);
  const mayConfirm = mayCommand(asker, 'aware.set') && allowedIn(incident.stage).includes('aware.set');
  const refusing = (said: SubNotice) =>
    cases.filter(({ subNotices }) =>
      subNotices.some(({ place, authorised }) => !authorised && incident.subNotices[place - 1]?.seq === said.seq),
    );
  return incident.subNotices.toReversed().map((said) => ({
    unauthorised: refusing(said).map((one) => {
      return { key: 'subNotice.unauthorised' as const, values: { controller: nameAmong(one, cases) } };
    }),
    from: said.chain.join(' ← '),
    certain: said.certain,
    receivedAt: said.receivedAt,
    facts: factsOf(said),
    proposes: proposed?.subNoticeId === said.subNoticeId,
    confirm: mayConfirm && proposed?.subNoticeId === said.subNoticeId ? `/incidents/${incident.id}/aware` : null,
  }));
}

function factsOf(said: SubNotice): SubNoticeLine['facts'] {
  const { toldBy, email, phone, reference, text, items, seal, held, acknowledged, alsoFrom = [], leftOut = [] } = said;
  const row = (label: Word, value: Said | null | undefined) =>
    value === null || value === undefined || value === '' ? [] : [{ label: { key: label }, value }];
  const contact = [toldBy, phone, email].filter((one) => one !== null).join(', ');
  const number = (count: number | null | undefined) => (typeof count === 'number' ? String(count) : null);
  return [
    ...row('subNotice.toldBy', contact),
    ...row('subNotice.reference', reference),
    ...row('subNotice.sealed', seal && { key: 'case.version', values: { n: String(seal.version) } }),
    ...row('subNotice.acknowledged', acknowledged && { key: `subNotice.via.${acknowledged.via}` }),
    ...row('subNotice.held', held.join(', ')),
    ...alsoFrom.flatMap((chain) => row('subNotice.alsoFrom', chain.join(' ← '))),
    ...leftOut.flatMap((chain) => row('subNotice.leftOut', chain.join(' ← '))),
    ...row('subNotice.tier', String(originTier(said))),
    ...row('subNotice.text', text),
    ...(['a', 'b', 'c', 'd', 'e'] as const).flatMap((item) => row(`subNotice.${item}`, items?.[item])),
    ...row('draft.cPersons', number(items?.persons)),
    ...row('draft.cRecords', number(items?.records)),
  ];
}
