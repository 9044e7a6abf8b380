import { FORM } from '../../../domain/authority/form';
import { SECTIONS, type SectionKey } from '../../../domain/authority/formField';
import type { RecordField } from '../../../domain/authority/breachRecord';
import { recordFieldAt } from '../../../domain/controllerCase/completeRecord';
import type { Language } from '../../../domain/letters/head';
import { saWord } from '../../../templates/authorityValue';
import type { Question } from '../forms/question';

/** What the record or the common template asks beside the national form, by the section to which it belongs. */
const BESIDE: Readonly<Partial<Record<string, SectionKey>>> = {
  hasNoSiren: 'organisation',
  dpo: 'contact',
  foundBy: 'dates',
  systems: 'nature',
  processings: 'nature',
  exfiltration: 'nature',
  unintelligible: 'nature',
  alteration: 'nature',
  unavailability: 'nature',
  becameOfData: 'consequences',
  recoverableData: 'consequences',
  touched: 'crossBorder',
  publicBody: 'crossBorder',
  establishments: 'crossBorder',
  mainEstablishment: 'crossBorder',
  police: 'crossBorder',
  attachments: 'crossBorder',
};

const placeOf = (field: string): number => FORM.findIndex(({ pointer }) => recordFieldAt(pointer) === field);

export const sectionOf = (field: string): SectionKey => BESIDE[field] ?? FORM[placeOf(field)]?.section ?? 'crossBorder';

/** In the order of the authority's form, each section under its name: who fills it in finds what the sheet says is missing. */
export function inOrder(
  questions: readonly Question[],
  fieldOf: (name: string) => RecordField,
  language: Language,
): Question[] {
  const placed = questions.map((question) => {
    const field = fieldOf(question.name);
    const section = question.name === 'none' ? 'crossBorder' : sectionOf(field);
    const within = placeOf(field);
    return { question, section, within: within < 0 ? FORM.length : within };
  });
  const ordered = placed.toSorted(
    (a, b) => SECTIONS.indexOf(a.section) - SECTIONS.indexOf(b.section) || a.within - b.within,
  );
  return ordered.map(({ question, section }, index) =>
    ordered[index - 1]?.section === section ? question : { ...question, section: saWord(language, 'section', section) },
  );
}
