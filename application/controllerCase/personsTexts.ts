import type { ControllerCase } from '../../domain/controllerCase/case';
import type { CaseEventOf } from '../../domain/controllerCase/events';
import { mainAuthority } from '../../domain/controllerCase/mainAuthority';
import { amountOf, toldDataOf } from '../../domain/controllerCase/toldFacts';
import type { FrozenText } from '../../domain/controllerCase/values';
import { PersonsText } from '../../domain/controllerCase/vocabulary';
import { type Contact, Language } from '../../domain/letters/head';
import type { PublicNotice } from '../../domain/letters/persons';
import { done, refused, type Result } from '../../domain/shared/errors';
import { plainHead } from '../organisation/plainHead';
import { mayReadCases } from '../policies/controllerCase';
import { JSON_TEXT } from '../ports/documents';
import type { Call, Context } from '../ports/ports';
import type { Shown } from '../ports/texts';

type Drafted = CaseEventOf<'persons.drafted'>;

/**
 * The draft with its texts, word for word, in each language that was written: the message to each person and the public
 * notice (GDPR Art 34(2), 34(3)(c)). They are stored under the case's key before the entry names their hashes; what is sent
 * later is printed from them.
 *
 * @returns `input.invalid` where nobody is known whom the persons could contact (Art 33(3)(b))
 */
export async function freezeDraft(ctx: Context, one: ControllerCase, drafted: Drafted): Promise<Result<Drafted>> {
  const { orgId, ports } = ctx;
  const contact = await contactOf(ctx, one);
  if (contact === null) {
    const message = 'record the data protection officer, or another contact for the persons, first (Art 33(3)(b))';
    return refused({ code: 'input.invalid', issues: [{ pointer: '', message }] });
  }
  const organisation = await ports.projections.read(orgId, 'organisation', orgId);
  const head = plainHead({
    reference: one.reference,
    zone: one.opened.zone,
    sender: organisation?.name ?? 'Vigie',
    now: ports.now(),
  });
  const common = { head: { ...head, exercise: one.opened.exercise }, contact, ...factsOf(one, ports.now()) };
  const { fr, en, measuresFr = null, measuresEn = null } = drafted.values;
  const written = { fr: { happened: fr, measures: measuresFr }, en: { happened: en, measures: measuresEn } };
  const texts: FrozenText[] = [];
  for (const language of Language.options) {
    const { happened, measures } = written[language];
    if (happened === null) continue;
    const { persons, count, ...message } = { ...common, happened, measures };
    const frozen = {
      message: ports.texts.freeze('personsMessage', language, message),
      publicNotice: ports.texts.freeze('publicNotice', language, { ...message, persons, count }),
    };
    for (const text of PersonsText.options) {
      const stored = { address: '', mediaType: JSON_TEXT, bytes: frozen[text].bytes };
      texts.push({ text, language, documentId: await ports.documents.put(orgId, one.id, stored) });
    }
  }
  return done({ ...drafted, values: { ...drafted.values, texts } });
}

const factsOf = (
  one: ControllerCase,
  now: Date,
): Pick<PublicNotice, 'data' | 'harms' | 'authority' | 'persons' | 'count'> => {
  const { harms, personCategories, persons } = one.record;
  const { name, address } = mainAuthority(one, now);
  return {
    data: toldDataOf(one.record),
    harms: [...(harms ?? [])],
    authority: { name, address },
    persons: [...(personCategories ?? [])],
    count: amountOf(persons ?? null),
  };
};

/** The record's officer, else its contact for the authority, else whoever is officer in the house; null: nobody is known. */
async function contactOf({ orgId, ports }: Context, { record }: ControllerCase): Promise<Contact | null> {
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

/** A frozen text as it is read; null for both words where it was erased. */
export type ReadText = FrozenText & { shown: Shown | null };

/** Every text of the newest draft, word for word. */
export async function readPersonsTexts({ ctx, input }: Call<{ caseId: string }>): Promise<Result<ReadText[]>> {
  if (!mayReadCases(ctx)) return refused({ code: 'actor.forbidden' });
  const { orgId, ports } = ctx;
  const one = await ports.projections.read(orgId, 'controllerCase', input.caseId);
  if (one === null) return refused({ code: 'subject.unknown' });
  const texts = one.persons.draft?.texts ?? [];
  return done(
    await Promise.all(
      texts.map(async (frozen) => {
        const document = await ports.documents.get(orgId, one.id, frozen.documentId);
        if (document === null) return { ...frozen, shown: null };
        return { ...frozen, shown: ports.texts.print(document.bytes) };
      }),
    ),
  );
}
