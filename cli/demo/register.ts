import type { Case } from './shapes';
import type { Stage } from './stage';

/** Chapter 11: the controller's register of GDPR Art 33(5), filled by what was done. */
export async function readTheirRegister({ story, controller: { acts } }: Stage, { id, ref }: Case): Promise<void> {
  story.chapter('11');
  const rows = await acts.register();
  const [row] = rows;
  const isOurs = rows.length === 1 && row?.id === id && row.cells.some(({ text }) => text.includes(ref));
  story.check(isOurs, '11.row', { ref, count: row?.cells.length ?? 0 }, `${rows.length}`);
  const blank = row?.cells.filter(({ text }) => text.trim() === '').map(({ column }) => column) ?? [];
  story.check(blank.length === 0, '11.filled', {}, blank.join(', '));
}
