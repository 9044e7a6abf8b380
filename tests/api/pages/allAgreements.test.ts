import { expect, it } from '@jest/globals';
import { agreementOptions, signedAgreements } from '../../../api/pages/incident/around';
import { decideRecord } from '../../../domain/agreement/decide';
import { annexOf, createNoticeHouse } from '../../fakes/noticeHouse';
import { must } from '../../fakes/realHouse';
import { T0 } from '../../fakes/threeControllers';

it('forms of an incident offer every agreement, the oldest of more than two hundred too', async () => {
  const house = await createNoticeHouse(T0);
  for (let more = 1; more <= 200; more += 1) {
    await house.write('agreement', `more-${more}`, must(decideRecord(annexOf('aube'), `party-${more}`)));
  }
  const offered = agreementOptions(await signedAgreements(house.engine)).map(({ value }) => value);
  expect(offered).toHaveLength(203);
  expect(offered).toContain('val');
});
