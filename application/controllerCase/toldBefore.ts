import type { ControllerCase } from '../../domain/controllerCase/case';
import { begunSending, mayTellByLetter, type Sending } from '../../domain/controllerCase/persons';
import { type Boxes, createBoxes } from '../../domain/controllerCase/boxes';
import type { ListFacts } from '../../domain/controllerCase/recipients';
import { comparedSendings } from '../../domain/controllerCase/toldAnew';
import type { Context } from '../ports/ports';

/** Whom accepted lists of the case have told, may have told, or will tell. */
export async function boxesTold({ orgId, ports }: Context, { persons }: ControllerCase): Promise<Boxes> {
  const told = createBoxes();
  const begun = begunSending(persons);
  for (const sending of comparedSendings(persons)) {
    const also = { waiting: sending.listId === begun?.listId, letters: mayTellByLetter(sending) };
    for await (const recipient of ports.recipients.reached(orgId, sending.listId, also)) told.add(recipient);
  }
  return told;
}

/** Of a list that is gone nobody can be compared (a case that was closed and opened again); its file is known by its hash. */
export async function isToldByGone(
  { orgId, ports }: Context,
  { persons }: ControllerCase,
  { fileHash }: ListFacts,
): Promise<boolean> {
  const same = comparedSendings(persons).filter((sending) => sending.fileHash === fileHash && mayHaveTold(sending));
  for (const { listId } of same) if ((await ports.recipients.find(orgId, listId)) === null) return true;
  return false;
}

/** Accepted lists that have told persons, or may have, and whose addresses are erased. */
export async function goneLists({ orgId, ports }: Context, { persons }: ControllerCase): Promise<number> {
  const found = await Promise.all(
    comparedSendings(persons)
      .filter(mayHaveTold)
      .map(({ listId }) => ports.recipients.find(orgId, listId)),
  );
  return found.filter((list) => list === null).length;
}

/** By mail, or by letter. */
const mayHaveTold = (sending: Sending): boolean =>
  (sending.told !== 0 && sending.count > sending.letters) || mayTellByLetter(sending);
