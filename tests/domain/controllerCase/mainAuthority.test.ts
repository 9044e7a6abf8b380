import { expect, it } from '@jest/globals';
import { authorityFor, complaintAuthority, mainAuthority } from '../../../domain/controllerCase/mainAuthority';
import { placeOf } from '../../../domain/controllerCase/place';
import { caseAt, commands, createCaseStory, NOW } from '../../fakes/caseStory';

const at = (zone: string) => {
  const one = caseAt('BREACH').state();
  const { seat: _seat, ...opened } = one.opened;
  return { ...one, opened: { ...opened, zone } };
};

it.each([
  ['Europe/Paris', 'cnil', 'FR-metropole'],
  ['Europe/Brussels', 'apd-gba', 'BE'],
  ['Europe/Luxembourg', 'cnpd-lu', 'FR-metropole'],
  ['Europe/Dublin', 'dpc', 'FR-metropole'],
  ['America/Martinique', 'cnil', 'FR-metropole'],
])('whoever is told of a breach of a case in %s can complain to %s', (zone, authority, calendar) => {
  expect(mainAuthority(at(zone), new Date(NOW)).id).toBe(authority);
  expect(placeOf({ zone })).toEqual({ zone, calendar });
});

it('is the authority that was told first where nobody knows who is competent, wherever the clocks run', () => {
  const story = createCaseStory(undefined, { isOld: true });
  story.act({ ...commands['authority.file'], authorityId: 'apd-gba' });
  expect(mainAuthority(story.state(), new Date(NOW)).id).toBe('apd-gba');
});

it('is as it stands on the day in the zone of the case, not in UTC', () => {
  const one = at('Europe/Paris');
  expect(mainAuthority(one, new Date('2018-05-24T22:00:00.000Z')).id).toBe('cnil');
  expect(() => mainAuthority(one, new Date('2018-05-24T21:59:59.000Z'))).toThrow(RangeError);
});

it('is one that is competent and not told yet, before one that was', () => {
  const seat = { publicBody: false, establishments: ['BE', 'FR'], mainEstablishment: null };
  const story = createCaseStory(undefined, { seat });
  expect(mainAuthority(story.state(), new Date(NOW)).id).toBe('apd-gba');
  story.act({ ...commands['authority.file'], authorityId: 'apd-gba' });
  expect(mainAuthority(story.state(), new Date(NOW)).id).toBe('cnil');
  expect(authorityFor(story.state(), new Date(NOW), 'apd-gba')).toMatchObject({ ok: true, value: { id: 'apd-gba' } });
  expect(authorityFor(story.state(), new Date(NOW), 'cnill')).toMatchObject({ ok: false });
});

it('is for a complaint that of the main establishment, whichever is still untold (Art 77)', () => {
  const seat = { publicBody: false, establishments: ['BE', 'FR'], mainEstablishment: 'FR' };
  const story = createCaseStory(undefined, { seat });
  const persons = (count: number) => ({ amount: 'exact' as const, count });
  const countries = [
    { country: 'BE', persons: persons(3) },
    { country: 'FR', persons: persons(9_000) },
  ];
  story.act({ kind: 'record.change', change: { countries } });
  expect(mainAuthority(story.state(), new Date(NOW)).id).toBe('apd-gba');
  expect(complaintAuthority(story.state(), new Date(NOW)).id).toBe('cnil');
  story.act({ ...commands['authority.file'], authorityId: 'cnil' });
  expect(complaintAuthority(story.state(), new Date(NOW)).id).toBe('cnil');
});
