/** A text with one place in it; what stands there is written by `at`. */
export type Inset = { before: string; at: (line: string) => string; after: string };

export const written = ({ before, at, after }: Inset, line: string): string => before + at(line) + after;
