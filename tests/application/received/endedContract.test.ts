import { expect, it } from '@jest/globals';
import { commandIncident } from '../../../application/incident/commandIncident';
import { joinChain, SUB, UPPER } from '../../fakes/chainHouse';
import { createNoticeHouse } from '../../fakes/noticeHouse';
import { items } from '../../fakes/noticeStory';
import { must } from '../../fakes/realHouse';
import { hour, T0 } from '../../fakes/threeControllers';

it.each([
  ['when it began, is touched', hour(-30), ['aube', 'val']],
  ['only before it began, is not', hour(0), ['aube']],
])(
  'a controller whose contract names the sub-processor, and was in force %s (duty S3-16)',
  async (_when, beganAt, touched) => {
    const house = await joinChain(
      await createNoticeHouse(T0, {}, [], (document, key) => {
        if (key === 'orme') return { ...document, subProcessors: [] };
        return key === 'val' ? { ...document, endsOn: '2026-03-26' } : document;
      }),
    );
    const noticeId = await house.subLearns(hour(0));
    const [{ id: incidentId } = { id: '' }] = await house.incidentsOf(SUB);
    const facts = { kind: 'facts.record' as const, agreementId: null, beganAt, ongoing: true };
    must(await commandIncident({ ctx: house.asOf(SUB), input: { incidentId, key: 'began', command: facts as never } }));
    house.clock.now = new Date(hour(3));
    must(await house.send(SUB, noticeId, { kind: 'send', items }));
    await house.settleOf(SUB, noticeId);
    const [received] = await house.incidentsOf(UPPER);
    expect(received?.subNotices[0]?.touched.map(({ agreementId }) => agreementId).toSorted()).toEqual(touched);
  },
);
