import type { ControllerCase } from '../../domain/controllerCase/case';
import { fitsWith } from '../../domain/controllerCase/together';
import { allSubjects } from '../entries/allSubjects';
import type { Context } from '../ports/ports';

/** Those that a notification of several names beside this one, in the order in which it names them. */
export async function othersOf(
  { orgId, ports }: Context,
  one: ControllerCase,
  ids: readonly string[],
): Promise<ControllerCase[]> {
  const found = await ports.projections.readAll(orgId, 'controllerCase', [...new Set(ids)]);
  return found.filter(({ id, opened }) => id !== one.id && opened.exercise === one.opened.exercise);
}

/** Open cases of which an authority may be told together with this one (rule E8): every one, whatever was opened since. */
export async function fittingCases({ orgId, ports }: Context, one: ControllerCase): Promise<ControllerCase[]> {
  const open = await allSubjects(ports.projections, orgId, 'controllerCase', { open: true });
  return open.filter((other) => fitsWith(one, other));
}
