import type { Language } from '../../../domain/letters/head';
import type { Frame } from '../../../templates/pages/frame/frame';
import type { Field } from '../../../templates/pages/parts/form';
import { phrase, type Said, type Word } from '../../../templates/pages/words/word';
import type { ApiError } from '../../http/problems';
import type { AnyVisit } from '../frame';
import { documentWords } from './documentWords';
import { faultLink } from './question';

/** The one field of a form that takes a document as JSON: every fault of it above, with its place in the document. */
export function documentField(
  { refusal }: Pick<AnyVisit, 'refusal'>,
  { label, hint, start }: { label: Word; hint: Word; start: string },
  { language }: Pick<Frame, 'language'>,
) {
  const faults = refusal === null ? [] : documentFaults(refusal.error, language);
  const field: Field = {
    kind: 'area',
    name: 'document',
    label: { key: label },
    hint: { key: hint },
    optional: false,
    value: refusal?.form['document'] ?? start,
    values: [],
    options: [],
    error: faults[0] ?? null,
    repeated: null,
  };
  return { field, faults: faults.map((text) => faultLink('document', text, null)) };
}

/** Undefined for what is no JSON: the schema then says that the whole is missing. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
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
