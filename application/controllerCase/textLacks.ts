import type { ControllerCase } from '../../domain/controllerCase/case';
import type { PersonsText } from '../../domain/controllerCase/vocabulary';
import type { Contact } from '../../domain/letters/head';
import type { Context } from '../ports/ports';
import { contactOf } from './personsLetters';
import { draftAnew } from './personsTexts';

/**
 * What a reader would miss first: a number to call, and when it happened; `facts`: what was recorded since the text was
 * frozen. It stops nothing.
 */
export type Lack = 'phone' | 'period' | 'facts';

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
  const overtaken = await isOvertaken(ctx, one, text);
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
    ...(overtaken ? ['facts' as const] : []),
  ];
}

/** Whether a text would read otherwise if it were frozen now, its words being what somebody wrote. */
async function isOvertaken(ctx: Context, one: ControllerCase, text: PersonsText): Promise<boolean> {
  const now = await draftAnew(ctx, one);
  const differs = await Promise.all(
    (one.persons.draft?.texts ?? []).map(async (frozen) => {
      const anew = now.find(({ text: which, language }) => which === frozen.text && language === frozen.language);
      if (frozen.text !== text || anew === undefined) return false;
      const document = await ctx.ports.documents.get(ctx.orgId, one.id, frozen.documentId);
      return document !== null && ctx.ports.texts.print(document.bytes).text !== anew.shown.text;
    }),
  );
  return differs.includes(true);
}
