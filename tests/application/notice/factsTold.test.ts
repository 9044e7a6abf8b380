import { expect, it } from '@jest/globals';
import { factsTold } from '../../../application/notice/factsTold';
import { loadCase } from '../../../application/notice/readCase';
import { createNoticeHouse } from '../../fakes/noticeHouse';
import { items } from '../../fakes/noticeStory';
import { becomeAware, T0 } from '../../fakes/threeControllers';

it('dates are told in the language and zone of each contract, as its letter tells them', async () => {
  const house = await createNoticeHouse(T0, {}, [], (document, key) =>
    key === 'aube' ? { ...document, language: 'en', timeZone: 'Europe/Athens' } : document,
  );
  await becomeAware(house);
  const told = async (key: 'val' | 'aube') => {
    const fullCase = await loadCase(house.as('ines', ['O']), (await house.noticeOf(key)).id);
    if (!fullCase.ok) throw new Error(fullCase.error.code);
    return factsTold(fullCase.value, { items })?.record.datesComment;
  };
  expect(await told('aube')).toBe(
    'At the processor: first alert 27 March 2026 at 11:20 (UTC+2), detection 27 March 2026 at 11:20 (UTC+2), awareness 27 March 2026 at 11:20 (UTC+2).',
  );
  expect(await told('val')).toBe(
    'Chez le sous-traitant\u00a0: première alerte 27 mars 2026 à 10:20 (UTC+1), détection 27 mars 2026 à 10:20 (UTC+1), prise de connaissance 27 mars 2026 à 10:20 (UTC+1).',
  );
});
