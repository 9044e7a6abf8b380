import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let link: string;
const notice = async () => told.night.ports.projections.read('o1', 'notice', told.stolen.val);
const inDays = (days: number): string => new Date(told.night.clock.now.getTime() + days * 86_400_000).toISOString();

beforeAll(async () => {
  told = await tellNight();
  const { night, stolen } = told;
  door = await openNightDoor(night);
  link = await night.ports.links.issue('o1', stolen.val, 'c1');
  await night.command('sacha', stolen.id, {
    kind: 'breach.ruleOut',
    evidenceRefs: ['EV-1'],
    reason: 'Retrouvé scellé.',
  });
  const incident = await night.ports.projections.read('o1', 'incident', stolen.id);
  const asked = incident?.approvals.find(({ effective }) => !effective);
  if (asked !== undefined) await night.approve('alix', stolen.id, asked.requestId);
  await night.settle(stolen.val, inDays(0.01));
  expect((await notice())?.life).toBe('WITHDRAWN');
});
afterAll(() => door.stop());

describe('a question asked on the page of a notice that was withdrawn', () => {
  it('stands on "Maintenant", is answered by the form that its row leads to, and the answer is read by who asked', async () => {
    const { night, stolen } = told;
    const path = `/incidents/${stolen.id}/notices/${stolen.val}`;
    const row = `href="/o/o1${path}"`;
    expect((await door.read('paul', '')).text).not.toContain(row);
    await door.guest.send(`/n/${link}/ask`, { question: 'En êtes-vous certains ?' });
    const before = night.mails.length;
    await night.settle(stolen.val, night.clock.now.toISOString());
    expect(night.mails.length).toBeGreaterThan(before);
    expect((await door.read('paul', '')).text).toContain(row);
    const questionId = (await notice())?.questions.at(-1)?.id ?? '';
    expect((await door.read('paul', path)).text).toContain('/answer?question&#x3D;');
    const sent = await door.send('paul', `${path}/answer`, { questionId, text: 'Oui, disque retrouvé scellé.' });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/o/o1${path}`]);
    expect((await door.guest.read(`/n/${link}`)).text).toContain('Oui, disque retrouvé scellé.');
    expect((await door.read('paul', '')).text).not.toContain(row);
    expect((await notice())?.life).toBe('WITHDRAWN');
  });

  it('is taken no more once the link has expired, which the page says', async () => {
    const { night, stolen } = told;
    const { text } = await door.guest.read(`/n/${link}`);
    expect(text).toContain('id="ask"');
    await night.settle(stolen.val, inDays(31));
    const before = (await notice())?.questions.length;
    const late = await door.guest.send(`/n/${link}/ask`, { question: 'Trop tard ?' });
    const shown = late.status === 303 ? await door.guest.read(late.headers.get('location') ?? '') : late;
    expect(shown.text).toContain('Ce lien a expiré');
    expect(shown.text).not.toContain('Question reçue');
    expect((await notice())?.questions).toHaveLength(before ?? -1);
  });
});
