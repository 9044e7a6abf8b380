import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { isErasable } from '../../../domain/journal/erasable';
import type { RiskFindings } from '../../../domain/risk/findings';
import { bridgeIssues, LegalBridge, LegalBridgeInput } from '../../../domain/risk/legalBridge';
import { scoredFrom } from '../../../domain/risk/scored';
import { pointerOf } from '../../../domain/shared/pointer';
import { edpbCase, edpbCases } from '../../fakes/edpbCases';

const texts = {
  facts: 'Tablettes volées dans un local fermé.',
  safeguards: 'Chiffrement complet, effacement à distance.',
  likelyImpact: 'Aucun : personne ne peut lire les données.',
};

type Changed = Partial<z.input<typeof LegalBridgeInput>> & { number?: string; findings?: RiskFindings };

/** The decision of case 10, which follows its proposal, on the score of its answers. */
const sent = ({ number = '10', findings, ...changed }: Changed = {}) => {
  const one = edpbCase(number);
  const scored = scoredFrom({ score: one.score, findings: findings ?? one.findings });
  if (!scored.ok) throw new Error(JSON.stringify(scored.error));
  const decision = LegalBridgeInput.parse({
    risk: 'unlikely',
    doubt: false,
    conclusion33: 'notRequired',
    conclusion34: 'notRequired',
    ...texts,
    ...changed,
  });
  return { scored: scored.value, decision };
};

const pointersOf = ({ scored, decision }: ReturnType<typeof sent>): string[] =>
  bridgeIssues(scored, decision).map(({ pointer }) => pointer);
const kept = ({ scored, decision }: ReturnType<typeof sent>) => ({ ...scored, ...decision });

describe('the decision of a named person', () => {
  it('is kept whole, beside what was assessed and the proposal that it answered', () => {
    const value = kept(sent());
    expect(pointersOf(sent())).toEqual([]);
    expect(LegalBridge.parse(value)).toEqual(value);
    expect(value).toMatchObject({ ...texts, risk: 'unlikely', divergenceReason: null, likelihood: null });
    expect(value.proposal).toEqual({
      risk: 'unlikely',
      doubt: false,
      reasons: ['scoreLow', 'unintelligible', 'everyWayClosed'],
    });
  });

  it.each(edpbCases)('may follow the proposal of case $number without a reason', ({ number, authority, persons }) => {
    const decision = sent({
      number,
      risk: persons ? 'high' : authority ? 'risk' : 'unlikely',
      conclusion33: authority ? 'notify' : 'notRequired',
      conclusion34: persons ? 'tell' : 'notRequired',
    });
    expect(pointersOf(decision)).toEqual([]);
  });

  it('that differs from the proposal needs its reason, upwards and downwards', () => {
    const up = { risk: 'high', conclusion33: 'notify', conclusion34: 'tell' } as const;
    expect(pointersOf(sent(up))).toEqual(['/divergenceReason']);
    expect(pointersOf(sent({ ...up, divergenceReason: 'Des enfants sont menacés.' }))).toEqual([]);
    expect(pointersOf(sent({ number: '11' }))).toEqual(['/divergenceReason']);
    expect(pointersOf(sent({ number: '11', divergenceReason: 'Le voleur a rendu le disque scellé.' }))).toEqual([]);
  });

  it('that leaves a proposed doubt aside needs its reason too', () => {
    const { findings } = edpbCase('11');
    const doubtful = {
      number: '11',
      findings: { ...findings, identityTheft: 'unknown' as const },
      risk: 'risk',
      conclusion33: 'notify',
    } as const;
    expect(pointersOf(sent(doubtful))).toEqual(['/divergenceReason']);
    expect(pointersOf(sent({ ...doubtful, doubt: true }))).toEqual([]);
  });

  it('may add a doubt of its own: the authority is notified, no reason is asked', () => {
    expect(pointersOf(sent({ doubt: true, conclusion33: 'notify' }))).toEqual([]);
    expect(pointersOf(sent({ doubt: true }))).toEqual(['/conclusion33']);
  });
});

describe('conclusions agree with the risk', () => {
  const high = { number: '11', risk: 'high', conclusion33: 'notify', conclusion34: 'tell' } as const;
  it.each([
    ['unlikely, and notified', sent({ conclusion33: 'notify' }), ['/conclusion33']],
    ['unlikely, and told', sent({ conclusion34: 'tell' }), ['/conclusion34']],
    ['unlikely, and exempt', sent({ conclusion34: 'exempt' }), ['/conclusion34']],
    ['high, and not notified', sent({ ...high, conclusion33: 'notRequired' }), ['/conclusion33']],
    ['high, and not told', sent({ ...high, conclusion34: 'notRequired' }), ['/conclusion34']],
    ['exempt without a ground', sent({ ...high, conclusion34: 'exempt' }), ['/conclusion34']],
    ['told, with a ground that exempts', sent({ ...high, exemption34: 'c' }), ['/conclusion34']],
    ['exempt by a ground', sent({ ...high, conclusion34: 'exempt', exemption34: 'c' }), []],
    [
      'exempt as unintelligible, of data that can be read',
      sent({ ...high, conclusion34: 'exempt', exemption34: 'a' }),
      ['/exemption34'],
    ],
    ['a ground without a high risk', sent({ exemption34: 'b' }), ['/exemption34']],
    [
      'everything at once',
      sent({ ...high, risk: 'risk', conclusion33: 'notRequired', exemption34: 'a' }),
      ['/conclusion33', '/conclusion34', '/exemption34', '/exemption34', '/divergenceReason'],
    ],
  ] as const)('%s', (_name, decision, pointers) => {
    expect(pointersOf(decision)).toEqual(pointers);
  });
});

describe('what comes in and what is kept', () => {
  const blank = {
    ...sent().decision,
    facts: ' ',
    safeguards: '',
    likelyImpact: 'x'.repeat(10_001),
    divergenceReason: ' ',
  };

  it('a text that says nothing or too much is refused, all at once', () => {
    const { error } = LegalBridgeInput.safeParse(blank);
    const pointers = new Set(error?.issues.map(({ path }) => pointerOf(path)));
    expect([...pointers]).toEqual(['/facts', '/safeguards', '/likelyImpact', '/divergenceReason']);
  });

  it('every text can be erased, and nothing that a deadline or a duty rests on', () => {
    const erasable = Object.entries(LegalBridge.shape).filter(([, schema]) => isErasable(schema));
    expect(erasable.map(([name]) => name)).toEqual(['facts', 'safeguards', 'likelyImpact', 'divergenceReason']);
  });

  it('an entry whose texts were erased is read', () => {
    const emptied = { ...kept(sent()), facts: null, safeguards: null, likelyImpact: null };
    expect(LegalBridge.parse(emptied)).toEqual(emptied);
  });

  it('every field of what comes in is described', () => {
    const { properties } = z.toJSONSchema(LegalBridgeInput, { io: 'input' });
    const undescribed = Object.entries(properties ?? {}).filter(
      ([, schema]) => (schema as { description?: string }).description === undefined,
    );
    expect(undescribed).toEqual([]);
  });
});
