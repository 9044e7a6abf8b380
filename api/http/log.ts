/** As pino has it. No name, address, text or token is ever handed to it. */
export type Log = {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
};

/** Where it broke, never what it held: messages of drivers quote the values that they choke on. */
export function withoutWords(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = codeOf(error) ?? codeOf(error.cause); // Temporal's client wraps the error that has it
  return { kind: error.name, code, at: frames.slice(0, 8).map((line) => line.trim()) };
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'object' ? undefined : String(error.code);
}
