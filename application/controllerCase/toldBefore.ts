import type { ControllerCase } from '../../domain/controllerCase/case';
import { begunSending } from '../../domain/controllerCase/persons';
import { boxOf, type ListFacts } from '../../domain/controllerCase/recipients';
import type { Context } from '../ports/ports';

/** Whom accepted lists of the case have told, may have told, or will tell. */
export async function boxesTold({ orgId, ports }: Context, { persons }: ControllerCase): Promise<Set<string>> {
  const told = new Set<string>();
  const begun = begunSending(persons);
  for (const { listId, doneAt } of persons.sendings)
    // of a list whose mails have ended only letters wait, or were posted
    for await (const recipient of ports.recipients.reached(orgId, listId, listId === begun?.listId || doneAt !== null))
      told.add(boxOf(recipient));
  return told;
}

/** Of a list that is gone nobody can be compared (a case that was closed and opened again); its file is known by its hash. */
export async function isToldByGone(
  { orgId, ports }: Context,
  { persons }: ControllerCase,
  { fileHash }: ListFacts,
): Promise<boolean> {
  const same = persons.sendings.filter((sending) => sending.fileHash === fileHash && sending.told !== 0);
  for (const { listId } of same) if ((await ports.recipients.find(orgId, listId)) === null) return true;
  return false;
}
