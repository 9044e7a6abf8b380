/** What the file of a version's signed envelope is called. */
export const envelopeName = (reference: string, version: number): string => `${reference}-v${version}.envelope.jsonl`;
