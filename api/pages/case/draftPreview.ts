import { previewDraft } from '../../../application/controllerCase/personsTexts';
import type { Context } from '../../../application/ports/ports';
import type { RecordField } from '../../../domain/authority/breachRecord';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { measuresTaken, toldDataOf } from '../../../domain/controllerCase/toldFacts';
import type { Language } from '../../../domain/letters/head';
import { saWord } from '../../../templates/authorityValue';
import type { PaperText } from '../../../templates/pages/parts/papers';
import { phrase, type Said } from '../../../templates/pages/words/word';
import type { Raw } from '../forms/question';
import type { Around } from './caseForms';
import { takenWord } from './takenWord';

/** Of a first draft: what was done, in the language of whoever writes. */
export const begunMeasures =
  ({ one: { persons, record }, language }: Pick<Around, 'one' | 'language'>) =>
  (of: Language): string =>
    persons.draft === null && of === language ? measuresTaken(record) : '';

const told: readonly RecordField[] = ['data', 'sensitive', 'harms', 'persons'];

/** Which facts the message takes from elsewhere than the record, and that it has none to tell. */
export function factLines(one: ControllerCase, language: Language): Said[] {
  const taken = told.flatMap((field): Said[] => {
    const from = takenWord(one, field, language);
    if (from === null) return [];
    const values = { field: saWord(language, 'field', field), from: phrase(language, from) };
    return [{ key: 'caseAsk.draftTaken', values }];
  });
  return toldDataOf(one.record).length === 0 ? [...taken, { key: 'caseAsk.draftNoData' }] : taken;
}

/** What would be frozen of what stands in the form, in each language that is written. */
export async function previewOf(ctx: Context, around: Around, typed: Raw): Promise<PaperText[]> {
  const { draft } = around.one.persons;
  const begun = begunMeasures(around);
  const said = (name: string, start: string): string | null =>
    (Object.hasOwn(typed, name) ? (typed[name] ?? '') : start).trim() || null;
  const written = {
    fr: said('fr', draft?.fr ?? ''),
    en: said('en', draft?.en ?? ''),
    measuresFr: said('measuresFr', draft?.measuresFr ?? begun('fr')),
    measuresEn: said('measuresEn', draft?.measuresEn ?? begun('en')),
  };
  const shown = await previewDraft({ ctx, input: { caseId: around.one.id, written } });
  if (!shown.ok) return [];
  return shown.value.map(({ text, language, shown: { subject, text: words } }) => ({
    title: { key: `message.${text}` },
    inLanguage: { key: `message.${language}` },
    language,
    subject,
    text: words,
  }));
}
