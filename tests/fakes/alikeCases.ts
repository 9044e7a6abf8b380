import { commandCase } from '../../application/controllerCase/commandCase';
import { openCase } from '../../application/controllerCase/openCase';
import type { CaseCommand } from '../../domain/controllerCase/commands';
import { opening } from './caseStory';
import type { IncidentHouse } from './incidentHouse';
import { must } from './realHouse';

export const RECEIVED = '2026-05-13T08:00:00.000Z';
/** What cases that may go to the authority together say alike. */
export const alike = { data: ['contact-details' as const], origins: ['wrong-recipient' as const], sensitive: [] };

/** Cases of one house that are alike but for how many persons each is of. */
export function createAlikeCases(house: IncidentHouse) {
  const act = (caseId: string, command: CaseCommand, key = house.newKey(), ctx = house.dpo) =>
    commandCase({ ctx, input: { caseId, key, command } });
  return {
    act,
    async read(caseId: string) {
      const one = await house.ports.projections.read(house.dpo.orgId, 'controllerCase', caseId);
      if (one === null) throw new Error('no case');
      return one;
    },
    /** A case with what the authority is told of it. */
    async open(persons: number, change: object = {}, receivedAt = RECEIVED): Promise<string> {
      const given = opening({ receivedAt });
      const { id } = must(await openCase({ ctx: house.manager, input: { key: house.newKey(), opening: given } }));
      const told = { ...alike, persons: { amount: 'exact' as const, count: persons }, description: `envoi ${persons}` };
      must(await act(id, { kind: 'record.change', change: { ...told, ...change } }));
      return id;
    },
  };
}
