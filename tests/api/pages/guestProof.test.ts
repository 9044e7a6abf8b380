import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answerDue } from '../../../domain/notice/answerDue';
import { verifyBytes } from '../../../verifier/verify';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let own: string;

beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
  // both controllers of the stolen laptop are told now: either is a canary in what the other takes away
  await told.night.settle(told.stolen.aube, '2026-03-28T09:00:00.000Z');
  own = await told.night.ports.links.issue('o1', told.stolen.val, 'c1');
});
afterAll(() => door.stop());

describe('the proof that a contact takes away', () => {
  it('is signed, verifies offline, and names its own mail and PDF alone', async () => {
    const { night, stolen } = told;
    const page = await door.guest.read(`/n/${own}`);
    expect(page.text).toContain(`href="/n/${own}/envelope/1"`);
    const taken = await door.guest.read(`/n/${own}/envelope/1`);
    expect(taken.headers.get('content-disposition')).toMatch(/AV-[\w-]+-v1\.envelope\.jsonl/);
    const key = await night.ports.proofs.notary.verifierKey('o1');
    expect(verifyBytes(Buffer.from(taken.text), { key })).toMatchObject({ ok: true });

    const val = await night.ports.projections.read('o1', 'notice', stolen.val);
    const mine = val?.outbox.find(({ id }) => id === 'v1-c1-email')?.documentId ?? 'none';
    expect(taken.text).toContain(mine);
    const others = val?.outbox.filter(({ to, documentId }) => to.id !== 'c1' && documentId !== mine) ?? [];
    const aube = await night.ports.projections.read('o1', 'notice', stolen.aube);
    const foreign = ['Aube', 'AUBE-2025-03', night.agreements.aube, stolen.aube, aube?.opened.reference ?? 'none'];
    const canaries = [
      ...foreign,
      ...[...others, ...(aube?.outbox ?? [])].map(({ documentId }) => documentId),
      ...(aube?.versions ?? []).flatMap(({ pdfs }) => pdfs.map(({ pdfId }) => pdfId)),
    ];
    expect(canaries.length).toBeGreaterThan(10);
    expect(canaries.filter((canary) => taken.text.includes(canary))).toEqual([]);
    expect(page.text).not.toMatch(/Aube/);
  });

  it('is bound to its link: another controller’s link gives that one’s own, a wrong one gives nothing', async () => {
    const { night, stolen } = told;
    const theirs = await night.ports.links.issue('o1', stolen.aube, 'c2');
    const taken = await door.guest.read(`/n/${theirs}/envelope/1`);
    const notices = [stolen.val, stolen.aube].map((id) => taken.text.includes(id));
    expect([taken.status, notices]).toEqual([200, [false, true]]);
    expect((await door.guest.read(`/n/${'A'.repeat(43)}/envelope/1`)).status).toBe(404);
    expect((await door.guest.read(`/n/${own}/envelope/9`)).status).toBe(404);
  });

  it('is not promised where nothing was signed before the version left: the page says why', async () => {
    const { night, ransomware } = told;
    const { ports } = night;
    ports.checkpoints.newestHash = async () => null;
    await night.send('paul', ransomware.val, {
      kind: 'supplement',
      items: { c: { answer: 'value', text: 'Identification.', persons: 3, records: 3 } },
    });
    const link = await ports.links.issue('o1', ransomware.val, 'c1');
    const page = await door.guest.read(`/n/${link}`);
    expect(page.text).toContain('partie avant la première signature du journal');
    expect(page.text).not.toContain('/envelope/');
    expect((await door.guest.read(`/n/${link}/envelope/2`)).status).toBe(404);
  });
});

describe('until when a question is answered', () => {
  it('is said by one rule, the contract’s working days, before it is asked and after, and is the clock inside', async () => {
    const { night, stolen } = told;
    expect((await door.guest.read(`/n/${own}`)).text).toMatch(/5 jours ouvrés, selon votre contrat\s: au plus tard le/);
    expect((await door.guest.send(`/n/${own}/ask`, { question: 'Le disque était-il chiffré ?' })).status).toBe(303);
    const agreement = await night.ports.projections.read('o1', 'agreement', night.agreements.val);
    const [version] = agreement?.versions ?? [];
    const notice = await night.ports.projections.read('o1', 'notice', stolen.val);
    const asked = notice?.questions[0]?.askedAt ?? '';
    const dueAt = version === undefined ? 'none' : answerDue(asked, version);
    expect((await door.guest.read(`/n/${own}?asked=1`)).text).toContain(`datetime="${dueAt}"`);
    expect((await door.read('ines', '')).text).toContain(`datetime="${dueAt}"`);
  });
});
