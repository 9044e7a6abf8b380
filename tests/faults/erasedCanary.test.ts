import { setTimeout as sleep } from 'node:timers/promises';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { itemsOf } from '../fakes/breachStory';
import { findInDatabase, findInFiles, newCanary } from './canary';
import { entriesOf, openTrial, signalAt, suspicionAt, type Trial } from './trial';
import { verifyWhole } from './vigie';

/** Nothing leaves by itself while the test lasts; mails are caught, as in a fresh installation. */
const SETTING = { limitSeconds: 36_000, marginSeconds: 60, env: { SMTP_URL: '' } };
const GONE_WITHIN_MS = 15_000;

const canaries = {
  signal: newCanary('signal'),
  facts: newCanary('facts'),
  basis: newCanary('basis'),
  note: newCanary('note'),
  draft: newCanary('draft'),
  version: newCanary('version'),
};
const all = Object.values(canaries);

/** Field, entry type and canary of each text that is erased. */
const erased = [
  ['event.reported', 'text', canaries.signal],
  ['triage.started', 'firstFacts', canaries.facts],
  ['breach.suspected', 'basis', canaries.basis],
  ['note.added', 'text', canaries.note],
  ['notice.drafted', 'items', canaries.draft],
  ['notice.version', 'items', canaries.version],
] as const;

describe('a text that was erased', () => {
  let trial: Trial;
  let notice: string;
  let left = false;

  const post = async (path: string, body: object, of?: string) => {
    const { etag = '' } = (of === undefined ? null : await trial.ask('GET', of)) ?? {};
    const answer = await trial.ask('POST', path, body, of === undefined ? {} : { 'if-match': etag });
    if (answer === null || answer.status > 202) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    return answer.body;
  };
  const documents = (subjectId: string) =>
    trial.database.db.collection('documents').countDocuments({ orgId: trial.ctx.orgId, subjectId });

  beforeAll(async () => {
    trial = await openTrial(SETTING);
    const signalled = await post('/signals', { ...signalAt(new Date().toISOString()), text: canaries.signal });
    const incident = `/incidents/${signalled.incidentId}`;
    await post(`${incident}/triage`, { firstFacts: canaries.facts }, incident);
    const leadId = trial.ctx.actor.id;
    const declared = { incidentKind: 'intrusion', severity: 'high', harmed: 'both', leadId, basis: 'vu' };
    await post(`${incident}/declaration`, declared, incident);
    const suspicion = { ...suspicionAt(new Date().toISOString()), basis: canaries.basis };
    await post(`${incident}/suspicion`, suspicion, incident);
    await post(`${incident}/notes`, { text: canaries.note });
    const [first] = await trial.cases(String(signalled.incidentId));
    notice = `/notices/${first?.notice.id}`;
    await post(`${notice}/draft`, { items: { a: canaries.draft } });
    await post(`${notice}/sending`, { items: { ...itemsOf(new Date()), a: canaries.version } }, notice);
    while ((await entriesOf(trial, 'delivery.outcome')).length === 0) await sleep(200);
    await post(`${notice}/closure`, { ground: 'withdrawn' }, notice);
  }, 180_000);
  afterAll(async () => {
    if (!left) await trial.leave();
    await trial.smtp.stop();
    rmSync(trial.dataFolder, { recursive: true, force: true });
  });

  it('was in the database before, each in the journal, and its mails were stored', async () => {
    const found = await findInDatabase(trial.dataFolder, all);
    for (const canary of all) expect(found).toContainEqual({ where: 'vigie.entries', canary });
    expect(await documents(notice.slice('/notices/'.length))).toBeGreaterThan(0);
  }, 60_000);

  it('is in no collection a moment later, though nobody has read its subject, and the mails that quote it are gone', async () => {
    for (const [type, name] of erased) {
      for (const { seq, fields } of await entriesOf(trial, type)) {
        if (fields[name] === undefined) continue;
        await post('/journal/erasures', { seq, names: [name], ground: 'personAsked' });
      }
    }
    expect(await documents(notice.slice('/notices/'.length))).toBe(0);
    let found = await findInDatabase(trial.dataFolder, all);
    expect(found.filter(({ where }) => where === 'vigie.entries')).toEqual([]);
    const deadline = performance.now() + GONE_WITHIN_MS;
    while (found.length > 0 && performance.now() < deadline) {
      await sleep(500);
      found = await findInDatabase(trial.dataFolder, all);
    }
    expect(found).toEqual([]);
  }, 120_000);

  it('leaves a journal that verifies, and is in no file but the storage of the database once all has stopped', async () => {
    expect(await verifyWhole(trial)).toMatchObject({ code: 0 });
    await trial.leave();
    left = true;
    expect(findInFiles(trial.dataFolder, all).filter(({ where }) => !isStorage(where))).toEqual([]);
    // the search sees what it looks for
    writeFileSync(
      join(trial.dataFolder, 'logs', 'planted.log'),
      Buffer.from(`--${canaries.note}--`).toString('base64'),
    );
    expect(findInFiles(trial.dataFolder, all)).toContainEqual({ where: 'logs/planted.log', canary: canaries.note });
  }, 60_000);
});

/** What SECURITY.md says of it: the server's record of changes, its log and its pages, for a while. */
const isStorage = (where: string): boolean => /^(secantusdb|mongod)\/store\//.test(where);
