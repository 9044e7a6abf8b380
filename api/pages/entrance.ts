import { entrancePage } from '../../templates/pages/entrance';
import type { Said } from '../../templates/pages/words/word';
import type { RenderEntrance } from '../sessions/entrance';
import { guestFrame } from './frame';
import { enterFor } from '../sessions/pages';
import type { PageHouse } from './house';

const ZONE = 'UTC'; // nobody is inside yet, so no organisation's zone is known

/** The entrance in the house's own look. */
export const renderEntranceOf =
  (house: PageHouse): RenderEntrance =>
  (visit, kept) => {
    const { query, formKey, csrf, refusal } = visit;
    const wished = query['to'] ?? refusal?.form['to'];
    const to = typeof wished === 'string' ? { to: wished } : {};
    return entrancePage(guestFrame(house, visit, ZONE), {
      action: kept?.action ?? '/enter',
      hidden: Object.entries(kept?.form ?? { ...to, _key: formKey }).map(([name, value]) => ({ name, value })),
      isKept: kept !== null,
      hasFile: kept?.hasFile ?? false,
      csrf,
      back: 'to' in to ? enterFor(to.to) : '/enter',
      error: errorOf(visit),
    });
  };

function errorOf({ refusal }: Parameters<RenderEntrance>[0]): Said | null {
  if (refusal === null) return null;
  return { key: refusal.error.code === 'attempts.exceeded' ? 'enter.wait' : 'enter.refused' };
}
