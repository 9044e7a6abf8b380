import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Command } from 'commander';
import { spellOut } from '../../domain/shared/spellOut';
import { type Speaker, speakerOf } from '../words/word';
import { type Language, languageOf } from './language';

/** What every verb has at hand. Tests give their own. */
export type Shell = {
  env: NodeJS.ProcessEnv;
  language: Language;
  say: Speaker;
  out(text: string): void;
  /** For people, beside the answer. */
  note(text: string): void;
  /** Null where nobody sits at a terminal. */
  ask: ((question: string) => Promise<string>) | null;
  fetch: typeof fetch;
  /** All of standard input, as bytes. */
  input(): Promise<Buffer>;
};

/** Adds one verb to the program. */
export type Verb = (program: Command, shell: Shell) => void;

/** What a stranger wrote steers no terminal. JSON has escapes of its own and is for programs: it stays as it is. */
export const printable = (text: string): string => (/^[[{]/.test(text) ? text : spellOut(text));

export function terminal(env: NodeJS.ProcessEnv): Shell {
  const language = languageOf(env);
  const isTerminal = process.stdin.isTTY === true && process.stderr.isTTY === true;
  return {
    env,
    language,
    say: speakerOf(language),
    out: (text) => process.stdout.write(`${printable(text)}\n`),
    note: (text) => process.stderr.write(`${printable(text)}\n`),
    ask: isTerminal ? ask : null,
    fetch,
    input: readInput,
  };
}

async function readInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function ask(question: string): Promise<string> {
  const reader = createInterface({ input: process.stdin, output: asWritable(process.stderr) });
  try {
    return (await reader.question(`${question} `)).trim();
  } finally {
    reader.close();
  }
}

/** Questions go beside the answer, so that `vigie … --json > file` can still ask. */
const asWritable = (stream: NodeJS.WriteStream): Writable =>
  new Writable({ write: (chunk, encoding, done) => void stream.write(chunk, encoding, () => done()) });
