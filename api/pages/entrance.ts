import { entrancePage } from '../../templates/pages/entrance';
import type { Said } from '../../templates/pages/words/word';
import type { RenderEntrance } from '../sessions/pages';
import { guestFrame } from './frame';
import type { PageHouse } from './house';

const ZONE = 'UTC'; // nobody is inside yet, so no organisation's zone is known

/** The entrance in the house's own look. */
export const renderEntranceOf =
  (house: PageHouse): RenderEntrance =>
  (visit) =>
    entrancePage(guestFrame(house, visit, ZONE), { key: visit.formKey, csrf: visit.csrf, error: errorOf(visit) });

function errorOf({ refusal }: Parameters<RenderEntrance>[0]): Said | null {
  if (refusal === null) return null;
  return { key: refusal.error.code === 'attempts.exceeded' ? 'enter.wait' : 'enter.refused' };
}
