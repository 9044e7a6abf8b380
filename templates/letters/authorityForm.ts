import type { AuthorityForm } from '../../domain/letters/authorityForm';
import type { Block } from '../blocks/block';
import { facts, heading, list, note, warning } from '../blocks/build';
import { exerciseNote } from '../sections/marks';
import type { Speaker } from '../speaker';
import { markOf, type Sheet } from './sheet';

/** Wording C: what is typed into the authority's form, in its own order; what is missing first. */
export function authorityFormSheet(data: AuthorityForm, speaker: Speaker): Sheet {
  const { say } = speaker;
  const { head, form, type, authority, missing, toComplete, sections } = data;
  const title = say(`authorityForm.title.${form}`);
  return {
    subject: `${markOf(head, speaker)}${title} (${head.reference})`,
    title,
    strap: [head.reference, type, authority].filter((part) => part !== null).join(' · '),
    blocks: [
      ...exerciseNote(head, speaker),
      note(say(`authorityForm.intro.${form}`)),
      ...(missing.length === 0 ? ready(data, speaker) : [warning(say('authorityForm.missing')), ...list(missing)]),
      ...sections.flatMap((section) => [
        heading(section.title),
        facts(...section.fields.map(({ label, value, mark }) => [label, valueOf(value, mark, speaker)] as const)),
      ]),
      ...(toComplete.length === 0 ? [] : [heading(say('authorityForm.later')), ...list(toComplete)]),
    ],
  };
}

function valueOf(value: string | null, mark: 'missing' | 'pending' | null, { say }: Speaker): string {
  if (mark === null) return value ?? '–';
  return [value, `[${say(`authorityForm.mark.${mark}`)}]`].filter((part) => part !== null).join(' ');
}

/** An incomplete template lacks nothing, and yet leaves things to be determined: nobody is told that it is whole. */
const ready = ({ form, toComplete }: AuthorityForm, { say }: Speaker): Block[] =>
  form === 'edpb' && toComplete.length > 0 ? [] : [note(say('authorityForm.ready'))];
