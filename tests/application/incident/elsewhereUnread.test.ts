import { expect, it } from '@jest/globals';
import { listNow } from '../../../application/overview/listNow';
import { SubjectUnreadable } from '../../../domain/shared/unreadable';
import { createDuties } from '../../../worker/relay/createDuties';
import { createNoticeHouse } from '../../fakes/noticeHouse';
import { must } from '../../fakes/realHouse';
import { T0 } from '../../fakes/threeControllers';

it('a case of our own that cannot be read holds up no board and no other duty of the organisation', async () => {
  const house = await createNoticeHouse(T0);
  await house.report('i1', T0);
  const declared = { kind: 'intrusion', severity: 'high', harmed: 'both', leadId: 'paul', possibleCrime: 'yes' };
  await house.write('incident', 'i1', { type: 'incident.declared', values: { ...declared, basis: 'vu' } });
  const aware = { awareAt: T0, detectedAt: T0, nature: ['availability'], touched: [], ownProcessing: true };
  const values = { ...aware, why: 'nos propres fichiers', gapReason: null, release: null };
  await house.write('incident', 'i1', { type: 'aware.set', values });
  await house.open('i1');
  const attacked = { agreementId: null, attackKnownAt: T0 };
  await house.write('incident', 'i1', { type: 'facts.recorded', values: attacked });
  const { read } = house.ports.projections;
  let asked = 0;
  house.ports.projections.read = async (orgId, kind, id) => {
    if (kind !== 'controllerCase') return read(orgId, kind, id);
    asked += 1;
    throw new SubjectUnreadable('case.fromTomorrow');
  };
  const open = await createDuties(house.ports).open('o1');
  expect(open.map(({ obligation }) => obligation)).toContain('incidentFollowUp');
  const now = must(await listNow({ ctx: house.as('sacha', ['DPO']) }));
  expect(now.rows.map(({ obligation }) => obligation)).toContain('regime');
  expect(asked).toBeGreaterThanOrEqual(2);
});
