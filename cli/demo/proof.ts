import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Api } from '../shell/api';
import { Refusal } from '../shell/problem';
import type { Contracts } from './agreements';
import { keyOf } from './keyOf';
import type { ShortCase } from './shortCase';
import { SOON_MS, type Stage } from './stage';
import { strangersKey, type Trust, trustIn, vigieVerify } from './verifier';

/** Chapter 12: the entries of one controller's notices, each with its proof, and nothing of anybody else. */
export async function takeExtract(stage: Stage, { reference, short }: Contracts, shortCase: ShortCase, folder: string) {
  const { story, acts } = stage;
  story.chapter('12');
  const trust = trustIn(await story.until(() => keyOf(acts.by.dpo), SOON_MS, '12.written'));
  const partyId = await acts.partyOf(short.id);
  const file = join(folder, 'extract.jsonl');
  const asked = { partyId, noticeIds: [shortCase.noticeId] };
  const text = await signedFile(stage, acts.by.dpo, ['/journal/extracts', asked], '12.written');
  save(file, text);
  const entries = text.trim().split('\n').length - 2; // head and seal
  story.check(entries > 5, '12.written', { file, entries, bytes: Buffer.byteLength(text) });
  const verified = await vigieVerify(file, trust);
  story.check(verified.code === 0, '12.verified', {}, verified.said);
  story.check(!text.includes(reference.controller) && !text.includes(reference.email), '12.scope');
  return trust;
}

/** Chapter 13: both whole journals, verified by the command that needs nothing of this installation. */
export async function verifyJournals(stage: Stage, trust: Trust, folder: string): Promise<void> {
  const { story, acts, controller } = stage;
  story.chapter('13');
  const file = join(folder, 'journal.jsonl');
  const text = await signedFile(stage, acts.by.dpo, ['/journal/exports', {}], '13.exported');
  save(file, text);
  story.check(text.length > 0, '13.exported', { file, bytes: Buffer.byteLength(text) });
  const flipped = join(folder, 'journal-changed.jsonl');
  const at = text.indexOf('"value":"') + '"value":"'.length;
  save(flipped, `${text.slice(0, at)}${text[at] === 'X' ? 'Y' : 'X'}${text.slice(at + 1)}`);
  const theirs = join(folder, 'journal-controller.jsonl');
  const reader = controller.acts.by.dpo;
  save(theirs, await signedFile(stage, reader, ['/journal/exports', {}], '13.theirs'));
  const theirKey = await story.until(() => keyOf(reader), SOON_MS, '13.theirs');

  const [changed, stranger, verified, other] = await Promise.all([
    vigieVerify(flipped, trust),
    vigieVerify(file, { ...trust, key: strangersKey(trust.origin) }),
    vigieVerify(file, trust),
    vigieVerify(theirs, trustIn(theirKey)),
  ]);
  story.check(changed.code === 1, '13.flipped', { reason: changed.said }, changed.said);
  story.check(stranger.code === 1, '13.key', {}, stranger.said);
  story.check(verified.code === 0, '13.verified', { summary: verified.said }, verified.said);
  story.check(other.code === 0, '13.theirs', { summary: other.said }, other.said);
}

/** The signer follows within a second; until then the API says so. */
function signedFile(
  { story }: Stage,
  api: Api,
  asked: [string, object],
  key: '12.written' | '13.exported' | '13.theirs',
) {
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

/** A folder of its own for each run, beside the data: the files hold what the journal holds. */
export function openFolder(dataFolder: string): string {
  const folder = join(dataFolder, 'demo', randomBytes(4).toString('hex'));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

const save = (file: string, text: string): void => writeFileSync(file, text, { mode: 0o600 });
