import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createNight, type Night } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  night = await createNight();
  door = await openNightDoor(night);
});
afterAll(() => door.stop());

const annex = () => JSON.parse(readFileSync(join(__dirname, '../../../fixtures/agreement-slime.json'), 'utf8'));
const load = (who: 'alix' | 'ines', document: unknown) =>
  door.send(who, '/agreements/new/file', {
    document: typeof document === 'string' ? document : JSON.stringify(document),
  });

describe('a contract loaded from a file', () => {
  it('is recorded from the JSON of its Annex 1, as it was pasted', async () => {
    expect((await door.read('alix', '/agreements')).text).toContain('href="/o/o1/agreements/new"');
    const recorded = await load('alix', { ...annex(), reference: 'PAGE-2026-01' });
    expect(recorded.status).toBe(303);
    const place = recorded.headers.get('location') ?? '';
    expect((await door.read('alix', place.replace('/o/o1', ''))).text).toContain('PAGE-2026-01');
  });

  it('is recorded from the file itself, which stands for what was pasted and comes back where it is refused', async () => {
    const documentFile = JSON.stringify({ ...annex(), reference: 'PAGE-2026-02' });
    const sent = await door.send('alix', '/agreements/new/file', { document: '{', documentFile });
    expect(sent.status).toBe(303);
    const refused = await door.send('alix', '/agreements/new/file', {
      document: '',
      documentFile: '{ "reference": 1 }',
    });
    expect([refused.status, refused.text.includes('{ &quot;reference&quot;: 1 }')]).toEqual([400, true]);
  });

  it('lists every fault with its place in the document, keeps it, and records nothing', async () => {
    const before = await night.ports.journal.head('o1');
    const { terms, ...rest } = annex();
    const broken = { ...rest, reference: '', terms: { ...terms, breachNotice: { ...terms.breachNotice, hours: -1 } } };
    const answer = await load('alix', broken);
    expect(answer.status).toBe(400);
    expect(answer.text).toMatch(/href="#f-document">\/reference/);
    expect(answer.text).toMatch(/href="#f-document">\/terms\/breachNotice\/hours/);
    expect(answer.text).toContain('SLIME');
    expect((await load('alix', '{')).text).toContain('n’est pas du JSON lisible');
    const twice = await load('alix', annex());
    expect([twice.status, twice.text.includes('/reference')]).toEqual([400, true]);
    expect(await night.ports.journal.head('o1')).toBe(before);
  });

  it('is for management and the DPO', async () => {
    expect((await door.read('ines', '/agreements')).text).not.toContain('/agreements/new');
    expect((await load('ines', annex())).status).toBe(403);
  });
});
