import { expect, it } from '@jest/globals';
import { askByLink } from '../../../application/guest/askByLink';
import { noteNotice } from '../../../application/notice/noteNotice';
import { MOST_QUESTIONS_AN_HOUR } from '../../../domain/notice/decideNote';
import { createNoticeHouse } from '../../fakes/noticeHouse';
import { must } from '../../fakes/realHouse';
import { becomeAware, hour, send, T0 } from '../../fakes/threeControllers';

it('questions at once are no more than an hour may have; two answers at once are one', async () => {
  const house = await createNoticeHouse(T0);
  await becomeAware(house);
  const { id: noticeId } = await house.noticeOf('val');
  house.clock.now = new Date(hour(1));
  await send(house, noticeId);
  const token = await house.ports.links.issue('o1', noticeId, 'c1');
  const ask = (key: string) => askByLink(house.ports, { token, key, text: 'Combien ?' });
  for (let n = 1; n < MOST_QUESTIONS_AN_HOUR; n += 1) must(await ask(`${n}`));
  const asked = await Promise.all([ask('a'), ask('b')]);
  expect(asked.map(({ ok }) => ok)).toEqual([true, false]);
  expect((await house.noticeOf('val')).questions).toHaveLength(MOST_QUESTIONS_AN_HOUR);
  const answer = (text: string) => {
    const command = { kind: 'answer' as const, questionId: 'c1-a', text };
    return noteNotice({ ctx: house.as('sacha', ['DPO']), input: { noticeId, key: text, command } });
  };
  const answered = await Promise.all([answer('Douze.'), answer('Treize.')]);
  expect(answered.map(({ ok }) => ok)).toEqual([true, false]);
});
