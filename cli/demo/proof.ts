import { spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../runtime/root';
import type { Api } from '../shell/api';
import { Refusal } from '../shell/problem';
import type { Contracts } from './agreements';
import type { ShortCase } from './shortCase';
import { SOON_MS, type Stage } from './stage';

const Checkpoint = z.object({ verifierKey: z.string() });

/** What the verifier is told from outside the file. The key's name is the origin. */
export type Trust = { key: string; origin: string };

/** Chapter 8: the entries of one controller's notices, each with its proof, and nothing of anybody else. */
export async function takeExtract(stage: Stage, { reference, short }: Contracts, shortCase: ShortCase, folder: string) {
  const { story, acts } = stage;
  story.chapter('8');
  const { verifierKey: key } = (await acts.by.dpo.get('/journal/checkpoint', Checkpoint)).body;
  const trust: Trust = { key, origin: key.split('+')[0] ?? '' };
  const partyId = await acts.partyOf(short.id);
  const file = join(folder, 'extract.jsonl');
  const asked = { partyId, noticeIds: [shortCase.noticeId] };
  const text = await signedFile(stage, acts.by.dpo, ['/journal/extracts', asked], '8.written');
  save(file, text);
  const entries = text.trim().split('\n').length - 2; // head and seal
  story.check(entries > 5, '8.written', { file, entries, bytes: Buffer.byteLength(text) });
  const verified = vigieVerify(file, trust);
  story.check(verified.code === 0, '8.verified', {}, verified.said);
  story.check(!text.includes(reference.controller) && !text.includes(reference.email), '8.scope');
  return trust;
}

/** Chapter 9: the whole journal, verified by the command that needs nothing of this installation. */
export async function verifyJournal(stage: Stage, trust: Trust, folder: string): Promise<void> {
  const { story, acts } = stage;
  story.chapter('9');
  const file = join(folder, 'journal.jsonl');
  const text = await signedFile(stage, acts.by.dpo, ['/journal/exports', {}], '9.exported');
  save(file, text);
  story.check(text.length > 0, '9.exported', { file, bytes: Buffer.byteLength(text) });

  const flipped = join(folder, 'journal-changed.jsonl');
  const at = text.indexOf('"value":"') + '"value":"'.length;
  save(flipped, `${text.slice(0, at)}${text[at] === 'X' ? 'Y' : 'X'}${text.slice(at + 1)}`);
  const changed = vigieVerify(flipped, trust);
  story.check(changed.code === 1, '9.flipped', { reason: changed.said }, changed.said);

  const stranger = vigieVerify(file, { ...trust, key: strangersKey(trust.origin) });
  story.check(stranger.code === 1, '9.key', {}, stranger.said);

  const verified = vigieVerify(file, trust);
  story.check(verified.code === 0, '9.verified', { summary: verified.said }, verified.said);
}

/** The signer follows within a second; until then the API says so. */
function signedFile({ story }: Stage, api: Api, asked: [string, object], key: '8.written' | '9.exported') {
  const read = async () => {
    try {
      return await api.file(...asked);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      return null;
    }
  };
  return story.until(read, SOON_MS, key);
}

/** As anybody would: the command, a file, a key and a name. */
function vigieVerify(file: string, { key, origin }: Trust): { code: number | null; said: string } {
  const command = join(projectRoot(), 'dist', 'cli', 'main.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [command, 'verify', file, '--key', key, '--origin', origin],
    {
      encoding: 'utf8',
    },
  );
  return { code: status, said: `${stdout}${stderr}`.trim() };
}

/** A folder of its own for each run, beside the data: the files hold what the journal holds. */
export function openFolder(dataFolder: string): string {
  const folder = join(dataFolder, 'demo', randomBytes(4).toString('hex'));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

const ED25519 = Buffer.from([1]);
const RAW_KEY_BYTES = 32;

/** A good verifier key of the same name that signed nothing here (C2SP signed-note: name, id, algorithm and key). */
function strangersKey(name: string): string {
  const { publicKey } = generateKeyPairSync('ed25519');
  const key = Buffer.concat([ED25519, publicKey.export({ type: 'spki', format: 'der' }).subarray(-RAW_KEY_BYTES)]);
  const id = createHash('sha256').update(`${name}\n`).update(key).digest().subarray(0, 4);
  return `${name}+${id.toString('hex')}+${key.toString('base64')}`;
}

const save = (file: string, text: string): void => writeFileSync(file, text, { mode: 0o600 });
