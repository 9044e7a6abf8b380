import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Asked, startScriptedApi, type Told } from './scriptedApi';
import { vigie } from './terminal';

let answer: (asked: Asked) => Told;
let api: Awaited<ReturnType<typeof startScriptedApi>>;
beforeAll(async () => {
  api = await startScriptedApi((asked) => answer(asked));
});
afterAll(() => api.stop());

const env = () => ({ VIGIE_URL: api.url, VIGIE_TOKEN: 'vgt_x', VIGIE_ORG: 'org-1', LANG: 'fr_FR.UTF-8' });
const told = { roles: ['DPO', 'DIR'], caught: false };
const signalled = { status: 201, body: { incidentId: 'i1', receipt: 'SIG-2026-7', seq: 7, told } };
const flags = ['signal', '--text', 'Un poste est chiffré', '--email', 'a@example.org', '--name', 'A'];

describe('vigie signal', () => {
  it('sends what was seen, under a key, and says the reference in the language of the terminal', async () => {
    answer = () => signalled;
    const { code, out } = await vigie([...flags, '--key', 'once-only', '--at', '2026-03-27T10:20:00+01:00'], {
      env: env(),
    });
    expect([code, out]).toEqual([0, expect.stringContaining('Enregistré sous SIG-2026-7 (écriture 7)')]);
    expect(api.asked.at(-1)).toMatchObject({
      method: 'POST',
      path: '/api/v1/organisations/org-1/signals',
      headers: { authorization: 'Bearer vgt_x', 'idempotency-key': 'once-only' },
      body: { alertedAt: '2026-03-27T09:20:00.000Z', channel: 'cli', language: 'fr', declarant: { name: 'A' } },
    });
  });

  it.each([
    [told, 'Un courriel part à : DPD, direction.'],
    [{ roles: [], caught: false }, 'Personne n’est prévenu par courriel. Téléphonez à l’astreinte.'],
    [{ roles: ['DIR'], caught: true }, 'personne n’est encore prévenu. Téléphonez à l’astreinte.'],
  ])('says who is told: %j', async (who, words) => {
    answer = () => ({ status: 201, body: { ...signalled.body, told: who } });
    expect((await vigie(flags, { env: env() })).out).toContain(words);
  });

  it('prints JSON alone with --json', async () => {
    answer = () => signalled;
    const { out } = await vigie([...flags, '--json'], { env: env() });
    expect(JSON.parse(out)).toEqual(signalled.body);
  });

  it('asks a person for what no flag gives', async () => {
    answer = () => signalled;
    const answers = ['Un poste est chiffré', 'a@example.org', 'Alix'];
    const { code, questions } = await vigie(['signal'], { env: env(), answers });
    expect([code, questions]).toEqual([
      0,
      ['Qu’avez-vous vu\u00a0?', 'Adresse pour le récépissé\u00a0?', 'Votre nom\u00a0?'],
    ]);
    expect(api.asked.at(-1)?.body).toMatchObject({ declarant: { email: 'a@example.org', name: 'Alix' } });
  });

  it('names every missing flag where nobody can be asked: exit 2', async () => {
    const before = api.asked.length;
    const { code, noted } = await vigie(['signal'], { env: { ...env(), LANG: 'en_GB' } });
    expect([code, noted]).toEqual([2, expect.stringContaining('--text, --email')]);
    expect(api.asked).toHaveLength(before);
  });

  it('shows every fault of a refusal: exit 3', async () => {
    const issues = [
      { pointer: '/body/alertedAt', message: 'is in the future' },
      { pointer: '/body/declarant', message: 'give an address or a telephone' },
    ];
    answer = () => ({
      status: 400,
      body: { title: 'The request has faults; all are listed', code: 'input.invalid', issues },
    });
    const { code, noted } = await vigie(flags, { env: { ...env(), LANG: 'C' } });
    expect(code).toBe(3);
    for (const { pointer, message } of issues) expect(noted).toContain(`${pointer}: ${message}`);
  });

  it('says what to do when Vigie does not answer or is in trouble: exit 4', async () => {
    answer = () => ({ status: 503, body: { title: 'x', code: 'database.away' } });
    expect(await vigie(flags, { env: env() })).toMatchObject({ code: 4, noted: expect.stringContaining('répétez') });
    const away = await vigie(flags, { env: { ...env(), VIGIE_URL: 'http://127.0.0.1:1', LANG: 'C' } });
    expect(away).toMatchObject({ code: 4, noted: expect.stringContaining('npm start') });
  });

  it('an answer that is no answer is a fault on this side: exit 1', async () => {
    answer = () => ({ body: '<html>' });
    expect(await vigie(flags, { env: env() })).toMatchObject({ code: 1 });
  });

  it.each([
    [{ VIGIE_TOKEN: '' }, 'VIGIE_TOKEN'],
    [{ VIGIE_URL: 'vigie' }, 'VIGIE_URL'],
  ])('without %o it says what is missing: exit 2', async (lacking, name) => {
    const { code, noted } = await vigie(flags, { env: { ...env(), ...lacking } });
    expect([code, noted]).toEqual([2, expect.stringContaining(name)]);
  });

  it.each([['--nonsense'], ['--at', 'yesterday']])('does not understand %s: exit 2', async (...more) => {
    expect(await vigie([...flags, ...more], { env: env() })).toMatchObject({ code: 2 });
  });

  it('never shows the token', async () => {
    answer = () => ({ status: 403, body: { title: 'This role may not do that', code: 'actor.forbidden' } });
    const { out, noted } = await vigie(flags, { env: { ...env(), VIGIE_TOKEN: 'vgt_secret' } });
    expect(`${out}${noted}`).not.toContain('vgt_secret');
  });
});

describe('a command line that is not understood', () => {
  it.each([
    [['bogus'], 'La commande bogus n’existe pas'],
    [['signal', '--nonsense'], 'L’option --nonsense n’existe pas'],
    [['incident', 'show'], 'Il manque id'],
    [['verify', 'x.jsonl'], 'Il manque --key <vkey>'],
    [['clocks', 'now'], 'plus de mots'],
  ])('vigie %s: one sentence in the language of the terminal, exit 2', async (line, sentence) => {
    const { code, noted } = await vigie(line, { env: env() });
    expect([code, noted]).toEqual([2, expect.stringContaining(sentence)]);
  });

  it('says with --help what can be asked, in one language', async () => {
    const { code, out } = await vigie(['--help'], { env: env() });
    expect(code).toBe(0);
    for (const heading of ['Usage\u00a0:', 'Options\u00a0:', 'Commandes\u00a0:', 'Codes de sortie'])
      expect(out).toContain(heading);
    expect(out).not.toMatch(/display help|Commands:/);
  });

  it('a noun alone says what can be asked of it', async () => {
    expect(await vigie(['incident'], { env: env() })).toMatchObject({ code: 2 });
  });
});
