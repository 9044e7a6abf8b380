import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyBytes } from '../../../verifier/verify';
import { createNight, type Night } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  night = await createNight();
  door = await openNightDoor(night);
});
afterAll(() => door.stop());
const path = '/journal/export';

describe('the journal, exported on its page', () => {
  it('is offered to those who may have it, and to nobody else', async () => {
    expect((await door.read('alix', '/journal')).text).toContain('href="/o/o1/journal/export"');
    expect((await door.read('paul', '/journal')).text).not.toContain('/journal/export"');
    expect((await door.read('paul', path)).status).toBe(403);
    expect((await door.send('ines', path, {})).status).toBe(403);
  });

  it('is looked at without an entry, and says that nothing is signed yet in words', async () => {
    const before = await night.ports.journal.head('o1');
    const early = await door.send('alix', path, {});
    expect([early.status, early.text.includes('en train d’être signé')]).toEqual([409, true]);
    expect(await night.ports.journal.head('o1')).toBe(before);
  });

  it('is a file that verifies under the key that the page shows, and is remembered by the journal', async () => {
    const { proofs } = night.ports;
    await night.signNow();
    const key = await proofs.notary.verifierKey('o1');
    const page = await door.read('alix', path);
    expect(page.text).toMatch(/vigie verify journal-[\d-]+\.jsonl --key/);
    expect(page.text.replaceAll('&#x3D;', '=').replaceAll('&#x2B;', '+')).toContain(key);
    const file = await door.send('alix', path, { seen: '' });
    expect(file.status).toBe(200);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="?journal-2026-/);
    const size = (await proofs.heads.newest('o1'))?.size;
    expect(verifyBytes(Buffer.from(file.text), { key })).toMatchObject({ ok: true, size });
    const [given] = await night.ports.journal.readWindow('o1', (await night.ports.journal.head('o1')) - 1, 1);
    expect(given?.type).toBe('extract.given');
  });

  it('is proved to begin with a checkpoint that the reader holds; what is none is refused at its field', async () => {
    const held = (await night.ports.proofs.heads.newest('o1'))?.hash ?? '';
    await night.report('ines', 'Un badge perdu', '2026-03-27T06:50:00.000Z', 'event');
    await night.signNow();
    const key = await night.ports.proofs.notary.verifierKey('o1');
    const file = Buffer.from((await door.send('alix', path, { seen: `${held}\n` })).text);
    expect(verifyBytes(file, { key, seen: held })).toMatchObject({ ok: true });
    const wrong = await door.send('alix', path, { seen: 'abc' });
    expect([wrong.status, wrong.text.includes('href="#f-seen"')]).toEqual([400, true]);
  });
});
