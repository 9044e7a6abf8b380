/** What a script can rely on (docs/cli.md). */
export const exit = {
  done: 0,
  /** A fault on this side, or a check that failed. */
  failed: 1,
  /** The command was not understood: flags, files, environment. */
  usage: 2,
  /** Vigie refused: rights, state, faults in what was sent. Nothing has changed. */
  refused: 3,
  /** Vigie does not answer. Repeat under the same key: one entry comes of it. */
  away: 4,
  /** `EX_TEMPFAIL` of sysexits: a mail server keeps what it pipes and tries again. */
  tryAgain: 75,
} as const;

export type ExitCode = (typeof exit)[keyof typeof exit];

/** An end in words that the person can act upon. */
export class Ending extends Error {
  readonly code: ExitCode;

  constructor(code: ExitCode, message: string) {
    super(message);
    this.code = code;
  }
}
