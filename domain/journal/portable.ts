import { createHash } from 'node:crypto';
import { canonical, type Json } from '../shared/jcs';
import type { Entry, Field } from './entry';
import type { Hash } from './merkle';

/** The files that leave: JSON Lines, each line RFC 8785, the last one a seal. Specified in docs/formats.md. */
export const JOURNAL_FORMAT = 'vigie-journal/1';
export const EXTRACT_FORMAT = 'vigie-extract/1';
export const ENVELOPE_FORMAT = 'vigie-envelope/1';

/** An older checkpoint, as cited by a notice, with the proof that the newer tree begins with its tree. */
export type Earlier = { checkpoint: string; consistency: Hash[] };

export type JournalHeader = {
  format: typeof JOURNAL_FORMAT | typeof EXTRACT_FORMAT;
  origin: string;
  orgId: string;
  madeAt: string;
  checkpoint: string;
  earlier: Earlier[];
  /** Whom an extract is for; null in a whole journal. */
  partyId: string | null;
};

/** `checkpointHash` null: nothing was signed yet when the notice was frozen. */
export type EnvelopeHeader = {
  format: typeof ENVELOPE_FORMAT;
  origin: string;
  orgId: string;
  notice: { id: string; reference: string; version: number; kind: string };
  checkpointHash: Hash | null;
  documents: { mediaType: string; sha256: Hash }[];
  madeAt: string;
  /** What the version says as values; left out where it says none, where its words were erased, and in a webhook. */
  facts?: Json;
};

export const lineOf = (content: Json): string => `${canonical(content)}\n`;

/** An entry as it leaves: without its idempotency key, and with the values that `shows` lets through. */
export function entryLine(entry: Entry, shows: (name: string) => boolean, proof?: readonly Hash[]): string {
  const { orgId, seq, at, recordedAt, actor, type, typeVersion, subject, revision, keyMac, digest, leaf } = entry;
  const fields = Object.fromEntries(
    Object.entries(entry.fields).map(([name, field]) => [name, disclosed(field, shows(name))]),
  );
  const facts = { orgId, seq, at, recordedAt, actor, type, typeVersion, subject, revision, keyMac, digest, leaf };
  return lineOf({ ...facts, fields, ...(proof && { proof }) });
}

/** Erased and withheld look alike: only the commitment is left. */
function disclosed({ commitment, value, salt }: Field, isShown: boolean): Json {
  return isShown && salt !== null ? { commitment, salt, value } : { commitment };
}

/** What is signed over a file. Its first line is no origin, so it is never taken for a checkpoint. */
export const sealText = (origin: string, sha256: Hash): string => `vigie file seal v1\n${origin}\n${sha256}\n`;

export const sealLine = (note: string): string => lineOf({ seal: note });

/** The hash of a file that is written line by line. */
export function hashOfLines() {
  const hash = createHash('sha256');
  return { add: (line: string): void => void hash.update(line), hex: (): Hash => hash.copy().digest('hex') };
}
