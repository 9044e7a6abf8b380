import type { ControllerCase } from '../../domain/controllerCase/case';
import type { PersonsText } from '../../domain/controllerCase/vocabulary';
import type { Contact } from '../../domain/letters/head';
import type { Context } from '../ports/ports';
import { contactOf } from './personsLetters';

/** What a reader would miss first: a number to call, and when it happened. It stops nothing. */
export type Lack = 'phone' | 'period';

/** What a text to the persons would lack if it were frozen now. */
export const lacksNow = async (ctx: Context, one: ControllerCase): Promise<Lack[]> =>
  lacksBy(await contactOf(ctx, one), one);

function lacksBy(contact: Contact | null, { record }: ControllerCase): Lack[] {
  const period = record.period?.period ?? 'unknown';
  return [
    ...(contact !== null && (contact.phone ?? '').trim() === '' ? ['phone' as const] : []),
    ...(period === 'unknown' ? ['period' as const] : []),
  ];
}

/** The same of a text that was frozen: what came to be known after it stands in no word of it. */
export async function lacksFrozen(ctx: Context, one: ControllerCase, text: PersonsText): Promise<Lack[]> {
  const { draft } = one.persons;
  if (draft === null) return [];
  const contact = await contactOf(ctx, one);
  const now = lacksBy(contact, one);
  const phone = contact?.phone ?? null;
  const bare = (words: string) => words.replaceAll(/\s/g, '');
  const frozen = await Promise.all(
    draft.texts
      .filter((each) => each.text === text)
      .map(({ documentId }) => ctx.ports.documents.get(ctx.orgId, one.id, documentId)),
  );
  const isUncalled = frozen.some(
    (found) => phone !== null && found !== null && !bare(ctx.ports.texts.print(found.bytes).text).includes(bare(phone)),
  );
  return [
    ...(isUncalled || now.includes('phone') ? ['phone' as const] : []),
    ...((one.saidAt.period ?? 0) > draft.seq || now.includes('period') ? ['period' as const] : []),
  ];
}
