import { beforeEach, describe, expect, it } from '@jest/globals';
import { roleWords } from '../../../api/pages/roleWords';
import { openCase } from '../../../application/controllerCase/openCase';
import { reachMilestone } from '../../../application/controllerCase/reachMilestone';
import { holdersOf } from '../../../application/people/tellHolders';
import type { Person } from '../../../application/ports/people';
import { nextMilestone } from '../../../domain/controllerCase/nextMilestone';
import { valuesOf } from '../../../domain/journal/entry';
import type { Json } from '../../../domain/shared/jcs';
import type { Role } from '../../../domain/shared/roles';
import { phrase } from '../../../templates/pages/words/word';
import { opening } from '../../fakes/caseStory';
import { createIncidentHouse, type IncidentHouse } from '../../fakes/incidentHouse';

let house: IncidentHouse;
beforeEach(async () => {
  house = await createIncidentHouse();
});

const person = (id: string, roles: Role[]): Person => ({
  id,
  roles,
  name: id,
  email: `${id}@slime.example`,
  phone: null,
  language: 'fr',
});
const staffed = (...staff: Person[]) => {
  house.engine.ports.people.withRoles = async (_orgId, roles) =>
    staff.filter((one) => one.roles.some((role) => roles.includes(role)));
};

/** What the entry of a reminder holds that is for DPO and incident manager, as at half of the 72 hours. */
async function reminded(): Promise<Record<string, Json>> {
  const given = opening({ receivedAt: '2026-05-13T08:00:00.000Z' });
  const { engine, manager, newKey } = house;
  const opened = await openCase({ ctx: manager, input: { key: newKey(), opening: given } });
  if (!opened.ok) throw new Error(opened.error.code);
  const { id } = opened.value;
  const one = await engine.ports.projections.read('o1', 'controllerCase', id);
  const milestone = one && nextMilestone(one, engine.ports.now());
  if (milestone?.kind !== 'remind') throw new Error('nobody is told');
  await reachMilestone({ ctx: engine, input: { caseId: id, milestone: { ...milestone, roles: ['DPO', 'IM'] } } });
  const entries = await engine.ports.journal.readSubject('o1', { kind: 'controllerCase', id }, 0);
  const entry = entries.findLast(({ type }) => type === 'case.reminded');
  if (entry === undefined) throw new Error('nothing was written');
  return valuesOf(entry);
}

const toWhom = (values: Record<string, Json>) =>
  (values['deliverables'] as { to: { id: string } }[]).map(({ to }) => to.id).toSorted();
const shown = (values: Record<string, Json>) =>
  roleWords(values, 'en').map((said) => (typeof said === 'string' ? said : phrase('en', said)));

describe('who is told of what is for a role', () => {
  it('is whoever holds it; where each has a holder the entry says no more', async () => {
    staffed(person('sacha', ['DPO', 'IM']), person('alix', ['DIR']));
    const values = await reminded();
    expect(toWhom(values)).toEqual(['sacha']);
    expect(values).not.toHaveProperty('reached');
    expect(shown(values)).toEqual(['Message to the data protection officer, the incident manager']);
  });

  it('is who holds one of them, and the entry says which', async () => {
    staffed(person('sacha', ['DPO']), person('alix', ['DIR']));
    const values = await reminded();
    expect(toWhom(values)).toEqual(['sacha']);
    expect(values).toMatchObject({ roles: ['DPO', 'IM'], reached: ['DPO'] });
    expect(shown(values)).toEqual(['Message to the data protection officer; nobody holds the role: Incident manager']);
  });

  it('is management where nobody holds any', async () => {
    staffed(person('alix', ['DIR', 'O']));
    const values = await reminded();
    expect(toWhom(values)).toEqual(['alix']);
    expect(values).toMatchObject({ roles: ['DPO', 'IM'], reached: ['DIR'] });
    expect(shown(values)).toEqual([
      'Message to management; nobody holds the role: Data protection officer, Incident manager',
    ]);
  });

  it('is nobody where there is no management either, and the entry says so, as an older one that reached nobody', async () => {
    staffed(person('ines', ['O']));
    const values = await reminded();
    expect(toWhom(values)).toEqual([]);
    expect(values).toMatchObject({ roles: ['DPO', 'IM'], reached: [] });
    const nobody = ['Nobody was told; nobody holds the role: Data protection officer, Incident manager'];
    expect(shown(values)).toEqual(nobody);
    const { reached: _, ...older } = values;
    expect(shown(older)).toEqual(nobody);
  });

  it('is nobody of what is for no role', async () => {
    expect(await holdersOf(house.engine, [])).toEqual({ told: [] });
  });
});
