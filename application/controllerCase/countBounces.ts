import { bouncesToSay } from '../../domain/controllerCase/personsBounces';
import { done, refused } from '../../domain/shared/errors';
import type { Context } from '../ports/ports';
import { changeCase } from './changeCase';

/**
 * Says in one entry how many mails of a case's lists came back after the last had left; once a day, while something is new.
 * Whoever comes second finds it said. `isLast`: its lists are about to be forgotten.
 */
export async function countBounces(
  { orgId, ports }: Pick<Context, 'orgId' | 'ports'>,
  { caseId, isLast }: { caseId: string; isLast: boolean },
): Promise<void> {
  const one = await ports.projections.read(orgId, 'controllerCase', caseId);
  const ids = one?.persons.tellings.flatMap(({ listId }) => (listId === null ? [] : [listId])) ?? [];
  if (one === null || ids.length === 0) return;
  const when = { now: ports.now(), isLast };
  // a list of 100,000 is looked through only where its count could be said
  const most = ids.map((listId) => ({ listId, bounced: Infinity }));
  if (bouncesToSay(one.persons, most, when) === null) return;
  const counted = await Promise.all(
    ids.map(async (listId) => ({ listId, bounced: (await ports.recipients.progress(orgId, listId)).bounced })),
  );
  if (bouncesToSay(one.persons, counted, when) === null) return;
  const inAll = counted.reduce((sum, { bounced }) => sum + bounced, 0);
  const actor = { kind: 'system' as const, id: 'relay' };
  const said = await changeCase(
    { orgId, actor, roles: [], ports },
    {
      caseId,
      key: `controllerCase/${caseId}/persons/bounced/${inAll}`,
      request: { caseId, bounced: inAll },
      standing: 'judged',
      decide: ({ persons }) => {
        const values = bouncesToSay(persons, counted, when);
        return values === null
          ? refused({ code: 'state.refused', state: persons.state, command: 'persons.bounced', allowed: [] })
          : done({ type: 'persons.bounced', values });
      },
    },
  );
  if (!said.ok && said.error.code !== 'state.refused') throw new Error(said.error.code);
}
