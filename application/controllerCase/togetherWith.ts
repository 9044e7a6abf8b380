import type { ControllerCase } from '../../domain/controllerCase/case';
import { fitsWith } from '../../domain/controllerCase/together';
import type { Context } from '../ports/ports';

/** Cases looked at for what fits: a series is found within days. */
const MOST_LOOKED_AT = 200;

/** Those that a notification of several names beside this one, in the order in which it names them. */
export async function othersOf(
  { orgId, ports }: Context,
  one: ControllerCase,
  ids: readonly string[],
): Promise<ControllerCase[]> {
  const found = await ports.projections.readAll(orgId, 'controllerCase', [...new Set(ids)]);
  return found.filter(({ id, opened }) => id !== one.id && opened.exercise === one.opened.exercise);
}

/** Open cases of which an authority may be told together with this one (rule E8). */
export async function fittingCases({ orgId, ports }: Context, one: ControllerCase): Promise<ControllerCase[]> {
  const open = await ports.projections.list(orgId, 'controllerCase', { open: true, limit: MOST_LOOKED_AT });
  return open.filter((other) => fitsWith(one, other));
}
