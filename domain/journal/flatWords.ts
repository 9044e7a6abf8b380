import type { Json } from '../shared/jcs';

/**
 * A field of an entry as lines that can be printed: a member under its path, a list of words in one line. What is null or
 * blank says nothing and is left out.
 */
export function flatWords(path: string, value: Json): { term: string; value: string }[] {
  if (value === null) return [];
  if (typeof value !== 'object') {
    const text = String(value).trim();
    return text === '' ? [] : [{ term: path, value: text }];
  }
  if (!Array.isArray(value)) {
    return Object.entries(value).flatMap(([name, member]) => flatWords(`${path}.${name}`, member));
  }
  const isPlain = value.every((one) => one !== null && typeof one !== 'object');
  if (isPlain) return value.length === 0 ? [] : [{ term: path, value: value.join(', ') }];
  return value.flatMap((one, index) => flatWords(`${path}.${index + 1}`, one));
}
