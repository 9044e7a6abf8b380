import type { AuthorityForm } from '../../domain/letters/authorityForm';
import { facts, heading, list, note, warning } from '../blocks/build';
import { exerciseNote } from '../sections/marks';
import type { Speaker } from '../speaker';
import { markOf, type Sheet } from './sheet';

/** Wording C: what is typed into the authority's form, in its own order; what is missing first. */
export function authorityFormSheet(data: AuthorityForm, speaker: Speaker): Sheet {
  const { say } = speaker;
  const { head, form, type, authority, warnings, requires, optionalBlank, sections } = data;
  const title = say(`authorityForm.title.${form}`);
  return {
    subject: `${markOf(head, speaker)}${title} (${head.reference})`,
    title,
    strap: [head.reference, type, authority].filter((part) => part !== null).join(' · '),
    blocks: [
      ...exerciseNote(head, speaker),
      note(say(`authorityForm.intro.${form}`)),
      ...warnings.map((words) => warning(words)),
      ...requires.flatMap(({ says, missing }) =>
        missing.length === 0 ? [note(says)] : [warning(says), ...list(missing)],
      ),
      ...(optionalBlank === null ? [] : [note(say('authorityForm.optionalBlank', { n: optionalBlank }))]),
      ...sections.flatMap((section) => [
        heading(section.title),
        facts(...section.fields.map((field) => [field.label, valueOf(field, speaker)] as const)),
      ]),
    ],
  };
}

function valueOf({ value, from, mark }: AuthorityForm['sections'][number]['fields'][number], { say }: Speaker): string {
  if (mark === null && value === null) return '–';
  const marked = mark === null ? null : `[${say(`authorityForm.mark.${mark}`)}]`;
  return [value, marked, from === null ? null : `(${from})`].filter((part) => part !== null).join(' ');
}
