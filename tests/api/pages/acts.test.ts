import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { issueSigningLink } from '../../../application/agreement/signingLinks';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';
import { readyDraft } from '../../fakes/readyDraft';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;

beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
});
afterAll(() => door.stop());

const head = () => told.night.ports.journal.head(told.night.orgId);

describe('a form that comes back', () => {
  it('lists every fault above and at its field, in the same words, keeps the text, and changes nothing', async () => {
    const before = await head();
    const answer = await door.send('ines', '/signal', {
      text: 'Poste bloqué',
      declarant: '',
      data: 'unknown',
      looksLike: 'unspecified',
    });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('<title>Erreur');
    expect(answer.text).toMatch(/<div class="errors" role="alert"[^>]*autofocus>/);
    expect(answer.text.match(/Choisissez une réponse/g)).toHaveLength(2);
    expect(answer.text).toContain('href="#f-declarant"');
    expect(answer.text).toMatch(/id="f-declarant"[^>]*aria-invalid="true"/);
    expect(answer.text).toContain('Poste bloqué</textarea>');
    expect(await head()).toBe(before);
  });

  it('asks which hour is meant in the night that has it twice, and refuses the hour that never was', async () => {
    const path = `/incidents/${told.stolen.id}/correct`;
    const twice = await door.send('paul', path, {
      awareAt: '2025-10-26T02:30',
      detectedAt: '2026-03-27T08:40',
      reason: 'x',
    });
    expect(twice.text).toContain('name="awareAtHour" value="second"');
    const never = await door.send('paul', path, {
      awareAt: '2026-03-29T02:30',
      detectedAt: '2026-03-27T08:40',
      reason: 'x',
    });
    expect(never.text).toContain('Cette heure n’a pas existé');
  });

  it('made from an older decision says what changed, and keeps the text (412)', async () => {
    const path = `/incidents/${told.stolen.id}/correct`;
    const fields = {
      awareAt: '2026-03-27T10:10',
      detectedAt: '2026-03-27T08:40',
      'nature.confidentiality': 'on',
      reason: 'Appel relu',
      revision: '3',
    };
    const answer = await door.send('paul', path, fields);
    expect(answer.status).toBe(412);
    expect(answer.text).toContain('Cela a changé entre-temps');
    expect(answer.text).toContain('Sacha Gabarit');
    expect(answer.text).toContain('Appel relu</textarea>');
  });
});

describe('an act', () => {
  it('leads on with 303; the same form sent twice is one entry', async () => {
    const path = `/incidents/${told.scan}/triage`;
    const key = { _key: 'form-0001-of-the-night' };
    const [first, again] = [await door.send('ines', path, key), await door.send('ines', path, key)];
    expect([first.status, first.headers.get('location')]).toEqual([303, `/o/o1/incidents/${told.scan}`]);
    expect(again.status).toBe(303);
    const entries = await told.night.ports.journal.readSubject('o1', { kind: 'incident', id: told.scan }, 0);
    expect(entries.filter(({ type }) => type === 'triage.started')).toHaveLength(1);
  });

  it('is refused to a role that may not, on the page and behind it', async () => {
    const page = await door.read('alix', `/incidents/${told.scan}/triage`);
    expect(page.status).toBe(403);
    expect(page.text).toContain('Votre rôle ne permet pas cela');
  });

  it('shows the secret of a new token once', async () => {
    const issued = await door.send('alix', '/tokens', { holder: 'tool', tool: 'siem', 'roles.O': 'on', days: '30' });
    const secret = /id="secret">([^<]+)</.exec(issued.text)?.[1] ?? '';
    expect(secret.length).toBeGreaterThan(20);
    expect((await door.read('alix', '/tokens')).text).not.toContain(secret);
  });

  it('drafts, reviews and sends: what was checked is what leaves, and every recipient was named', async () => {
    const notice = `/incidents/${told.stolen.id}/notices/${told.stolen.aube}`;
    const unready = await door.read('ines', `${notice}/review`);
    expect(unready.text).not.toContain('Envoyer l’avis maintenant');
    const incomplete = await door.send('ines', `${notice}/draft`, { ...readyDraft, 'c-eta': '', do: 'review' });
    expect(incomplete.status).toBe(400);
    expect(incomplete.text).toContain('href="#f-c-eta"');
    const kept = await door.send('ines', `${notice}/draft`, { ...readyDraft, do: 'review' });
    expect(kept.headers.get('location')).toBe(`/o/o1${notice}/review`);
    const review = await door.read('ines', `${notice}/review`);
    expect(review.text).toContain('astreinte@aube-modele.example');
    expect(review.text).not.toContain('Val Témoin');
    const sent = await door.send('ines', `${notice}/review`, {});
    expect(sent.headers.get('location')).toBe(`/o/o1${notice}/sent`);
    const state = await told.night.ports.projections.read('o1', 'notice', told.stolen.aube);
    expect(state?.versions[0]?.items).toMatchObject({
      c: { answer: 'toFollow', eta: '2026-03-28T13:00:00.000Z' },
      e: { answer: 'cannotBeDetermined', reason: 'Appareil éteint.' },
    });
  });
});

describe('an amendment', () => {
  it('is proposed and signed by management here, and by a contact there through its link alone', async () => {
    const { night } = told;
    const path = `/agreements/${night.agreements.aube}`;
    const start = await door.read('alix', `${path}/amend/file`);
    const document = /<textarea id="f-document"[^>]*>([^<]*)</.exec(start.text)?.[1]?.replaceAll('&quot;', '"') ?? '';
    const plain = document.replaceAll('&#x27;', '’').replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');
    const longer = JSON.parse(plain);
    longer.terms.breachNotice.hours = 36;
    longer.inForceFrom = '2026-06-01';
    const broken = await door.send('alix', `${path}/amend/file`, { document: '{' });
    expect(broken.text).toContain('n’est pas du JSON lisible');
    const sent = { document: JSON.stringify(longer) };
    const looked = await door.send('alix', `${path}/amend/file`, sent);
    const [, seen = ''] = /name="seen" value="(\w+)"/.exec(looked.text) ?? [];
    const proposed = await door.send('alix', `${path}/amend/file`, { ...sent, seen });
    expect(proposed.headers.get('location')).toBe(`/o/o1${path}`);
    expect((await door.read('alix', path)).text).toContain('Heures pour notifier une violation');

    const issued = await issueSigningLink({
      ctx: night.as('alix'),
      input: { agreementId: night.agreements.aube, contactId: 'c1', key: 'link' },
    });
    expect(issued).toMatchObject({ ok: true, value: { contactId: 'c1', mail: 'accepted' } });
    const mail = night.mails.at(-1);
    expect(mail?.to).toBe('dpo@aube-modele.example');
    const link = /\/a\/[\w-]{43}/.exec(mail?.raw.replaceAll('=\r\n', '') ?? '')?.[0] ?? '';
    const page = await door.guest.read(link);
    expect(page.text).toContain('Heures pour notifier une violation');
    const documentHash = /name="documentHash" value="(\w+)"/.exec(page.text)?.[1] ?? '';
    const here = await door.send('alix', path, { name: 'Alix Modèle', function: 'Gérant' });
    expect(here.status).toBe(303);
    const wrong = await door.guest.send(link, { name: 'Robin Exemple', function: 'DPO', documentHash: '0'.repeat(64) });
    expect(wrong.status).toBe(400);
    const there = await door.guest.send(link, { name: 'Robin Exemple', function: 'DPO', documentHash });
    expect(there.headers.get('location')).toBe(link);
    expect((await door.guest.read(link)).text).toContain('Signé le');
    const agreement = await night.ports.projections.read('o1', 'agreement', night.agreements.aube);
    expect(agreement?.stage).toBe('IN_FORCE');
  });
});

describe('a guest', () => {
  const linkOf = (noticeId: string) => told.night.ports.links.issue('o1', noticeId, 'c1');

  it('reads, by GET and HEAD, without anything being recorded', async () => {
    const link = await linkOf(told.stolen.val);
    const before = await head();
    const page = await door.guest.read(`/n/${link}`);
    await door.call('HEAD', `/n/${link}`);
    await door.guest.read(`/n/${link}/ask`);
    expect(page.status).toBe(200);
    expect(await head()).toBe(before);
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.text).toContain('<meta name="robots" content="noindex">');
    expect(page.text).toMatch(/lun\.\s30\smars\s20:02\s\(UTC\+2\)/);
  });

  it('never reads of another controller, nor the incident’s free text', async () => {
    const page = await door.guest.read(`/n/${await linkOf(told.stolen.val)}`);
    expect(page.text).not.toContain('Aube');
    expect(page.text).not.toContain('train de 08:10');
  });

  it('acknowledges by POST alone, with name and function; once', async () => {
    const link = await linkOf(told.stolen.val);
    const missing = await door.guest.send(`/n/${link}`, { name: 'Dominique Essai', function: '', version: '1' });
    expect(missing.status).toBe(400);
    expect(missing.text).toContain('href="#f-function"');
    const said = { name: 'Dominique Essai', function: 'DPO' };
    expect((await door.guest.read(`/n/${link}`)).text).toContain('name="version" value="1"');
    const seen = { ...said, version: '1' };
    const answer = await door.guest.send(`/n/${link}`, seen);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/n/${link}#ack`]);
    await door.guest.send(`/n/${link}`, seen);
    const notice = await told.night.ports.projections.read('o1', 'notice', told.stolen.val);
    expect(notice?.acknowledgements).toMatchObject([{ ...said, contactId: 'c1', via: 'link', version: 1 }]);
    expect((await door.guest.read(`/n/${link}?lang=en`)).text).toContain('Acknowledgement recorded');
  });

  it('asks; the question waits in the house for its answer', async () => {
    const link = await linkOf(told.stolen.val);
    const asked = await door.guest.send(`/n/${link}/ask`, { question: 'Combien de foyers ?' });
    expect(asked.headers.get('location')).toBe(`/n/${link}?asked=1#ask`);
    expect((await door.guest.read(`/n/${link}?asked=1`)).text).toContain('Combien de foyers ?');
    const inside = await door.read('ines', `/incidents/${told.stolen.id}/notices/${told.stolen.val}`);
    expect(inside.text).toContain('Combien de foyers ?');
  });

  it('with another link learns nothing', async () => {
    const page = await door.guest.read(`/n/${'A'.repeat(43)}`);
    expect(page.status).toBe(404);
    expect(page.text).toContain('Ce lien n’ouvre rien');
  });

  it('with an expired link gets another by mail to the same address, once; a wrong link gets the same answer', async () => {
    const { night, ransomware } = told;
    const link = await night.ports.links.issue('o1', ransomware.val, 'c1');
    night.at('2026-03-28T02:30:00.000Z');
    const items = { c: { answer: 'cannotBeDetermined' as const, reason: 'Journaux chiffrés.' } };
    await night.send('paul', ransomware.val, { kind: 'supplement', items });
    await night.settle(ransomware.val, '2026-03-28T02:31:00.000Z');
    await night.note('paul', ransomware.val, {
      kind: 'close',
      ground: 'ladderExhausted',
      reason: 'Appels sans réponse.',
    });
    night.at('2026-05-10T08:00:00.000Z');
    const expired = await door.guest.read(`/n/${link}`);
    expect(expired.status).toBe(410);
    expect(expired.text).toContain(`action="/n/${link}/renew"`);
    const sent = await door.guest.send(`/n/${link}/renew`, {});
    expect(sent.text).toContain('Demande reçue');
    await night.settle(ransomware.val, '2026-05-10T08:01:00.000Z');
    const mail = night.mails.at(-1);
    expect(mail?.to).toBe('dpo@val-temoin.example');
    const renewed = /\/n\/([\w-]{43})/.exec(mail?.raw.replaceAll('=\r\n', '') ?? '')?.[1] ?? '';
    expect(renewed).not.toBe(link);
    expect((await door.guest.read(`/n/${renewed}`)).status).toBe(200);
    const mails = night.mails.length;
    expect((await door.guest.read(`/n/${link}`)).status).toBe(404);
    expect((await door.guest.send(`/n/${link}/renew`, {})).text).toContain('Demande reçue');
    await night.settle(ransomware.val, '2026-05-10T08:02:00.000Z');
    expect(night.mails).toHaveLength(mails);
  });
});
