import type { Said } from '../words/word';

/** A file that is kept, and where it is taken. */
export type FileLine = { href: string; name: Said; kind: string; size: Said; at: string; hash: string };

/** Fragments that templates write as `{{> name}}`. */
export const fileParts = {
  file: `<a href="{{o href}}">{{say name}}</a> <span class="muted">{{kind}}, {{say size}}</span>`,
} as const;
