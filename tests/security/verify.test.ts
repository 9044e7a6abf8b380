import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPolicy, type OpenPolicy, runVerify, type Verdict, verifyBytes, verifyChunks } from '../../verifier/verify';
import { type Archive, createArchive, exported, extracted, writeShortStory, writeStory } from '../fakes/givenOut';

/** Some seconds alone on a core, more where others work too. */
const RESERVED_MS = 600_000;

let archive: Archive;
let key: string;
let policy: OpenPolicy;
type Files = { journal: Buffer; extract: Buffer };
let files: Files;
/** Every bit of these is tried: the work grows with the square of the size. */
let short: Files & { policy: OpenPolicy };
const folder = mkdtempSync(join(tmpdir(), 'vigie-verify-'));

beforeAll(async () => {
  archive = createArchive();
  await writeStory(archive);
  files = await filesOf(archive);
  key = await archive.proofs.notary.verifierKey('slime');
  policy = openPolicy({ key });
  const brief = createArchive();
  await writeShortStory(brief);
  short = {
    ...(await filesOf(brief)),
    policy: openPolicy({ key: await brief.proofs.notary.verifierKey('slime') }),
  };
});
afterAll(() => rmSync(folder, { recursive: true }));

async function filesOf(from: Archive): Promise<Files> {
  await from.proofs.signNow('slime');
  return { journal: await exported(from), extract: await extracted(from, 'arcadia', ['n1']) };
}

const judge = (file: Buffer): Verdict => verifyChunks([file], policy);
const linesOf = (file: Buffer): string[] => file.toString().split(/(?<=\n)/);
const fileOf = (lines: string[]): Buffer => Buffer.from(lines.join(''));

describe.each(['journal', 'extract'] as const)('a damaged %s', (kind) => {
  it(
    'is refused for every single bit',
    () => {
      const file = Buffer.from(short[kind]);
      const isAccepted = () => verifyChunks([file], short.policy).ok;
      const accepted: number[] = [];
      for (let bit = 0; bit < file.length * 8; bit++) {
        const [at, mask] = [bit >> 3, 1 << (bit & 7)];
        file.writeUInt8(file.readUInt8(at) ^ mask, at);
        if (isAccepted()) accepted.push(bit);
        file.writeUInt8(file.readUInt8(at) ^ mask, at);
      }
      expect(accepted).toEqual([]);
      expect(isAccepted()).toBe(true);
    },
    RESERVED_MS,
  );

  it(
    'is refused wherever it is cut off',
    () => {
      const file = short[kind];
      const accepted = Array.from({ length: file.length }, (_, end) => end).filter(
        (end) => verifyChunks([file.subarray(0, end)], short.policy).ok,
      );
      expect(accepted).toEqual([]);
    },
    RESERVED_MS,
  );

  it(
    'is refused with a byte too many, wherever it is',
    () => {
      const file = short[kind];
      const isAccepted = (at: number, more: string) => {
        const longer = Buffer.concat([file.subarray(0, at), Buffer.from(more), file.subarray(at)]);
        return verifyChunks([longer], short.policy).ok;
      };
      const bytes = [' ', '\n', '0', '\u0000'];
      const within = Array.from({ length: file.length }, (_, at) => at);
      expect(within.filter((at) => isAccepted(at, bytes[at % bytes.length] ?? ' '))).toEqual([]);
      expect([...bytes, '{}\n'].filter((more) => isAccepted(file.length, more))).toEqual([]);
    },
    RESERVED_MS,
  );

  it('is refused with two entries swapped, one left out or one twice, and says where', () => {
    const lines = linesOf(files[kind]);
    for (let at = 1; at < lines.length - 2; at++) {
      const [first = '', second = ''] = lines.slice(at, at + 2);
      const swapped = lines.toSpliced(at, 2, second, first);
      const verdicts = [swapped, lines.toSpliced(at, 1), lines.toSpliced(at, 0, first)].map((all) =>
        judge(fileOf(all)),
      );
      expect(verdicts.map(({ ok }) => ok)).toEqual([false, false, false]);
      expect(verdicts[0]).toMatchObject({ line: at + (kind === 'journal' ? 1 : 2) });
    }
  });

  it('is refused with another key, another origin, or a checkpoint that it does not lead to', async () => {
    const other = await createArchive().proofs.notary.verifierKey('slime');
    expect(verifyBytes(files[kind], { key: other })).toMatchObject({ ok: false, line: 1 });
    expect(verifyBytes(files[kind], { key, origin: 'vigie.test/other' })).toMatchObject({ ok: false, line: 1 });
    expect(verifyBytes(files[kind], { key, seen: '0'.repeat(64) })).toMatchObject({ ok: false, line: 1 });
  });

  it('is refused with an older head, or with the head of another organisation, though these are well signed', async () => {
    const older = await archive.proofs.heads.at('slime', 4);
    const others = createArchive('other');
    await writeStory(others);
    const foreign = await others.proofs.signNow('other');
    const [header = '', ...rest] = linesOf(files[kind]);
    for (const note of [older?.note, foreign.note]) {
      const changed = JSON.stringify({ ...(JSON.parse(header) as object), checkpoint: note, earlier: [] });
      expect(judge(fileOf([`${changed}\n`, ...rest])).ok).toBe(false);
    }
  });

  it('is refused with an entry of another organisation', async () => {
    const others = createArchive('other');
    await writeStory(others);
    await others.proofs.signNow('other');
    const foreign = linesOf(kind === 'journal' ? await exported(others) : await extracted(others, 'arcadia', ['n1']));
    const lines = linesOf(files[kind]).toSpliced(1, 1, foreign[1] ?? '');
    expect(judge(fileOf(lines))).toMatchObject({ ok: false, line: 2, reason: 'the entry is of another organisation' });
  });

  it('never makes the verifier fail, whatever is in it', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}\n`;
    const [header = ''] = linesOf(files[kind]);
    for (const lines of [[deep], [header, deep], [header, '\n', '\n'], ['null\n', 'null\n'], ['{}\n', '{}\n'], ['']]) {
      expect(judge(fileOf(lines)).ok).toBe(false);
    }
    expect(judge(Buffer.from([0xff, 0xfe, 0x0a, 0x0a])).ok).toBe(false);
  });

  it('reads the same in pieces as in one', () => {
    const pieces = Array.from({ length: Math.ceil(files[kind].length / 97) }, (_, at) =>
      files[kind].subarray(at * 97, (at + 1) * 97),
    );
    expect(verifyChunks(pieces, policy)).toEqual(judge(files[kind]));
  });
});

describe('a journal that lost a value', () => {
  it('is refused at the entry that lost it, though its seal is of the file as it was', () => {
    const lines = linesOf(files.journal);
    const entry = JSON.parse(lines[4] ?? '') as { fields: Record<string, { commitment: string }> };
    const { commitment = '' } = entry.fields['text'] ?? {};
    const robbed = `${JSON.stringify({ ...entry, fields: { ...entry.fields, text: { commitment } } })}\n`;
    expect(judge(fileOf(lines.toSpliced(4, 1, robbed)))).toEqual({
      ok: false,
      line: 5,
      seq: 4,
      reason: 'field text is missing and no entry says that it was erased',
    });
  });
});

describe('the command', () => {
  const run = (...words: string[]) => {
    const said: string[] = [];
    return { code: runVerify(words, (line) => said.push(line)), said: said.join('\n') };
  };
  const written = (name: string, bytes: Buffer) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };

  it('ends with 0 for a good file, 1 for a bad one, 2 when nothing could be checked', () => {
    const good = written('good', files.journal);
    const bad = written('bad', Buffer.from(files.journal.toString().replace('AV-arcadia', 'AV-Arcadia')));
    expect(run(good, '--key', key)).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^VERIFIED vigie-journal\/1 /),
    });
    expect(run(bad, '--key', key)).toEqual({
      code: 1,
      said: 'REFUSED at entry 2 (line 3): field reference is not the value that was committed to.',
    });
    expect(run(join(folder, 'none'), '--key', key).code).toBe(2);
    expect(run(good, '--key', key.replace('+A', '+B')).code).toBe(2);
    expect(run(good, '--key', key, '--seen', 'short').code).toBe(2);
    for (const words of [[], [good], [good, good, '--key', key], [good, '--key', key, '--more']]) {
      expect(run(...words)).toMatchObject({ code: 2, said: expect.stringMatching(/^usage/) });
    }
  });
});
