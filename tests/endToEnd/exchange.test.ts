import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Notice } from '../../domain/notice/fold';
import { itemsOf } from '../fakes/breachStory';
import { paper } from '../fakes/filesExchanged';
import { ruleOut } from '../fakes/ruleOut';
import { postTo } from '../fakes/twoHouses';
import { entriesOf, openTrial, type Trial } from '../faults/trial';
import { verifyWhole } from '../faults/vigie';

const LIMITS = { limitSeconds: 900, marginSeconds: 60 };
const env = { WEBHOOK_ALLOWED_HOSTS: '127.0.0.1' };

let processor: Trial;
let controller: Trial;
let incidentId: string;
let noticeId: string;

type Body = Record<string, unknown>;
/** Asks the API; on what was just read, where `of` says of what. */
async function ask(trial: Trial, path: string, body: Body, of?: string): Promise<Body> {
  const read = of === undefined ? null : await trial.ask('GET', of);
  const answer = await trial.ask('POST', path, body, read === null ? {} : { 'if-match': read.etag });
  if (answer === null || answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return answer.body as Body;
}
/** Keeps a document of that name; it goes where what it belongs to went. */
async function bring({ start, ctx }: Trial, path: string, bytes: Buffer, name: string): Promise<void> {
  const headers = {
    authorization: `Bearer ${start.shown.token}`,
    'idempotency-key': randomUUID(),
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${name}"`,
  };
  const url = `${start.shown.address}/api/v1/organisations/${ctx.orgId}${path}`;
  const { status } = await fetch(url, { method: 'POST', headers, body: new Uint8Array(bytes) });
  if (status !== 201) throw new Error(`${path}: ${status}`);
}
/** What somebody of the organisation takes from the notice or case. */
async function take({ start, ctx }: Trial, of: string, { hash }: { hash: string }): Promise<Buffer> {
  const headers = { authorization: `Bearer ${start.shown.token}` };
  const url = `${start.shown.address}/api/v1/organisations/${ctx.orgId}${of}/files/${hash}`;
  return Buffer.from(await (await fetch(url, { headers })).arrayBuffer());
}
async function until<T>(what: () => Promise<T | null | undefined | false>): Promise<T> {
  for (let tries = 0; tries < 150; tries += 1) {
    const found = await what().catch(() => null); // whoever was killed is not there yet
    if (found) return found;
    await sleep(200);
  }
  throw new Error('never came');
}
const theNotice = async (): Promise<Notice> => {
  const notice = await processor.ctx.ports.projections.read(processor.ctx.orgId, 'notice', noticeId);
  if (notice === null) throw new Error('no notice');
  return notice;
};
const theCase = async () => {
  const { ports, orgId } = controller.ctx;
  const [one, ...more] = await ports.projections.list(orgId, 'controllerCase', { limit: 10 });
  if (more.length > 0) throw new Error('more than one case');
  return one;
};
const told = async (n: number) => {
  const one = await theCase();
  return one?.told.length === n ? one : null;
};
const urlOf = ({ ctx, start }: Trial) => `${start.shown.address}/exchange/${ctx.orgId}`;
const keyOf = ({ ctx }: Trial) => ctx.ports.proofs.notary.verifierKey(ctx.orgId);
const exchanged = async () => (await theNotice()).outbox.filter(({ channel }) => channel === 'exchange');

beforeAll(async () => {
  [processor, controller] = await Promise.all([openTrial({ ...LIMITS, env }), openTrial({ ...LIMITS, env })]);
  const party = { role: 'processor', name: 'SLIME', key: await keyOf(processor) };
  const { id } = await ask(controller, '/parties', party);
  const admission = { admitted: true, exchangeUrl: urlOf(processor), reason: 'convention' };
  await ask(controller, `/parties/${String(id)}/admission`, admission, `/parties/${String(id)}`);
  const tie = { key: await keyOf(controller), exchangeUrl: urlOf(controller), reason: 'comparée au téléphone' };
  await ask(processor, '/agreements/val/tie', tie);
  incidentId = await processor.suspect();
  noticeId = await until(async () => {
    const cases = await processor.cases(incidentId);
    return cases.find(({ notice }) => notice.opened.agreementId === 'val')?.notice.id;
  });
}, 240_000); // builds, and starts two at once beside whatever runs
afterAll(async () => {
  await Promise.all([processor.close(), controller.close()]);
}, 60_000);

describe('two installations side by side (duties S3-04, S3-08; ADR 0037)', () => {
  it('a notice whose receiver dies while it comes opens one case, received when it was taken', async () => {
    const api = controller.start.pidOf('api');
    process.kill(api, 'SIGSTOP'); // takes the connection, and no more
    const items = itemsOf(new Date());
    await ask(processor, `/notices/${noticeId}/sending`, { items }, `/notices/${noticeId}`);
    await until(async () => (await exchanged())[0]?.attempts.length);
    process.kill(api, 'SIGKILL');
    const one = await until(() => told(1));
    const [version] = (await theNotice()).versions;
    expect(one.opened).toMatchObject({ origin: 'processor', from: 'SLIME', version: 1 });
    expect(Date.parse(one.opened.receivedAt)).toBeGreaterThan(Date.parse(version?.frozenAt ?? ''));
    const [message] = await until(async () => {
      const all = await exchanged();
      return all[0]?.attempts.at(-1)?.outcome?.result === 'accepted' && all;
    });
    expect(message?.attempts.length).toBeGreaterThan(1);
    expect(message?.attempts.at(-1)?.outcome?.exchange).toMatchObject({ why: null, receivedAt: one.opened.receivedAt });
    expect((await theNotice()).dischargedAt).not.toBeNull(); // the mail did not wait for it
  }, 60_000);

  it('acknowledgement, question and answer, and what becomes of a measure pass by themselves, each side with entries of its own', async () => {
    const { id } = await until(theCase);
    const at = new Date().toISOString();
    const acknowledged = { acknowledgedAt: at, name: 'Dana Exemple', function: 'DPO' };
    await ask(controller, `/cases/${id}/processor/acknowledgements`, acknowledged);
    await ask(controller, `/cases/${id}/processor/questions`, { askedAt: at, text: 'Combien de foyers ?' });
    await ask(processor, `/notices/${noticeId}/measures`, { what: 'Fermer l’accès.', urgentHours: 4 });
    const [measure] = await until(async () => {
      const measures = (await theCase())?.processor.measures ?? [];
      return measures.length === 1 && measures;
    });
    const said = { verdict: 'changed', text: 'Fermer la nuit.', name: 'Dana Exemple', function: 'DPO' };
    const word = { ...said, measureId: measure?.id, answeredAt: new Date().toISOString() };
    await ask(controller, `/cases/${id}/processor/measure-answers`, word);
    const [question] = await until(async () => {
      const { questions, acknowledgements } = await theNotice();
      return acknowledgements.length === 1 && questions.length === 1 && questions;
    });
    await ask(processor, `/notices/${noticeId}/answers`, { questionId: question?.id, text: 'Quarante et un.' });
    const after = await until(async () => {
      const one = await theCase();
      return one !== undefined && one.processor.questions[0]?.answeredAt !== null && one;
    });
    expect(after.processor.questions).toMatchObject([{ text: 'Combien de foyers ?', answer: 'Quarante et un.' }]);
    const [heard] = await until(async () => {
      const { measures } = await theNotice();
      return measures[0]?.answered && measures;
    });
    expect([heard?.state, after.processor.measures[0]?.state]).toEqual(['CHANGED', 'CHANGED']);
    expect(await entriesOf(processor, 'notice.acknowledged')).toHaveLength(1);
    expect(await entriesOf(controller, 'processor.acknowledged')).toHaveLength(1);
  }, 60_000);

  it('documents with a question and with its answer pass by themselves, each kept once a side', async () => {
    const { id } = await until(theCase);
    await ask(controller, `/cases/${id}/processor/questions`, {
      askedAt: new Date().toISOString(),
      text: 'Lesquels ?',
    });
    const asked = (await theCase())?.processor.questions.at(-1)?.id ?? '';
    const [list, answer] = [paper('la liste des foyers'), paper('la réponse', 400_000)];
    await bring(controller, `/cases/${id}/processor/questions/${asked}/files`, list, 'foyers.pdf');
    const [brought] = await until(async () => {
      const { files } = await theNotice();
      return files.length === 1 && files;
    });
    const about = { kind: 'question', questionId: asked };
    expect(brought).toMatchObject({ about, name: 'foyers.pdf', via: 'exchange', size: list.length });
    expect(await take(processor, `/notices/${noticeId}`, brought ?? { hash: '' })).toEqual(list);

    await ask(processor, `/notices/${noticeId}/answers`, { questionId: asked, text: 'Ceux de la liste.' });
    await bring(processor, `/notices/${noticeId}/questions/${asked}/answer/files`, answer, 'liste.pdf');
    const files = await until(async () => {
      const one = await theCase();
      return one?.files.length === 2 && one.files;
    });
    expect(files[1]).toMatchObject({ about: { ...about, kind: 'answer' }, name: 'liste.pdf', via: 'exchange' });
    expect(await take(controller, `/cases/${id}`, files[1] ?? { hash: '' })).toEqual(answer);
    const kept = await Promise.all([processor, controller].map((side) => entriesOf(side, 'file.kept')));
    expect(kept.map(({ length }) => length)).toEqual([2, 2]);
  }, 60_000);

  it('a supplement and a withdrawal are told to the same case', async () => {
    const items = { c: { answer: 'cannotBeDetermined', reason: 'journaux perdus' } };
    await ask(processor, `/notices/${noticeId}/supplements`, { items }, `/notices/${noticeId}`);
    await until(() => told(2));
    expect(await ruleOut(processor.ctx, incidentId)).toMatchObject({ ok: true });
    const one = await until(() => told(3));
    expect(one.told.map(({ kind }) => kind)).toEqual(['suspicion', 'supplement', 'withdrawal']);
  }, 90_000);

  it('what is altered or of a stranger changes nothing, and both journals verify', async () => {
    const [first] = await exchanged();
    const { ports, orgId } = processor.ctx;
    const bytes = await ports.documents.get(orgId, noticeId, first?.documentId ?? '');
    const message = bytes?.bytes.toString('utf8') ?? '';
    const before = (await until(theCase)).told.length;
    expect(await postTo(urlOf(controller), message.replace('certain', 'certaim'))).toMatchObject({ status: 400 });
    expect(await postTo(urlOf(processor), message)).toMatchObject({ status: 403, code: 'exchange.stranger' });
    expect(await postTo(urlOf(controller), message)).toMatchObject({ status: 200 });
    expect((await until(theCase)).told).toHaveLength(before);
    expect(await entriesOf(controller, 'case.opened')).toHaveLength(1);
    const verified = await Promise.all([processor, controller].map(verifyWhole));
    expect(verified).toMatchObject([{ code: 0 }, { code: 0 }]);
  }, 60_000);
});
