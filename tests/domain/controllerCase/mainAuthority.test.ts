import { expect, it } from '@jest/globals';
import { mainAuthority } from '../../../domain/controllerCase/mainAuthority';
import { placeOf } from '../../../domain/controllerCase/place';
import { caseAt, commands, NOW } from '../../fakes/caseStory';

const at = (zone: string) => {
  const one = caseAt('BREACH').state();
  return { ...one, opened: { ...one.opened, zone } };
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

it('is the authority that was told first, wherever the clocks run', () => {
  const story = caseAt('BREACH');
  story.act({ ...commands['authority.file'], authorityId: 'apd-gba' });
  expect(mainAuthority(story.state(), new Date(NOW)).id).toBe('apd-gba');
});
