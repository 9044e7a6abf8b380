import type { Language } from '../../../domain/letters/head';
import type { Frame } from '../../../templates/pages/frame/frame';
import type { Field } from '../../../templates/pages/parts/form';
import { phrase, type Said } from '../../../templates/pages/words/word';
import type { ApiError } from '../../http/problems';
import type { AnyVisit } from '../frame';
import { documentWords } from './documentWords';
import { faultLink, type Raw, typedIn } from './question';
import { whyRefused } from './refusal';

const place = { name: 'document', kind: 'file' } as const;

/** The one field of a form that takes a document as JSON, typed or as a file: every fault of it above, with its place. */
export function documentField(
  { refusal }: Pick<AnyVisit, 'refusal'>,
  start: string,
  { language }: Pick<Frame, 'language'>,
) {
  const error = whyRefused(refusal);
  const faults = error === null ? [] : documentFaults(error, language);
  const field: Field = {
    ...place,
    label: { key: 'agreement.annex' },
    hint: { key: 'agreement.annexHint' },
    optional: false,
    value: refusal === null ? start : typedIn(refusal.form, place),
    values: [],
    options: [],
    error: faults[0] ?? null,
    repeated: null,
  };
  return { field, faults: faults.map((text) => faultLink(place.name, text, null)) };
}

/** Undefined for what is no JSON: the schema then says that the whole is missing. */
export function documentIn(raw: Raw): unknown {
  try {
    return JSON.parse(typedIn(raw, place));
  } catch {
    return undefined;
  }
}

function documentFaults(error: ApiError, language: Language): Said[] {
  if (error.code !== 'input.invalid') return [];
  if (error.issues.some(({ pointer }) => pointer === '/document')) return [{ key: 'err.json' }];
  return error.issues.map(({ pointer, message }) => ({
    key: 'doc.fault',
    values: {
      pointer: pointer.replace(/^\/document/, '') || phrase(language, { key: 'doc.whole' }),
      fault: phrase(language, documentWords(message, language)),
    },
  }));
}
