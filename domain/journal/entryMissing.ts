/** There is no entry under a number below the journal's end: numbers have no gaps, so somebody removed it. */
export class EntryMissing extends RangeError {
  override readonly name = 'EntryMissing';

  readonly seq: number;

  constructor(seq: number) {
    super(`the journal has no entry ${seq}`);
    this.seq = seq;
  }
}

/** The first number from `first` on that is not among `entries`, which are in order; null when all `count` are there. */
export function firstMissing(entries: readonly { seq: number }[], first: number, count: number): number | null {
  for (let index = 0; index < count; index++) {
    if (entries[index]?.seq !== first + index) return first + index;
  }
  return null;
}
