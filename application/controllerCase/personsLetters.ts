import type { ControllerCase } from '../../domain/controllerCase/case';
import { awaitedBy } from '../../domain/controllerCase/awaited';
import { complaintAuthority } from '../../domain/controllerCase/mainAuthority';
import { amountOf, toldDataOf } from '../../domain/controllerCase/toldFacts';
import { type Contact, Language } from '../../domain/letters/head';
import type { PersonsMessage, PublicNotice } from '../../domain/letters/persons';
import { done, refused, type Result } from '../../domain/shared/errors';
import { publicNoticeUrl } from '../guest/publicNoticeUrl';
import { type MadeUp, madeUpIn } from '../organisation/firstNames';
import { plainHead } from '../organisation/plainHead';
import type { Context } from '../ports/ports';

/** What somebody wrote for the persons, in each language; null: not in this one. */
export type Written = { fr: string | null; en: string | null; measuresFr: string | null; measuresEn: string | null };

/** What the persons would be told, of one language that was written. */
export type PersonsLetters = { language: Language; message: PersonsMessage; publicNotice: PublicNotice };

/**
 * What the persons would be told, in each language that was written: somebody's own words with the facts of the record.
 *
 * @returns `input.invalid` where nobody is known whom the persons could contact (GDPR Art 33(3)(b))
 */
export async function personsLetters(
  ctx: Context,
  one: ControllerCase,
  written: Written,
): Promise<Result<PersonsLetters[]>> {
  const contact = await contactOf(ctx, one);
  if (contact === null) {
    const message = 'record the data protection officer, or another contact for the persons, first (Art 33(3)(b))';
    return refused({ code: 'input.invalid', issues: [{ pointer: '', message }] });
  }
  const now = ctx.ports.now();
  const head = plainHead({ reference: one.reference, zone: one.opened.zone, sender: await senderOf(ctx), now });
  const { persons, count, period, ...facts } = factsOf(one, now);
  const open = { persons, count, period, link: publicNoticeUrl(ctx, one.id) };
  const texts = {
    fr: { happened: written.fr, measures: written.measuresFr },
    en: { happened: written.en, measures: written.measuresEn },
  };
  return done(
    Language.options.flatMap((language) => {
      const { happened, measures } = texts[language];
      if (happened === null) return [];
      const message = { head: { ...head, exercise: one.opened.exercise }, contact, ...facts, happened, measures };
      return [{ language, message, publicNotice: { ...message, ...open } }];
    }),
  );
}

/** Names that the first start made up, and that the persons would read. */
export async function madeUpNames(ctx: Context, one: ControllerCase): Promise<MadeUp[]> {
  const [sender, contact] = await Promise.all([senderOf(ctx), contactOf(ctx, one)]);
  return madeUpIn({ sender, people: contact === null ? [] : [contact] });
}

async function senderOf({ orgId, ports }: Context): Promise<string> {
  return (await ports.projections.read(orgId, 'organisation', orgId))?.name ?? 'Vigie';
}

const factsOf = (
  one: ControllerCase,
  now: Date,
): Pick<PublicNotice, 'data' | 'harms' | 'authority' | 'persons' | 'count' | 'period'> => {
  const { harms, personCategories, persons, period } = one.record;
  const { name, address } = complaintAuthority(one, now);
  return {
    data: toldDataOf(one.record),
    harms: [...(harms ?? [])],
    authority: { name, address },
    persons: [...(personCategories ?? [])],
    count: amountOf(persons ?? null, awaitedBy(one, 'persons')),
    period: period ?? null,
  };
};

/** The record's officer, else its contact for the authority, else whoever is officer in the house; null: nobody is known. */
export async function contactOf({ orgId, ports }: Context, { record }: ControllerCase): Promise<Contact | null> {
  const { dpo, contactPerson } = record;
  if (dpo) return { ...dpo, role: 'dpo', always: false };
  if (contactPerson) {
    const { firstName, lastName, email, phone, function: role } = contactPerson;
    return { name: `${firstName} ${lastName}`, role, email, phone, always: false };
  }
  const [officer] = await ports.people.withRoles(orgId, ['DPO']);
  if (officer === undefined) return null;
  return { name: officer.name, role: 'dpo', email: officer.email, phone: officer.phone, always: false };
}
