/** An entry of a type or version that this code does not know: its subject cannot be served (503), others can. */
export class SubjectUnreadable extends Error {
  override readonly name = 'SubjectUnreadable';
  readonly entryType: string;

  constructor(entryType: string) {
    super(`entries of type ${entryType} are unknown to this version`);
    this.entryType = entryType;
  }
}
