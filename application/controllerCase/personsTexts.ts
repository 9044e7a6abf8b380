import type { ControllerCase } from '../../domain/controllerCase/case';
import type { CaseEventOf } from '../../domain/controllerCase/events';
import type { FrozenText } from '../../domain/controllerCase/personsValues';
import type { PersonsText } from '../../domain/controllerCase/vocabulary';
import type { Language } from '../../domain/letters/head';
import { done, type Issue, refused, type Result } from '../../domain/shared/errors';
import { type MadeUp, madeUpIn } from '../organisation/firstNames';
import { mayReadCases } from '../policies/controllerCase';
import { JSON_TEXT } from '../ports/documents';
import type { Call, Context } from '../ports/ports';
import type { Frozen, Shown } from '../ports/texts';
import { madeUpNames, personsLetters, type Written } from './personsLetters';

const madeUpWords: Record<MadeUp, string> = {
  organisation: 'give the organisation its name first: the persons would read that of the first start',
  person:
    'give the contact of the persons a true name and address first: the persons would read those of the first start',
};
const madeUpIssue = (which: MadeUp): Issue => ({ pointer: '', message: madeUpWords[which] });

type Drafted = CaseEventOf<'persons.drafted'>;

const writtenIn = ({ fr, en, measuresFr = null, measuresEn = null }: Drafted['values']): Written => ({
  fr,
  en,
  measuresFr,
  measuresEn,
});

/**
 * The draft with its texts, word for word, in each language that was written: the message to each person and the public
 * notice (GDPR Art 34(2), 34(3)(c)). They are stored under the case's key before the entry names their hashes; what is sent
 * later is printed from them.
 *
 * @returns `input.invalid` where nobody is known whom the persons could contact (Art 33(3)(b)), or a name is made up
 */
export async function freezeDraft(ctx: Context, one: ControllerCase, drafted: Drafted): Promise<Result<Drafted>> {
  const letters = await personsLetters(ctx, one, writtenIn(drafted.values));
  const madeUp = one.opened.exercise ? [] : await madeUpNames(ctx, one);
  if (!letters.ok || madeUp.length > 0) {
    const missing = !letters.ok && letters.error.code === 'input.invalid' ? letters.error.issues : [];
    return refused({ code: 'input.invalid', issues: [...missing, ...madeUp.map(madeUpIssue)] });
  }
  const { freeze } = ctx.ports.texts;
  const texts: FrozenText[] = [];
  for (const { language, message, publicNotice } of letters.value) {
    const put = async (text: PersonsText, { bytes }: Frozen) => {
      const stored = { address: '', mediaType: JSON_TEXT, bytes };
      texts.push({ text, language, documentId: await ctx.ports.documents.put(ctx.orgId, one.id, stored) });
    };
    await put('message', freeze('personsMessage', language, message));
    await put('publicNotice', freeze('publicNotice', language, publicNotice));
  }
  return done({ ...drafted, values: { ...drafted.values, texts } });
}

/** Of a message that was frozen before its names were given: it has to be written anew. Nothing of an exercise leaves. */
export async function frozenIssues(ctx: Context, one: ControllerCase): Promise<Issue[]> {
  const frozen = (one.persons.draft?.texts ?? []).filter(({ text }) => text === 'message');
  const documents = await Promise.all(
    frozen.map(({ documentId }) => ctx.ports.documents.get(ctx.orgId, one.id, documentId)),
  );
  const senders = documents.flatMap((found) => (found === null ? [] : [ctx.ports.texts.series(found.bytes).sender]));
  return senders.some((sender) => madeUpIn({ sender, people: [] }).length > 0)
    ? [{ pointer: '', message: 'the message bears the name of the first start: write it anew' }]
    : [];
}

/** A text as the persons would read it if it were frozen now. */
export type PreviewText = { text: PersonsText; language: Language; shown: Shown };

/** What would be frozen of what was typed, word for word; nothing is kept. */
export async function previewDraft({
  ctx,
  input: { caseId, written },
}: Call<{ caseId: string; written: Written }>): Promise<Result<PreviewText[]>> {
  if (!mayReadCases(ctx)) return refused({ code: 'actor.forbidden' });
  const one = await ctx.ports.projections.read(ctx.orgId, 'controllerCase', caseId);
  if (one === null) return refused({ code: 'subject.unknown' });
  return textsOf(ctx, one, written);
}

async function textsOf(ctx: Context, one: ControllerCase, written: Written): Promise<Result<PreviewText[]>> {
  const letters = await personsLetters(ctx, one, written);
  if (!letters.ok) return letters;
  const { show } = ctx.ports.texts;
  return done(
    letters.value.flatMap(({ language, message, publicNotice }): PreviewText[] => [
      { text: 'message', language, shown: show('personsMessage', language, message) },
      { text: 'publicNotice', language, shown: show('publicNotice', language, publicNotice) },
    ]),
  );
}

/** The newest draft with what is recorded now, dated as it was: what differs from its frozen texts was recorded since. */
export async function draftAnew(ctx: Context, one: ControllerCase): Promise<PreviewText[]> {
  const { draft } = one.persons;
  if (draft === null) return [];
  const then = { ...ctx, ports: { ...ctx.ports, now: () => new Date(draft.at) } };
  const texts = await textsOf(then, one, draft);
  return texts.ok ? texts.value : [];
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
