import { type Entry, isErased } from './entry';
import { commitField, digestOf, leafOf } from './seal';

/** What in an entry does not fit together, in the order in which it is hashed; null when everything does. */
export function faultOf(entry: Entry): string | null {
  for (const [name, field] of Object.entries(entry.fields)) {
    if (field.salt === null) {
      if (field.value !== null || !isErased(field)) return `field ${name}: a value without its salt`;
    } else if (commitField(field.value, field.salt).commitment !== field.commitment) {
      return `field ${name}: not the value that was committed to`;
    }
  }
  if (digestOf(entry.fields) !== entry.digest) return 'digest: not that of the fields';
  return leafOf(entry) === entry.leaf ? null : 'leaf: not that of the entry';
}
