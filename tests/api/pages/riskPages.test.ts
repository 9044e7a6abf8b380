import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { commandCase } from '../../../application/controllerCase/commandCase';
import { openCase } from '../../../application/controllerCase/openCase';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { commands, opening } from '../../fakes/caseStory';
import { createNight, type Night, type StaffName } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';
import { must } from '../../fakes/realHouse';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let path: string;
let id: string;

beforeAll(async () => {
  night = await createNight();
  door = await openNightDoor(night);
});
afterAll(() => door.stop());

const receivedAt = '2026-03-27T20:00:00.000Z';
const act = async (who: StaffName, command: CaseCommand) =>
  must(await commandCase({ ctx: night.as(who), input: { caseId: id, key: randomUUID(), command } }));

async function begin(since: string): Promise<void> {
  const given = { key: randomUUID(), opening: opening({ receivedAt: since }) };
  ({ id } = must(await openCase({ ctx: night.as('sacha'), input: given })));
  path = `/cases/${id}`;
  await act('sacha', commands.qualify);
}
beforeEach(async () => {
  night.at('2026-03-28T02:12:00.000Z');
  await begin(receivedAt);
});

/** Every question of the form but which data: a letter to one known third person. */
const answers = {
  simpleCell: '0',
  behaviouralCell: '0',
  financialCell: '1',
  sensitiveCell: '0',
  ease: 'maximum',
  persons: '40',
  specialPersons: 'no',
  identityTheft: 'no',
  outflow: 'happened',
  recipients: 'other',
  confidentiality: 'knownRecipients',
  unintelligible: 'no',
  integrity: 'untouched',
  availability: 'untouched',
  outage: 'none',
  malicious: 'none',
};
const arrears = { ...answers, 'simpleData.contact-details': 'on', 'financialData.financial-or-economic': 'on' };
const decision = {
  risk: 'high',
  facts: 'Des arriérés chez un tiers.',
  safeguards: 'Aucune.',
  likelyImpact: 'Démarchage.',
  noAdviceReason: 'Il est en avion.',
};

const faultsIn = (html: string): string[] =>
  [...html.slice(html.indexOf('class="errors"')).matchAll(/<li><a href="#f-(\w+)">/g)].map(([, name = '']) => name);
const stateOf = () => night.ports.projections.read('o1', 'controllerCase', id);

describe('the form of an assessment', () => {
  it('is answered by plain questions, and leads to a proposal with its reasons on the case', async () => {
    const answer = await door.send('ines', `${path}/score`, arrears);
    expect(answer.headers.get('location')).toBe(`/o/o1${path}`);
    const state = await stateOf();
    expect(state?.scores.at(-1)).toMatchObject({
      score: {
        data: [
          { type: 'contact-details', class: 'simple', adjustment: 0 },
          { type: 'financial-or-economic', class: 'financial', adjustment: 1 },
        ],
        persons: { approx: 40 },
        unintelligible: false,
      },
      severity: { se: 17, level: 'veryHigh' },
      proposal: { risk: 'high', reasons: ['scoreVeryHigh'] },
    });
    const { text } = await door.read('alix', path, 'fr');
    for (const words of ['Risque élevé', 'Note très élevée', 'Maximal', 'Sévère', '4,25', 'Inès', 'environ 40']) {
      expect(text).toContain(words);
    }
  });

  it('says at once what was not answered, keeps what was, and changes nothing', async () => {
    const { ease: _ease, outage: _outage, ...some } = answers;
    const answer = await door.send('ines', `${path}/score`, some);
    expect(answer.status).toBe(400);
    expect(faultsIn(answer.text)).toEqual(['simpleData', 'ease', 'outage']);
    expect(answer.text).toMatch(/name="outflow" value="happened"[^>]* checked/);
    expect((await stateOf())?.scores).toEqual([]);
  });

  it('says which answer another one belies', async () => {
    const belied = { ...arrears, outflow: 'excluded' };
    const answer = await door.send('ines', `${path}/score`, belied);
    expect(faultsIn(answer.text)).toEqual(['outflow', 'recipients']);
    expect(answer.text).toContain('Rien n’est sorti');
  });

  it('begins with what was answered last, and at first with what the record says', async () => {
    await act('sacha', { kind: 'record.change', change: { data: ['location'], sensitive: ['health'] } });
    const first = await door.read('ines', `${path}/score`);
    expect(first.text).toMatch(/name="sensitiveData.health" value="health"[^>]* checked/);
    expect(first.text).toMatch(/name="behaviouralData.location" value="location"[^>]* checked/);
    await door.send('ines', `${path}/score`, arrears);
    const second = await door.read('ines', `${path}/score`);
    expect(second.text).not.toMatch(/name="sensitiveData.health" value="health"[^>]* checked/);
    expect(second.text).toMatch(/name="confidentiality" value="knownRecipients"[^>]* checked/);
  });

  it('begins with what was told since: persons and data, in the class in which they were assessed', async () => {
    await door.send('ines', `${path}/score`, arrears);
    const change = {
      persons: { amount: 'exact' as const, count: 40_000 },
      data: ['financial-or-economic' as const, 'location' as const],
      sensitive: ['health' as const],
    };
    await act('sacha', { kind: 'record.change', change });
    const { text } = await door.read('ines', `${path}/score`);
    const ticked = [...text.matchAll(/name="(\w+Data)\.[^"]*" value="([^"]*)"[^>]* checked/g)].map(
      ([, dataClass, type]) => `${dataClass} ${type}`,
    );
    expect(ticked).toEqual(['behaviouralData location', 'financialData financial-or-economic', 'sensitiveData health']);
    expect(text).toMatch(/name="persons"[^>]* value="40000"/);
  });
});

describe('the form of the decision', () => {
  it('shows what is proposed, and why, before it asks anything', async () => {
    await door.send('ines', `${path}/score`, arrears);
    const { text } = await door.read('alix', `${path}/decide`);
    const [proposed, why, asked] = ['Proposé', 'Note très élevée', 'name="risk"'].map((words) => text.indexOf(words));
    expect(proposed).toBeGreaterThan(0);
    expect(why).toBeGreaterThan(proposed ?? 0);
    expect(asked).toBeGreaterThan(why ?? 0);
  });

  it('without a score, or with one that was overtaken, leads to the assessment and asks nothing', async () => {
    const unscored = await door.read('alix', `${path}/decide`);
    expect(unscored.text).toContain(`href="/o/o1${path}/score"`);
    expect(unscored.text).not.toContain('name="risk"');
    expect(unscored.text).toContain('Évaluez d’abord le risque');
    expect(unscored.text).not.toContain('Modifié');
    await door.send('ines', `${path}/score`, arrears);
    await act('sacha', { ...commands['told.add'], receivedAt });
    const overtaken = await door.read('alix', `${path}/decide`);
    expect(overtaken.text).toContain('évaluez de nouveau');
    expect(overtaken.text).toContain('Évaluez d’abord le risque');
    expect(overtaken.text).not.toContain('Modifié');
    expect(overtaken.text).not.toContain('name="risk"');
  });

  it('takes conclusions from the risk; other than proposed it says why', async () => {
    await door.send('ines', `${path}/score`, arrears);
    const lower = await door.send('alix', `${path}/decide`, { ...decision, risk: 'risk' });
    expect(faultsIn(lower.text)).toEqual(['divergenceReason']);
    const answer = await door.send('alix', `${path}/decide`, decision);
    expect(answer.status).toBe(303);
    expect((await stateOf())?.decisions).toMatchObject([
      { risk: 'high', bridge: { conclusion33: 'notify', conclusion34: 'tell', severity: { se: 17 } } },
    ]);
    expect((await door.read('alix', path)).text).toContain('Les personnes doivent être informées');
  });

  it('ticks no legal answer in advance, not even the doubt that is proposed', async () => {
    const unsure = { confidentiality: 'unknownRecipients', specialPersons: 'unknown' };
    await door.send('ines', `${path}/score`, { ...answers, ...unsure, 'simpleData.contact-details': 'on' });
    expect((await stateOf())?.scores.at(-1)?.proposal.doubt).toBe(true);
    const { text } = await door.read('alix', `${path}/decide`);
    const ticked = [
      ...text.matchAll(/<input type="(?:radio|checkbox)" name="(\w+)[^"]*" value="([^"]*)"[^>]* checked/g),
    ];
    expect(ticked.map(([, name, value]) => [name, value])).toEqual([
      ['likelihood', ''],
      ['exemption34', ''],
    ]);
  });

  it('lets an optional choice be taken back without a script', async () => {
    await door.send('ines', `${path}/score`, arrears);
    const wrong = await door.send('alix', `${path}/decide`, { ...decision, risk: 'risk', exemption34: 'b' });
    expect(wrong.status).toBe(400);
    for (const name of ['likelihood', 'exemption34']) expect(wrong.text).toContain(`name="${name}" value=""`);
    const back = await door.send('alix', `${path}/decide`, { ...decision, likelihood: '', exemption34: '' });
    expect(back.status).toBe(303);
    expect((await stateOf())?.decisions).toMatchObject([{ bridge: { exemption34: null, likelihood: null } }]);
    expect((await door.read('sacha', `${path}/advise`)).text).toContain('name="risk" value=""');
  });

  it('tells whoever decides of an assessment that came in meanwhile (412)', async () => {
    await door.send('ines', `${path}/score`, arrears);
    const seen = String((await stateOf())?.decided);
    await door.send('ines', `${path}/score`, { ...arrears, malicious: 'intentional' });
    const answer = await door.send('alix', `${path}/decide`, { ...decision, revision: seen });
    expect(answer.status).toBe(412);
    expect(answer.text).toContain('Risque évalué');
  });
});

describe('the next act', () => {
  const next = async (who: StaffName) =>
    /<div class="next">.*?href="\/o\/o1\/cases\/[^/]+\/([a-z-]+)"/s.exec((await door.read(who, path)).text)?.[1];

  it('is to assess, then to decide; late in the 72 hours it is to tell the authority, whatever is decided', async () => {
    expect(await next('alix')).toBe('score');
    await door.send('ines', `${path}/score`, arrears);
    expect(await next('alix')).toBe('decide');
    await begin('2026-03-26T02:40:00.000Z'); // 47 h 32 before; 66 % of 72 hours is 47 h 31
    expect(await next('alix')).toBe('file');
  });

  it('of an exemption that was concluded is to record it with its proof', async () => {
    await door.send('ines', `${path}/score`, arrears);
    await door.send('alix', `${path}/decide`, { ...decision, exemption34: 'b' });
    await act('alix', { ...commands['authority.file'], type: 'complete', sentAt: receivedAt });
    expect(await next('alix')).toBe('exempt');
  });
});

describe('where management decides', () => {
  it('the written advice of the officer stands with who, when and its words; where there is none, that is said', async () => {
    await act('sacha', commands['risk.score']);
    expect((await door.read('alix', `${path}/decide`)).text).toContain('Le délégué n’a pas encore donné d’avis écrit.');
    await act('sacha', { ...commands['risk.advise'], risk: 'high', text: 'Prévenir les personnes sans attendre.' });
    const html = (await door.read('alix', `${path}/decide`)).text;
    expect(html).toMatch(/Avis du délégué[\s\S]*Prévenir les personnes sans attendre\.[\s\S]*Sacha Gabarit, [\s\S]*28/);
    expect(html).not.toContain('pas encore donné d’avis écrit');
    expect((await door.read('alix', `${path}/decide`, 'en')).text).toContain(
      'What the data protection officer advises',
    );
  });
});
