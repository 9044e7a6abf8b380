import { PDF } from '../../application/ports/documents';
import { plainHead } from '../../application/organisation/plainHead';
import type { Context } from '../../application/ports/ports';
import type { Authority } from '../../domain/authority/authority';
import type { Missing, Sheet } from '../../domain/authority/form';
import type { FilingType } from '../../domain/authority/vocabulary';
import type { ControllerCase } from '../../domain/controllerCase/case';
import { sheetOfCase, toldTo } from '../../domain/controllerCase/sheet';
import type { AuthorityForm } from '../../domain/letters/authorityForm';
import type { Language } from '../../domain/letters/head';
import { saWord, writeValues } from '../../templates/authorityValue';
import { phrase } from '../../templates/pages/words/word';
import { recordFieldAt } from '../../domain/controllerCase/completeRecord';
import { awaitedWord } from '../pages/case/awaitedWord';
import { gravityWarning } from '../pages/case/gravityWarning';
import { originWord } from '../pages/case/takenWord';
import { type EdpbReading, writtenEdpb } from './edpb';

export type PaperFile = { bytes: Buffer; fileName: string; mediaType: string };

/** The cases of which one notification tells: the one that it is made from, then the others. */
export type ToldCases = readonly [ControllerCase, ...ControllerCase[]];

/** A notification of a type, for an authority. */
type Notification = { type: FilingType; authority: Authority };

/** The fill-in sheet of a case, or of several in one notification, on paper: tagged PDF (PDF/UA-1). */
export function sheetPaper(ctx: Context, cases: ToldCases, { type, authority }: Notification, language: Language) {
  const [first, ...others] = cases;
  const now = ctx.ports.now();
  const one = toldTo(first, others, { type, authorityId: authority.id, language }, now);
  const sheet = sheetOfCase(one, { type, authorityId: authority.id }, now);
  const isMissing = (key: string) => sheet.missing.some(({ field }) => field === key);
  return paper(ctx, cases, language, {
    form: 'national',
    type: saWord(language, 'filing', type),
    authority: authority.name,
    warnings: warningWords(first, language),
    requires: requiresWords(sheet, others.length > 0 ? null : one, { language, now }),
    optionalBlank: sheet.optionalBlank,
    sections: sheet.sections.map(({ number, section, fields }) => ({
      title: `${number}. ${saWord(language, 'section', section)}`,
      fields: fields.map(({ key, pointer, state, values }) => ({
        label: saWord(language, 'field', key),
        value: writeValues(language, one.opened.zone, values) || null,
        from:
          others.length > 0
            ? null
            : (awaitedWords(one, pointer, { language, now }) ??
              (values.length === 0 ? null : fromWords(one, pointer, language))),
        mark: isMissing(key) ? ('missing' as const) : state === 'pending' ? ('pending' as const) : null,
      })),
    })),
  });
}

/** The common template of a case on paper: tagged PDF (PDF/UA-1). */
export function edpbPaper(ctx: Context, one: ControllerCase, reading: EdpbReading, language: Language) {
  const { type, sections, toComplete } = writtenEdpb(one, reading, language);
  const told = toldTo(one, [], { type: reading.type, authorityId: reading.authority.id, language }, ctx.ports.now());
  const asked = reading.type === 'withdrawal' ? 'withdrawal' : 'complete';
  return paper(ctx, [one], language, {
    form: 'edpb',
    type,
    authority: reading.authority.name,
    warnings: warningWords(one, language),
    requires: [{ says: saWord(language, toComplete.length === 0 ? 'whole' : 'needs', asked), missing: toComplete }],
    optionalBlank: null,
    sections: sections.map(({ title, fields }) => ({
      title,
      fields: fields.map(({ label, value, state, pointer }) => ({
        label,
        value: state === 'pending' ? null : value,
        from: state === 'pending' ? null : fromWords(told, pointer, language),
        mark: state === 'pending' ? ('pending' as const) : null,
      })),
    })),
  });
}

/** The same warning as on the page: whoever copies from paper does not see that one. */
function warningWords(one: ControllerCase, language: Language): string[] {
  const said = gravityWarning({ one });
  return said === null ? [] : [phrase(language, said)];
}

/** What each notification still needs, by name, or that it needs nothing more. */
export const requiresWords = (
  { requires }: Sheet,
  one: ControllerCase | null,
  reading: { language: Language; now: Date },
): AuthorityForm['requires'] =>
  requires.map(({ type, missing }) => ({
    says: saWord(reading.language, missing.length === 0 ? 'whole' : 'needs', type),
    missing: missing.map((each) => missingLabel(each, one, reading)),
  }));

/** By when what is missing will be known, if somebody said so (GDPR Art 33(4)). */
function awaitedWords(one: ControllerCase, pointer: string, reading: { language: Language; now: Date }): string | null {
  const said = awaitedWord(one, recordFieldAt(pointer), reading);
  return said === null ? null : phrase(reading.language, said);
}

function fromWords(one: ControllerCase, pointer: string, language: Language): string | null {
  const said = originWord(one, pointer, language);
  return said === null ? null : phrase(language, said);
}

/** With the section where it stands, as the form names both, and by when it is expected; of several cases together nobody said that. */
function missingLabel(
  { field, section, pointer }: Missing,
  one: ControllerCase | null,
  reading: { language: Language; now: Date },
): string {
  const label = `${saWord(reading.language, 'section', section)} · ${saWord(reading.language, 'field', field)}`;
  const awaited = one === null ? null : awaitedWords(one, pointer, reading);
  return awaited === null ? label : `${label} · ${awaited}`;
}

/** How a file of a case is named: of a drill it says so. */
export const fileReference = ({ reference, opened }: ControllerCase): string =>
  opened.exercise ? `EXERCICE ${reference}` : reference;

async function paper(
  { orgId, ports }: Context,
  cases: ToldCases,
  language: Language,
  form: Omit<AuthorityForm, 'head'>,
): Promise<PaperFile> {
  const organisation = await ports.projections.read(orgId, 'organisation', orgId);
  const { opened } = cases[0];
  const reference = cases.map((one) => one.reference).join(', ');
  const sender = organisation?.name ?? 'Vigie';
  const head = { ...plainHead({ reference, zone: opened.zone, sender, now: ports.now() }), exercise: opened.exercise };
  const { pdf } = await ports.texts.render('authorityForm', language, { head, ...form });
  if (pdf === null) throw new Error('the PDF of the form could not be printed');
  return { bytes: pdf, fileName: `${fileReference(cases[0])} ${form.form}.${language}.pdf`, mediaType: PDF };
}
