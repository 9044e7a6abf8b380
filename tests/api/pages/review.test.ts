import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listCalls } from '../../../application/notice/listCalls';
import { taken } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';
import { readyDraft } from '../../fakes/readyDraft';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let notice: string;
beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
  notice = `/incidents/${told.stolen.id}/notices/${told.stolen.aube}`;
});
afterAll(() => door.stop());

const draft = { ...readyDraft, a: 'Vol d’un ordinateur & d’un sac.' };

const plain = (html: string) =>
  html
    .replaceAll('&amp;', '&')
    .replaceAll('&#x27;', '’')
    .replaceAll('&#x3D;', '=')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
const lettersIn = (html: string) =>
  [...html.matchAll(/<div class="letter-text">([^]*?)<\/div>/g)].map(([, text = '']) => plain(text));

/** What only sending adds: the personal link, and the hash of a text that holds it. */
const settled = (text: string) =>
  text
    .replaceAll(/\/n\/[\w-]+/g, '/n/…')
    .replaceAll(/[0-9a-f]{64}/g, '…')
    .replaceAll('’', "'")
    .replaceAll(/\s+/g, ' ')
    .trim();

describe('the page before sending', () => {
  it('names the item whose promised date has passed, and leads to its field; there is no button till then', async () => {
    const late = await door.send('ines', `${notice}/draft`, { ...draft, 'c-eta': '2026-03-27T18:00', do: 'review' });
    expect(late.status).toBe(400);
    expect(late.text).toMatch(/id="e-c-eta">Cette date est passée/);
    const { text } = await door.read('ines', `${notice}/review`);
    expect(text).toMatch(
      /Rubrique c\s: la suite est promise pour le ven\.\s27\smars\s18:00\s\(UTC\+1\), c’est déjà passé/,
    );
    expect(plain(text)).toContain(`href="/o/o1${notice}/draft?check=1#f-c-eta"`);
    expect(text).not.toContain('Envoyer l’avis maintenant');
    expect(text).toContain('Rien ne part d’ici tant que');
  });

  it('shows each recipient’s very letter, and shows it without writing anything or making a link', async () => {
    const kept = await door.send('ines', `${notice}/draft`, { ...draft, do: 'save' });
    expect(kept.headers.get('location')).toBe(`/o/o1${notice}/draft?kept=1`);
    const said = (await door.read('ines', `${notice}/draft?kept=1`)).text;
    expect(said).toMatch(/role="status"><strong>✓ Brouillon gardé à <time[^>]*>03:12/);
    const { links, journal } = told.night.ports;
    const issue = links.issue;
    let made = 0;
    links.issue = async (...asked) => {
      made += 1;
      return issue(...asked);
    };
    const before = await journal.head('o1');
    const letters = lettersIn((await door.read('ines', `${notice}/review`)).text);
    expect([letters.length, made, await journal.head('o1')]).toEqual([4, 0, before]);
    links.issue = issue;

    await door.send('ines', `${notice}/review`, {});
    await told.night.settle(told.stolen.aube, told.night.clock.now.toISOString());
    const mails = await told.night.mailbox.list('o1', { before: null, limit: 2 });
    const sent = await Promise.all(mails.map(async ({ id }) => (await told.night.mailbox.read('o1', id))?.text ?? ''));
    const calls = taken(await listCalls({ ctx: told.night.as('ines'), input: { noticeId: told.stolen.aube } })).filter(
      ({ to }) => to.kind === 'contact',
    );
    const read = calls.map(({ text }) => text ?? '');
    expect([sent.length, read.length]).toEqual([2, 2]);
    expect(new Set(letters.map(settled))).toEqual(new Set([...sent, ...read].map(settled)));
  });
});

const shownBy = (html: string) => ({ revision: /name="revision" value="([^"]+)"/.exec(html)?.[1] ?? '' });

describe('a measure that came in between reading and sending', () => {
  it('is refused in words, with the letter as it is now and what was typed; then sending works', async () => {
    const { night, stolen } = await tellNight();
    const place = `/incidents/${stolen.id}/notices/${stolen.aube}`;
    night.at('2026-03-29T12:00:00.000Z'); // past its limit: a reason is asked for
    const own = await openNightDoor(night);
    const items = { ...draft, c: 'never', 'c-why': 'aucun fichier', e: 'value', 'e-text': 'Comptes fermés.' };
    await own.send('ines', `${place}/draft`, { ...items, do: 'save' });
    const shown = shownBy((await own.read('ines', `${place}/review`)).text);
    await night.command('paul', stolen.id, {
      kind: 'measure.add',
      what: 'Clés du poste révoquées.',
      owner: 'Astreinte',
      measureKind: 'contain',
      status: 'taken',
      at: night.clock.now.toISOString(),
      agreementId: night.agreements.aube,
      recoveredData: null,
    });
    const typed = { ...shown, lateReason: 'Le réseau était coupé.' };
    const refused = await own.send('ines', `${place}/review`, typed);
    expect(refused.status).toBe(412);
    expect(refused.text).toMatch(/role="alert"[^]*la lettre dit autre chose\s: mesures\. Voici la lettre/);
    expect(lettersIn(refused.text)[0]).toContain('Clés du poste révoquées.');
    expect(refused.text).toMatch(/name="lateReason"[^>]*>Le réseau était coupé\.<|value="Le réseau était coupé\."/);
    expect(shownBy(refused.text)).not.toEqual(shown);

    const again = await own.send('ines', `${place}/review`, { ...typed, ...shownBy(refused.text) });
    expect([again.status, again.headers.get('location')]).toEqual([303, `/o/o1${place}/sent`]);
    await own.stop();
  });
});
