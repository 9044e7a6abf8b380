import type { Authority } from '../../domain/authority/authority';
import { edpbRows, type EdpbSection } from '../../domain/authority/edpbRows';
import { edpbPointer } from '../../domain/authority/edpbSources';
import { type EdpbForm, toBeDetermined } from '../../domain/authority/edpbSchema';
import type { FilingType } from '../../domain/authority/vocabulary';
import type { ControllerCase } from '../../domain/controllerCase/case';
import type { Language } from '../../domain/letters/head';
import { pointerOf } from '../../domain/shared/pointer';
import { saWord, writeValues } from '../../templates/authorityValue';

/** The common template as it was filled in for one notification of an authority. */
export type EdpbReading = { type: FilingType; authority: Authority; form: EdpbForm };

type WrittenField = {
  field: string;
  label: string;
  state: 'given' | 'pending' | 'blank';
  value: string;
  pointer: string;
};
type WrittenSection = { section: EdpbSection; title: string; fields: WrittenField[] };

/** The template in words, in its own order; `toComplete`: what is still to be determined. */
export function writtenEdpb(
  { opened }: ControllerCase,
  { type, form }: Pick<EdpbReading, 'type' | 'form'>,
  language: Language,
) {
  const sections: WrittenSection[] = [];
  for (const { section, field, reading } of edpbRows(form)) {
    const label = saWord(language, `edpb.${section}`, field);
    const value = writeValues(language, opened.zone, reading.values);
    const last = sections.at(-1);
    const written = { field, label, state: reading.state, value, pointer: edpbPointer(section, field) };
    if (last?.section === section) last.fields.push(written);
    else sections.push({ section, title: saWord(language, 'edpbSection', section), fields: [written] });
  }
  const toComplete = sections.flatMap(({ title, fields }) =>
    fields.filter(({ state }) => state === 'pending').map(({ label }) => `${title} · ${label}`),
  );
  return { type: saWord(language, 'filing', type), sections, toComplete };
}

/** Pointers into the document, in its order. */
export const openPlaces = (form: EdpbForm): string[] => toBeDetermined(form).map(pointerOf);
