import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { commandCase } from '../../../application/controllerCase/commandCase';
import { openCase } from '../../../application/controllerCase/openCase';
import { uploadRecipients } from '../../../application/controllerCase/uploadRecipients';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { commands, exempting, opening } from '../../fakes/caseStory';
import { openNightCase } from '../../fakes/nightCase';
import { openNightDoor } from '../../fakes/nightDoor';
import { createNight, type Night } from '../../fakes/night';
import { must } from '../../fakes/realHouse';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let id: string;
const stops: (() => Promise<unknown>)[] = [];

/** A case whose message is drafted, with a relay, and no list yet. */
beforeEach(async () => {
  night = await createNight();
  night.at('2026-03-28T02:12:00.000Z');
  setRelay(true);
  id = await openNightCase(night);
  door = await openNightDoor(night);
  stops.push(door.stop);
});
afterAll(() => Promise.all(stops.map(async (stop) => stop())));

function setRelay(isSet: boolean): void {
  const test = async () => ({ accepted: false as const, replyCode: null, step: '' });
  night.ports.relay = isSet ? { name: 'r', fingerprint: 'f', test } : null;
}

async function* bytesOf(text: string) {
  yield Buffer.from(text);
}
const upload = async (text = 'email\na@b.example\nb@b.example\n') =>
  must(
    await uploadRecipients({
      ctx: night.as('sacha'),
      input: { caseId: id, key: randomUUID(), bytes: bytesOf(text) },
    }),
  );
const read = async (place = '') => (await door.read('sacha', `/cases/${id}${place}`)).text;
const main = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'));
const next = (html: string) => /<div class="next">.*?<\/div>/s.exec(html)?.[0] ?? '';

const act = async (command: CaseCommand) =>
  must(await commandCase({ ctx: night.as('sacha'), input: { caseId: id, key: randomUUID(), command } }));

describe('sending to the persons', () => {
  it('is a button that says so, after how many, the frozen words, and that it cannot be taken back', async () => {
    await upload();
    const html = main(await read('/send'));
    const places = [
      'à chacune des personnes de la liste\u00a0: 2.',
      `/cases/${id}/message`,
      'Ce qui est parti ne se reprend pas',
      '>Envoyer à ces personnes</button>',
    ].map((words) => html.indexOf(words));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places.toSorted((a, b) => a - b)).toEqual(places);
    expect(html).not.toContain('Inscrire au journal');
  });

  it('with several lists is of the one that is chosen, each with how many', async () => {
    await upload();
    await upload('email\nc@b.example\n');
    const html = main(await read('/send'));
    for (const words of [
      'la liste que vous choisissez',
      'Personnes à informer\u00a0: 2.',
      'Personnes à informer\u00a0: 1.',
    ])
      expect(html).toContain(words);
  });

  it('tells lists apart by when they came and by the hash of their file, the same on both pages', async () => {
    await upload();
    await upload('email\nc@b.example\n');
    const named = /Liste reçue le [^<]*, fichier [0-9a-f]{8}/g;
    const [sending, lists] = [main(await read('/send')), main(await read('/recipients'))];
    const offered = new Set(sending.match(named));
    expect(offered.size).toBe(2);
    expect(new Set(lists.match(named))).toEqual(offered);
  });

  it.each([
    ['no list waits', true, 'Aucune liste n’attend'],
    ['no mail relay is set', false, 'Aucun relais de messagerie n’est réglé'],
  ])('is not offered where %s: the page says why, asks nothing and leads to the lists', async (_why, isSet, words) => {
    if (!isSet) await upload();
    setRelay(isSet);
    const html = main(await read('/send'));
    expect(html).toContain(words);
    expect(html).toContain(`/cases/${id}/recipients`);
    if (!isSet) for (const todo of ['SMTP_URL', `/cases/${id}/tell`]) expect(html).toContain(todo);
    expect([html.includes('name="listId"'), html.includes('type="submit"')]).toEqual([false, false]);
    expect(await read()).not.toContain(`/cases/${id}/send`);
  });
});

describe('the next act of a case whose message is drafted', () => {
  it('is to bring a list, then to send it; that they were told otherwise stays beside it', async () => {
    await act({ ...commands['regime.record'], stage: 'users', sentAt: '2026-03-28T02:00:00.000Z' }); // its limit is nearer
    const before = await read();
    expect(next(before)).toContain(`/cases/${id}/recipients`);
    expect(before).toContain(`/cases/${id}/tell`);
    await upload();
    const after = await read();
    expect(next(after)).toMatch(/\/send"[^>]*>Accepter une liste et envoyer/);
    expect(after).toContain(`/cases/${id}/tell`);
  });

  it('in an exercise, in which nobody is told, is to record the rehearsal', async () => {
    const given = { key: randomUUID(), opening: opening({ receivedAt: '2026-03-27T20:00:00.000Z', exercise: true }) };
    ({ id } = must(await openCase({ ctx: night.as('sacha'), input: given })));
    for (const command of [commands.qualify, commands['risk.score']]) await act(command);
    const input = { caseId: id, key: randomUUID(), command: commands['risk.decide'] };
    must(await commandCase({ ctx: night.as('alix'), input }));
    for (const command of [commands['authority.file'], commands['persons.draft']]) {
      await act({ ...command, ...('sentAt' in command && { sentAt: '2026-03-28T01:00:00.000Z' }) });
    }
    expect(next(await read())).toContain(`/cases/${id}/tell`);
  });
});

describe('an exemption', () => {
  it('is offered once it is decided so, before an order of the authority, and never after it', async () => {
    expect(await read()).not.toContain(`/cases/${id}/exempt`);
    const undecided = main(await read('/exempt'));
    expect(undecided).toContain('décidez-la d’abord');
    expect(undecided).toContain(`/cases/${id}/decide`);
    expect(undecided).not.toContain('name="ground"');
    const command = { ...exempting('b'), noAdviceReason: 'le délégué est en avion' };
    must(await commandCase({ ctx: night.as('alix'), input: { caseId: id, key: randomUUID(), command } }));
    expect(await read()).toContain(`/cases/${id}/exempt`);
    await act({ ...commands['persons.order'], orderedAt: '2026-03-28T02:00:00.000Z' });
    await act(commands['persons.draft']);
    expect(await read()).not.toContain(`/cases/${id}/exempt`);
    expect(main(await read('/exempt'))).not.toContain('name="ground"');
  });
});

it('says before it is sent, and before it is published, that the record says otherwise than the frozen text', async () => {
  const words = 'La fiche en dit plus';
  await upload();
  expect(main(await read('/send'))).not.toContain(words);
  night.at('2026-03-28T06:00:00.000Z');
  expect(main(await read('/send'))).not.toContain(words); // time alone changes no word
  await act({ ...commands['record.change'], change: { harms: ['financial-loss'] } });
  expect(main(await read('/send'))).toContain(words);
  expect(main(await read('/publish'))).toContain(words);
  await act(commands['persons.draft']);
  expect(main(await read('/send'))).not.toContain(words);
});

describe('a list that waits', () => {
  it('leads to the sending', async () => {
    await upload();
    expect(main(await read('/recipients'))).toContain(`/cases/${id}/send`);
  });

  it.each([
    ['no relay is set', async () => setRelay(false), 'Aucun relais de messagerie', null],
    ['another list is leaving', async () => begin(), 'Une autre liste est en train de partir', null],
    ['telling is on hold', async () => act(commands['persons.hold']), 'est suspendue', '/resume'],
  ])('says why it cannot be sent where %s', async (_why, makeSo, words, way) => {
    await makeSo();
    await upload('email\nz@b.example\n');
    const html = main(await read('/recipients'));
    expect(html).toContain(words);
    expect(html).not.toContain(`/cases/${id}/send`);
    if (way !== null) expect(html).toContain(`/cases/${id}${way}`);
  });

  it('that leaves has a way to look again, the others have none', async () => {
    await upload('email\nz@b.example\n');
    expect(main(await read('/recipients'))).not.toContain('>Actualiser</a>');
    await begin();
    expect(main(await read('/recipients')).split('>Actualiser</a>')).toHaveLength(2);
  });

  async function begin(): Promise<void> {
    const { listId } = await upload();
    await act({ kind: 'persons.send', listId, concerned: null });
  }

  it('names the first hundred rows that were left out, and says that they are only the first', async () => {
    const rows = (count: number) => Array.from({ length: count }, () => 'nobody').join('\n');
    await upload(`email\na@b.example\n${rows(100)}`);
    expect(await read('/recipients')).toContain('Lignes écartées, une à une');
    const { listId } = await upload(`email\na@b.example\n${rows(101)}`);
    const html = await read('/recipients');
    expect(html).toContain('Les 100 premières lignes écartées, une à une');
    const file = `/cases/${id}/recipients/${listId}/left-out.csv`;
    expect(html).toContain(`href="/o/o1${file}"`);
    const { text, headers } = await door.read('sacha', file);
    expect(headers.get('content-type')).toContain('text/csv');
    expect(text.split('\r\n')).toHaveLength(103);
    expect(text).toContain('103;emailInvalid;ce n’est pas une adresse de courriel');
  });
});

describe('a list that is refused', () => {
  it('says of each row its line, above and at the field of the file', async () => {
    const page = await read('/recipients');
    const form = new FormData();
    for (const name of ['_csrf', '_key']) {
      form.append(name, new RegExp(`name="${name}" value="([^"]*)"`).exec(main(page))?.[1] ?? '');
    }
    form.append('file', new Blob(['email\na@b.example\nnobody\n'.replace('a@b.example', '')]), 'list.csv');
    const answer = await fetch(`${door.base}/o/o1/cases/${id}/recipients`, {
      method: 'POST',
      headers: { cookie: await door.cookieOf('sacha'), origin: door.base },
      body: form,
    });
    const html = main(await answer.text());
    expect(html).toContain('ligne 3\u00a0: ce n’est pas une adresse de courriel');
    expect(html.match(/href="#f-file"/g)?.length).toBeGreaterThan(1);
    expect(html).toMatch(/id="f-file"[^>]*aria-invalid="true" aria-describedby="h-file e-file"/);
  });
});

describe('a look at the message before it is frozen', () => {
  const written = { fr: 'Un classeur est parti.', measuresFr: '', en: 'A binder left.', measuresEn: '' };

  it('shows both languages as they will read, keeps what was typed, and records nothing', async () => {
    await act({ kind: 'persons.hold', reference: 'PV 1', until: null, reason: 'demande' });
    await act({ kind: 'persons.resume', reason: 'levée' });
    const before = (await night.ports.journal.list(night.orgId, { limit: 1 })).entries[0]?.seq;
    const looked = await door.send('sacha', `/cases/${id}/draft`, { ...written, _fill: '1' });
    const to = looked.headers.get('location') ?? '';
    const text = to === '' ? looked.text : (await door.read('sacha', to.replace(`/o/${night.orgId}`, ''))).text;
    expect(main(text)).toContain('Ce que cela donnera');
    expect(main(text)).toContain('<article class="paper" lang="fr"');
    expect(main(text)).toContain('<article class="paper" lang="en"');
    expect(main(text)).toContain('>Un classeur est parti.</textarea>');
    expect((await night.ports.journal.list(night.orgId, { limit: 1 })).entries[0]?.seq).toBe(before);
  });

  it('says from where facts are taken that the record does not hold', async () => {
    expect(main(await read('/draft'))).toContain('repris de l’évaluation');
  });
});
