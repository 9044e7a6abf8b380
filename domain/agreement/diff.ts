import { pointerStep } from '../shared/pointer';
import type { Json } from '../shared/jcs';

/** One place where two documents differ. `pointer` is RFC 6901; undefined: the place is missing on that side. */
export type Difference = { pointer: string; before: Json | undefined; after: Json | undefined };

const isObject = (value: Json | undefined): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Differences between two documents, in the order of the document; lists are compared place by place. */
export function differences(before: Json | undefined, after: Json | undefined, pointer = ''): Difference[] {
  if (Array.isArray(before) && Array.isArray(after)) {
    const [old, young]: [readonly Json[], readonly Json[]] = [before, after];
    const places = Array.from({ length: Math.max(old.length, young.length) }, (_, index) => index);
    return places.flatMap((index) => differences(old[index], young[index], `${pointer}/${index}`));
  }
  if (isObject(before) && isObject(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => differences(before[name], after[name], `${pointer}/${pointerStep(name)}`));
  }
  return before === after ? [] : [{ pointer, before, after }];
}
