#!/usr/bin/env node
/**
 * Checks a file that Vigie gave out (journal, extract, envelope) offline, against a public key that came another way.
 * One file, built-ins of Node.js only, no line shared with the program that writes. Format: docs/formats.md.
 *
 *   node verify.js FILE --key VKEY [--origin NAME] [--seen CHECKPOINT_HASH] [--earlier FILE]
 *
 * Exit code 0: verified. 1: refused, with the first bad entry and why. 2: could not be checked (usage, file, key).
 */
/* oxlint-disable max-lines -- one file, to be read and run alone */
import { createHash, createPublicKey, type KeyObject, verify as verifySignature } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

export type Policy = {
  /** C2SP verifier key of the journal, from outside the file. */
  key: string;
  /** Name of the log that is expected; the name of the key unless said. */
  origin?: string | undefined;
  /** A checkpoint's hash, as a notice carried it: the file must contain it or be consistent with it. */
  seen?: string | undefined;
  /** Head of a whole journal that was given out before: the file must begin with the same entries. */
  earlier?: Head | undefined;
};
export type Verified = {
  ok: true;
  format: string;
  origin: string;
  /** Tree size of the checkpoint; null for an envelope, which carries only a hash. */
  size: number | null;
  /** Root of that tree. */
  root: Buffer | null;
  entries: number;
  shown: number;
  missing: number;
};
export type Verdict = Verified | { ok: false; line: number; seq: number | null; reason: string };

class Refused extends Error {}
/** The policy itself is unusable: nothing was checked. */
export class Unusable extends Error {}

type Obj = { [name: string]: unknown };
/** `verified`: lines that verified under this key, with their text. They need not be verified again. */
type Key = { name: string; id: Buffer; open: KeyObject; verified: Set<string> };
type Head = { size: number; root: Buffer };
const CHUNK_BYTES = 1 << 20;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function need(holds: boolean, reason: string): asserts holds {
  if (!holds) throw new Refused(reason);
}
const sha256 = (...parts: (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const isObject = (x: unknown): x is Obj => typeof x === 'object' && x !== null && !Array.isArray(x);
const isHash = (x: unknown): x is string => typeof x === 'string' && /^[0-9a-f]{64}$/.test(x);
const isCount = (x: unknown): x is number => Number.isSafeInteger(x) && (x as number) > 0;
const isText = (x: unknown): x is string => typeof x === 'string' && x !== '';

/** RFC 8785. Refuses what has no single form: numbers past 2^53, lone surrogates. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (isObject(value)) {
    const names = Object.keys(value).toSorted(); // by UTF-16 code units, as RFC 8785 asks
    return `{${names.map((name) => `${canonical(name)}:${canonical(value[name])}`).join(',')}}`;
  }
  if (typeof value === 'number') need(Math.abs(value) <= Number.MAX_SAFE_INTEGER, 'a number has no canonical form');
  if (typeof value === 'string') need(value.isWellFormed(), 'a text has no canonical form');
  return JSON.stringify(value);
}

/** Bytes, then meaning: what was parsed, written again, must be what was there. Finds doubled names and odd escapes. */
function parseLine(bytes: Buffer): Obj {
  try {
    const text = utf8.decode(bytes);
    const value: unknown = JSON.parse(text);
    if (isObject(value) && canonical(value) === text) return value;
  } catch (error) {
    if (error instanceof Refused) throw error;
  }
  throw new Refused('the line is not one JSON object in canonical form');
}

function only(value: unknown, names: string, what: string): Obj {
  need(
    isObject(value) && Object.keys(value).toSorted().join(' ') === names,
    `${what} does not have the fields ${names}`,
  );
  return value as Obj;
}

function decodeBase64(text: string, what: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  need(bytes.toString('base64') === text, `${what} is not strict base64`);
  return bytes;
}

/** `name+id+base64(0x01 ‖ key)`, id = SHA-256(name ‖ LF ‖ 0x01 ‖ key)[:4] (C2SP signed-note). */
function parseKey(vkey: string): Key {
  const [, name = '', id = '', packed = ''] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(vkey) ?? [];
  const bytes = Buffer.from(packed, 'base64');
  const expected = sha256(`${name}\n`, bytes).subarray(0, 4);
  if (bytes.toString('base64') !== packed || bytes.length !== 33 || bytes[0] !== 1 || expected.toString('hex') !== id)
    throw new Unusable('the key is not an Ed25519 verifier key (name+id+base64)');
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes.subarray(1)]);
  return { name, id: expected, open: createPublicKey({ key: der, format: 'der', type: 'spki' }), verified: new Set() };
}

/** The text of a signed note. Other people's signatures are passed over; ours must be there and must verify. */
function openNote(note: unknown, key: Key, what: string): string {
  const at = typeof note === 'string' ? note.lastIndexOf('\n\n') : -1;
  need(at >= 0 && String(note).endsWith('\n'), `${what} is not a signed note`);
  const text = String(note).slice(0, at + 1);
  let verified = 0;
  for (const line of String(note)
    .slice(at + 2, -1)
    .split('\n')) {
    const [, name = '', packed = ''] = /^\u2014 ([^ ]+) ([^ ]+)$/.exec(line) ?? [];
    need(packed !== '', `${what} has a line that is no signature`);
    const bytes = decodeBase64(packed, `a signature of ${what}`);
    if (name !== key.name || !bytes.subarray(0, 4).equals(key.id)) continue;
    if (!key.verified.has(text + line)) {
      need(verifySignature(null, Buffer.from(text), key.open, bytes.subarray(4)), `the signature of ${what} is wrong`);
      key.verified.add(text + line);
    }
    verified += 1;
  }
  need(verified === 1, `${what} is not signed by ${key.name} with this key`);
  return text;
}

/** Origin, size and root of a checkpoint (C2SP tlog-checkpoint), each in its only form. */
function openCheckpoint(note: unknown, key: Key, origin: string, what: string): Head {
  const text = openNote(note, key, what);
  const [name = '', size = '', root = ''] = text.split('\n');
  need(name === origin, `${what} is of ${name}, not of ${origin}`);
  const head = { size: Number(size), root: decodeBase64(root, `the root of ${what}`) };
  need(text === `${name}\n${head.size}\n${root}\n` && head.root.length === 32, `${what} is not in its only form`);
  need(Number.isSafeInteger(head.size) && head.size >= 0, `${what} has no size`);
  return head;
}

const node = (left: Buffer, right: Buffer): Buffer => sha256(Buffer.of(1), left, right);
const half = (n: number): number => Math.floor(n / 2);

function hashes(list: unknown, what: string): Buffer[] {
  need(Array.isArray(list) && list.every(isHash), `${what} is not a list of hashes`);
  return (list as string[]).map((hash) => Buffer.from(hash, 'hex'));
}

/** RFC 9162 section 2.1.3.2. */
function checkInclusion(leaf: Buffer, index: number, head: Head, proof: Buffer[]): void {
  let [fn, sn, r] = [index, head.size - 1, leaf];
  need(fn <= sn, 'the checkpoint does not reach this entry');
  for (const p of proof) {
    need(sn > 0, 'the inclusion proof is too long');
    if (fn % 2 === 1 || fn === sn) {
      r = node(p, r);
      while (fn % 2 === 0 && fn > 0) [fn, sn] = [half(fn), half(sn)];
    } else r = node(r, p);
    [fn, sn] = [half(fn), half(sn)];
  }
  need(sn === 0 && r.equals(head.root), 'the inclusion proof does not lead to the checkpoint');
}

/** RFC 9162 section 2.1.4.2. */
function checkConsistency(older: Head, head: Head, proof: Buffer[]): void {
  const wrong = 'an earlier checkpoint is not consistent with the newest';
  need(older.size > 0 && older.size < head.size, wrong);
  const path = Number.isInteger(Math.log2(older.size)) ? [older.root, ...proof] : proof;
  const [first, ...rest] = path;
  if (first === undefined) throw new Refused(wrong);
  let [fn, sn, fr, sr] = [older.size - 1, head.size - 1, first, first];
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)];
  for (const c of rest) {
    need(sn > 0, wrong);
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [node(c, fr), node(c, sr)];
      while (fn % 2 === 0 && fn > 0) [fn, sn] = [half(fn), half(sn)];
    } else sr = node(sr, c);
    [fn, sn] = [half(fn), half(sn)];
  }
  need(sn === 0 && fr.equals(older.root) && sr.equals(head.root), wrong);
}

const ENTRY = 'actor at digest fields keyMac leaf orgId recordedAt revision seq subject type typeVersion';
const EXTRACT_ENTRY = ENTRY.replace('orgId', 'orgId proof');
const HEADER = 'checkpoint earlier format madeAt orgId origin partyId';
const ENVELOPE = 'checkpointHash documents format madeAt notice orgId origin';

/** Reads a file line by line: `push` for each line but the last, then `end` with the last one. */
class Reading {
  line = 0;
  seq: number | null = null;
  entries = 0;
  shown = 0;
  format = '';
  head: Head | null = null;
  readonly #key: Key;
  readonly #origin: string;
  readonly #seen: string | undefined;
  readonly #earlier: Head | undefined;
  readonly #file = createHash('sha256');
  #orgId: unknown = '';
  /** Complete subtrees of the leaves so far, largest first. */
  #peaks: { leaves: number; hash: Buffer }[] = [];
  /** Values that are not there, by seq, until an erasure explains them. */
  readonly #gone = new Map<number, { line: number; names: Set<string> }>();
  readonly #explained: { target: number; names: string[] }[] = [];
  missing = 0;

  constructor({ key, origin, seen, earlier }: OpenPolicy) {
    [this.#key, this.#origin, this.#seen, this.#earlier] = [key, origin, seen, earlier];
  }

  push(bytes: Buffer): void {
    this.line += 1;
    this.#file.update(bytes).update('\n');
    const value = parseLine(bytes);
    if (this.line === 1) this.#header(value);
    else this.#entry(value);
  }

  end(bytes: Buffer): Verified {
    const { format, head, entries, shown, missing } = this;
    this.line += 1;
    this.seq = null;
    need(this.line > 1, 'the file has no header');
    if (format === 'vigie-journal/1') this.#whole(); // before the seal, so that the first bad entry is named
    const { seal } = only(parseLine(bytes), 'seal', 'the last line');
    const text = openNote(seal, this.#key, 'the seal');
    const expected = `vigie file seal v1\n${this.#origin}\n${this.#file.digest('hex')}\n`;
    need(text === expected, 'the seal is of another file: something was changed, left out or added');
    need(String(seal).split('\n').length === expected.split('\n').length + 2, 'the seal has a second signature');
    const { size = null, root = null } = head ?? {};
    return { ok: true, format, origin: this.#origin, size, root, entries, shown, missing };
  }

  #header(value: Obj): void {
    this.format = String(value['format']);
    this.#orgId = value['orgId'];
    const isEnvelope = this.format === 'vigie-envelope/1';
    need(isEnvelope || /^vigie-(journal|extract)\/1$/.test(this.format), 'the format is not known');
    const isComparable = this.#earlier === undefined || this.format === 'vigie-journal/1';
    need(isComparable, 'only a whole journal can be compared with an earlier one');
    const names = isEnvelope && 'facts' in value ? ENVELOPE.replace('format', 'facts format') : ENVELOPE;
    only(value, isEnvelope ? names : HEADER, 'the header');
    need(value['origin'] === this.#origin, `the file is of ${String(value['origin'])}, not of ${this.#origin}`);
    need(isText(this.#orgId) && isText(value['madeAt']), 'the header lacks organisation or instant');
    const seen = this.#seen;
    if (isEnvelope) {
      need(value['checkpointHash'] === null || isHash(value['checkpointHash']), 'the checkpoint hash is not a hash');
      only(value['notice'], 'id kind reference version', 'the notice');
      need(Array.isArray(value['documents']), 'the documents are not a list');
      for (const document of value['documents'] as unknown[]) {
        need(isHash(only(document, 'mediaType sha256', 'a document')['sha256']), 'a document has no hash');
      }
      need(seen === undefined || seen === value['checkpointHash'], 'the envelope carries another checkpoint hash');
      return;
    }
    const head = openCheckpoint(value['checkpoint'], this.#key, this.#origin, 'the checkpoint');
    const notes = [value['checkpoint']];
    need(value['partyId'] === null || isText(value['partyId']), 'the party is neither absent nor named');
    need(Array.isArray(value['earlier']), 'the earlier checkpoints are not a list');
    for (const item of value['earlier'] as unknown[]) {
      const { checkpoint, consistency } = only(item, 'checkpoint consistency', 'an earlier checkpoint');
      const older = openCheckpoint(checkpoint, this.#key, this.#origin, 'an earlier checkpoint');
      checkConsistency(older, head, hashes(consistency, 'a consistency proof'));
      notes.push(checkpoint);
    }
    const isSeen = seen === undefined || notes.some((note) => sha256(String(note)).toString('hex') === seen);
    need(isSeen, 'the file does not lead to the checkpoint that was seen');
    this.head = head;
  }

  #entry(value: Obj): void {
    need(this.format !== 'vigie-envelope/1', 'an envelope has one line and its seal');
    const isExtract = this.format === 'vigie-extract/1';
    const before = this.seq ?? 0;
    if (isCount(value['seq'])) this.seq = value['seq'];
    const entry = only(value, isExtract ? EXTRACT_ENTRY : ENTRY, 'the entry');
    const { seq, at, recordedAt, actor, type, typeVersion, subject, revision, keyMac, digest, leaf, orgId } = entry;
    need(isCount(seq), 'seq is not a positive integer');
    need(isExtract ? seq > before : seq === before + 1, `entry ${before} is followed by ${seq}`);
    need(orgId === this.#orgId, 'the entry is of another organisation');
    only(actor, 'id kind', 'the actor');
    only(subject, 'id kind', 'the subject');
    need([at, recordedAt, type].every(isText) && [typeVersion, revision].every(isCount), 'a fact has the wrong kind');

    const fields = this.#fields(seq, entry['fields']);
    need(digest === sha256(canonical(fields.commitments)).toString('hex'), 'the digest is not that of the fields');
    const facts = { orgId, seq, at, recordedAt, actor, type, typeVersion, subject, revision, keyMac, digest };
    const hash = sha256(Buffer.of(0), canonical(facts));
    need(leaf === hash.toString('hex'), 'the leaf is not that of the entry');

    if (isExtract) checkInclusion(hash, seq - 1, this.head as Head, hashes(entry['proof'], 'the inclusion proof'));
    else {
      if (type === 'field.erased') this.#erasure(seq, fields.values);
      this.#grow(hash);
    }
    this.entries += 1;
    const { size, root } = this.#earlier ?? {};
    if (this.entries === size)
      need(this.#root().equals(root ?? sha256()), `the first ${size} are not those of the earlier file`);
  }

  /** Each field commits to its value by SHA-256(salt ‖ canonical value); what is not shown leaves its commitment. */
  #fields(seq: number, value: unknown): { commitments: Obj; values: Obj } {
    need(isObject(value), 'the fields are not an object');
    const commitments: Obj = {};
    const values: Obj = {};
    for (const [name, field] of Object.entries(value as Obj)) {
      const hasValue = isObject(field) && 'value' in field;
      const {
        commitment,
        salt,
        value: shown,
      } = only(field, hasValue ? 'commitment salt value' : 'commitment', `field ${name}`);
      need(isHash(commitment), `the commitment of field ${name} is not a hash`);
      Object.defineProperty(commitments, name, { value: commitment, enumerable: true });
      if (!hasValue) {
        this.missing += 1;
        const gone = this.#gone.get(seq) ?? { line: this.line, names: new Set() };
        gone.names.add(name);
        this.#gone.set(seq, gone);
        continue;
      }
      need(isHash(salt), `the salt of field ${name} is not 32 bytes`);
      const made = sha256(Buffer.from(salt as string, 'hex'), canonical(shown)).toString('hex');
      need(made === commitment, `field ${name} is not the value that was committed to`);
      Object.defineProperty(values, name, { value: shown, enumerable: true });
      this.shown += 1;
    }
    return { commitments, values };
  }

  /** An erasure explains values that are missing from an entry before it. */
  #erasure(seq: number, { target, names }: Obj): void {
    need(isCount(target) && target < seq && Array.isArray(names), 'the erasure does not say what it erases');
    const gone = this.#gone.get(target as number);
    for (const name of names as unknown[]) {
      need(gone?.names.has(String(name)) === true, `field ${String(name)} of entry ${String(target)} is still there`);
    }
    this.#explained.push({ target: target as number, names: (names as unknown[]).map(String) });
  }

  #grow(leaf: Buffer): void {
    let peak = { leaves: 1, hash: leaf };
    for (let last = this.#peaks.at(-1); last?.leaves === peak.leaves; last = this.#peaks.at(-1)) {
      peak = { leaves: peak.leaves * 2, hash: node(last.hash, peak.hash) };
      this.#peaks.pop();
    }
    this.#peaks.push(peak);
  }

  #root(): Buffer {
    const root = this.#peaks.reduceRight<Buffer | null>((r, { hash }) => (r === null ? hash : node(hash, r)), null);
    return root ?? sha256();
  }

  /** A whole journal has every entry of the tree, and every missing value is explained. */
  #whole(): void {
    const head = this.head as Head;
    need(this.entries === head.size, `the checkpoint has ${head.size} entries, the file ${this.entries}`);
    const before = this.#earlier?.size ?? 0;
    need(before <= head.size, `the earlier file has ${before} entries: this one is older, or was cut`);
    need(this.#root().equals(head.root), 'the entries do not make the root of the checkpoint');
    for (const { target, names } of this.#explained)
      for (const name of names) this.#gone.get(target)?.names.delete(name);
    for (const [seq, { line, names }] of this.#gone) {
      if (names.size === 0) continue;
      [this.seq, this.line] = [seq, line];
      throw new Refused(`field ${[...names].join(', ')} is missing and no entry says that it was erased`);
    }
  }
}

export type OpenPolicy = { key: Key; origin: string; seen: string | undefined; earlier?: Head | undefined };

/** @throws Unusable when the policy cannot be used. */
export function openPolicy({ key, origin, seen, earlier }: Policy): OpenPolicy {
  if (seen !== undefined && !isHash(seen)) throw new Unusable('the checkpoint that was seen is not a hash');
  const opened = parseKey(key);
  return { key: opened, origin: origin ?? opened.name, seen, earlier };
}

/** Never throws for what is in the file. */
export function verifyChunks(chunks: Iterable<Buffer>, policy: OpenPolicy): Verdict {
  const reading = new Reading(policy);
  try {
    let held: Buffer | null = null; // the line before the one that is read: the last one is the seal
    let rest: Buffer[] = [];
    for (const chunk of chunks) {
      let from = 0;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        if (held !== null) reading.push(held);
        held = Buffer.concat([...rest, chunk.subarray(from, at)]);
        [rest, from] = [[], at + 1];
      }
      if (from < chunk.length) rest.push(Buffer.from(chunk.subarray(from)));
    }
    need(held !== null && rest.length === 0, 'the file is cut off: it does not end with a whole line');
    return reading.end(held as unknown as Buffer);
  } catch (error) {
    // Deep nesting and the like overflow: not a form that the writer has.
    const reason = error instanceof Refused ? error.message : 'the line cannot be read';
    return { ok: false, line: reading.line, seq: reading.seq, reason };
  }
}

export const verifyBytes = (bytes: Buffer, policy: Policy): Verdict => verifyChunks([bytes], openPolicy(policy));

/** @throws Unusable, or an Error when the file cannot be opened. */
export function verifyFile(path: string, policy: Policy): Verdict {
  const opened = openPolicy(policy);
  const file = openSync(path, 'r');
  try {
    return verifyChunks(chunksOf(file), opened);
  } finally {
    closeSync(file);
  }
}

function* chunksOf(file: number): Generator<Buffer> {
  const buffer = Buffer.alloc(CHUNK_BYTES);
  for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) yield buffer.subarray(0, read);
}

/** One or two sentences for people. */
export function describe(verdict: Verdict): string {
  if (!verdict.ok) {
    const place = verdict.seq === null ? `line ${verdict.line}` : `entry ${verdict.seq} (line ${verdict.line})`;
    return `REFUSED at ${place}: ${verdict.reason}.`;
  }
  const { format, origin, size, entries, shown, missing } = verdict;
  const rest = format === 'vigie-extract/1' ? 'withheld or erased' : 'erased, each by an entry that says so';
  const body = size === null ? 'signed envelope' : `${entries} entries under a checkpoint of ${size}`;
  return `VERIFIED ${format} of ${origin}: ${body}; ${shown} values shown, ${missing} ${rest}.`;
}

const USAGE = 'usage: verify FILE --key VKEY [--origin NAME] [--seen CHECKPOINT_HASH] [--earlier FILE]';

/** @throws Unusable when the earlier file is no whole journal that verifies under the same key */
function headOf(path: string, policy: Policy): Head {
  const verdict = verifyFile(path, policy);
  if (!verdict.ok) throw new Unusable(`the earlier file: ${describe(verdict)}`);
  const { format, size, root } = verdict;
  if (format !== 'vigie-journal/1' || size === null || root === null)
    throw new Unusable('the earlier file is not a whole journal');
  return { size, root };
}

/** Exit code of a call with these words; what there is to say goes to `say`. */
export function runVerify(words: readonly string[], say: (line: string) => void): 0 | 1 | 2 {
  const options = new Map<string, string>();
  let path = '';
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (/^--(key|origin|seen|earlier)$/.test(word)) options.set(word.slice(2), words[++at] ?? '');
    else if (path === '' && !word.startsWith('--')) path = word;
    else path = '\0';
  }
  const key = options.get('key') ?? '';
  if (path === '' || path === '\0' || key === '') return (say(USAGE), 2);
  try {
    const [origin, seen, older] = [options.get('origin'), options.get('seen'), options.get('earlier')];
    const earlier = older === undefined ? undefined : headOf(older, { key, origin });
    const verdict = verifyFile(path, { key, origin, seen, earlier });
    say(describe(verdict));
    return verdict.ok ? 0 : 1;
  } catch (error) {
    say(`NOT CHECKED: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
}

if (require.main === module) process.exitCode = runVerify(process.argv.slice(2), (line) => console.log(line));
