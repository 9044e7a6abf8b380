import { expect, it } from '@jest/globals';
import { subNoticeLines } from '../../../api/pages/incident/subNoticeLines';
import { commands, storyAt } from '../../fakes/incidentStory';

it('a notice of several sources shows each, what was left out, and its farthest tier (domain rules 7.5)', () => {
  const alsoFrom = [['Hébergeur Fictif', 'Deux', 'Trois'], ['Hébergeur Fictif']];
  const incident = storyAt('EVENT_NEW').act({ ...commands['subNotice.receive'], alsoFrom });
  const subNotices = incident.subNotices.map((said) => ({
    ...said,
    leftOut: [['Hébergeur Fictif', 'Atelier Fictif']],
  }));
  const asker = { actor: { kind: 'person' as const, id: 'p1' }, roles: ['DPO' as const] };
  const [line] = subNoticeLines({ incident: { ...incident, subNotices }, cases: [] }, asker);
  const said = (key: string) =>
    line?.facts.flatMap(({ label, value }) => (typeof label === 'object' && label.key === key ? value : []));
  expect([line?.from, said('subNotice.alsoFrom'), said('subNotice.leftOut'), said('subNotice.tier')]).toEqual([
    'Hébergeur Fictif',
    ['Hébergeur Fictif ← Deux ← Trois', 'Hébergeur Fictif'],
    ['Hébergeur Fictif ← Atelier Fictif'],
    ['4'],
  ]);
});
