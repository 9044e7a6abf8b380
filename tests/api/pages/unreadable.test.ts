import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { raiseAlarm } from '../../../application/organisation/raiseAlarm';
import { settleAlarms } from '../../../application/organisation/settleAlarms';
import type { Subject } from '../../../domain/journal/entry';
import { SubjectUnreadable } from '../../../domain/shared/unreadable';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';
import { seen } from '../../fakes/seen';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;

beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
});
afterAll(() => door.stop());

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

/** What a newer version, on the same database, could write. */
async function writeOfTomorrow(subject: Subject): Promise<number> {
  const { orgId, ports } = told.night;
  const entry = await ports.journal.append(
    {
      orgId,
      key: `tomorrow-${subject.id}`,
      request: '{}',
      at: ports.now().toISOString(),
      subject,
      actor: { kind: 'system', id: 'engine' },
      type: 'of.tomorrow',
      typeVersion: 1,
      values: { text: 'x' },
    },
    { kind: 'addition', revision: 1 },
  );
  if (!entry.ok) throw new Error(entry.error.code);
  return entry.value.entry.seq;
}

describe('the entries of a case', () => {
  it('are those of the incident and of its notices, newest first, as one list', async () => {
    const { text } = await door.read('sacha', '/journal?subject=INC-2026-26');
    const seqs = [...text.matchAll(/<tr role="row" id="e(\d+)"/g)].map(([, seq]) => Number(seq));
    expect(seqs).toEqual(seqs.toSorted((a, b) => b - a));
    expect(seen(text)).toContain('Avis figé');
    const older = /href="\/o\/o1(\/journal\?[^"]*below[^"]*)"/.exec(text)?.[1]?.replaceAll('&#x3D;', '=') ?? '';
    const rest = await door.read('sacha', older.replaceAll('&amp;', '&'));
    expect(seen(rest.text)).toContain('Violation avérée');
  });
});

describe('an address that nothing answers', () => {
  it('is refused by a page in a browser, in its language, and by JSON to a program', async () => {
    const page = await door.call('GET', '/nowhere', { headers: { ...browser, 'accept-language': 'fr' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(page.text).toContain('Il n’y a rien ici');
    expect(page.headers.get('content-security-policy')).toContain("style-src 'self'");
    const program = await door.call('GET', '/nowhere');
    expect(program.body).toMatchObject({ code: 'subject.unknown' });
    const api = await door.call('GET', '/api/v1/nowhere', { headers: browser });
    expect(api.body).toMatchObject({ code: 'subject.unknown' });
  });
});

describe('what a newer version wrote', () => {
  it('is one row of the journal, which says what to do, and an alarm on the page of what to do now', async () => {
    const seq = await writeOfTomorrow({ kind: 'incident', id: told.scan });
    const { status, text } = await door.read('sacha', '/journal');
    expect(status).toBe(200);
    const row = new RegExp(`<tr role="row" id="e${seq}".*?</tr>`, 's').exec(text)?.[0] ?? '';
    expect(row).toContain('Écriture que cette version ne sait pas lire (of.tomorrow)');
    expect(row).toContain('mettez Vigie à jour');
    const now = await door.read('sacha', '');
    expect(now.status).toBe(200);
    expect(seen(now.text)).toMatch(/Alarme : dossiers que cette version ne sait pas lire : 1/);
    expect(seen(now.text)).toContain('Envoyer l’avis de violation'); // the other cases burn on
  });

  it('is refused in a browser by a page that says what to do and asks for no repeat, for who reads and who acts', async () => {
    await writeOfTomorrow({ kind: 'incident', id: told.stolen.id });
    const path = `/incidents/${told.stolen.id}/note`;
    for (const answer of [await door.read('paul', path), await door.send('paul', path, { text: 'x' })]) {
      expect(answer.status).toBe(503);
      expect(answer.headers.get('content-type')).toContain('text/html');
      expect(answer.headers.get('retry-after')).toBeNull();
      expect(answer.text).toContain('Écrit par une version plus récente de Vigie');
      expect(answer.text).toContain('téléphonez');
    }
    expect((await door.read('sacha', '')).status).toBe(200);
  });

  it('of the organisation itself is a page too', async () => {
    const { orgId } = told.night;
    await writeOfTomorrow({ kind: 'incident', id: 'new-kind-of-case' });
    expect((await door.read('sacha', '')).status).toBe(200);
    const { projections } = told.night.ports;
    const { read } = projections;
    projections.read = async (org, kind, id) => {
      if (kind === 'organisation') throw new SubjectUnreadable('organisation.newer');
      return read(org, kind, id);
    };
    const cookie = await door.cookieOf('sacha');
    const page = await door.call('GET', `/o/${orgId}`, { headers: { ...browser, cookie } });
    projections.read = read;
    expect([page.status, page.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
    expect(page.text).toContain('Écrit par une version plus récente de Vigie');
  });
});

describe('an alarm', () => {
  const engine = () => ({ ...told.night.as('alix'), actor: { kind: 'system', id: 'engine' } as const });

  it('is a line on the page of what to do now, says what to do, and leads to its entry', async () => {
    const raised = await raiseAlarm({ ctx: engine(), input: { aboutSeq: 54, cause: 'entryUnreadable' } });
    expect(raised.ok).toBe(true);
    const { text } = await door.read('sacha', '');
    expect(seen(text)).toMatch(
      /Alarme : écriture que cette version ne sait pas lire\. sam\. 28 mars 03:12 \(UTC\+1\) ?, /,
    );
    expect(seen(text)).toContain('Mettez Vigie à jour');
    expect(text).toContain('href="/o/o1/journal?below&#x3D;55#e54"');
  });

  it('counts the tokens issued in a day, on one line, and forgets them after it', async () => {
    const { night } = told;
    expect((await settleAlarms({ ctx: engine() })).ok).toBe(true);
    expect(seen((await door.read('sacha', '')).text)).toContain('Alarme : jetons d’accès émis depuis 24 h : 4. ');
    night.at('2026-03-29T03:00:00.000Z');
    const after = seen((await door.read('alix', '')).text); // a session of its own, as others have ended
    expect(after).not.toContain('jetons d’accès émis');
    expect(after).toContain('Alarme : écriture que cette version ne sait pas lire'); // not over because a day is
  });
});
