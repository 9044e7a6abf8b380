import { describe, expect, it } from '@jest/globals';
import { Assessment, assessmentIssues } from '../../../domain/risk/assessment';
import type { EnisaInput } from '../../../domain/risk/enisa';
import type { RiskFindings } from '../../../domain/risk/findings';
import { proposeRisk } from '../../../domain/risk/proposeRisk';
import { dutiesOf } from '../../../domain/risk/qualify';
import { edpbCase, edpbCases, type EdpbCase } from '../../fakes/edpbCases';

const outcomeOf = ({ score, findings }: Assessment) => {
  const { risk, doubt } = proposeRisk({ score, findings });
  const { record, authority, persons } = dutiesOf({ risk, doubt, exemption34: null });
  return { record, authority, persons };
};

const flipped = (one: EdpbCase, score: Partial<EnisaInput>, findings: Partial<RiskFindings> = {}): Assessment => ({
  score: { ...one.score, ...score },
  findings: { ...one.findings, ...findings },
});

describe('the 18 cases of EDPB Guidelines 01/2021 (domain rules 1.4)', () => {
  it('are 18, each once', () => {
    expect(edpbCases.map(({ number }) => Number(number))).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
  });

  it.each(edpbCases)('$number $title: authority $authority, persons $persons', ({ authority, persons, ...one }) => {
    expect(outcomeOf(one)).toEqual({ record: true, authority, persons });
  });

  /** Column CIA of the table, by hand. */
  const table = 'A(I) A A CA C C C C C C C CA C C C C CI CI'.split(' ');
  it.each(edpbCases)('$number touches $touched, as its circumstances say', ({ number, touched, score }) => {
    expect(touched).toBe(table[Number(number) - 1]);
    const { confidentiality, integrity, availability } = score.circumstances;
    const said = { C: confidentiality, I: integrity, A: availability };
    for (const [letter, what] of Object.entries(said)) {
      if (touched.includes(`(${letter})`)) continue; // it may be touched, too
      expect([letter, what !== 'untouched']).toEqual([letter, touched.includes(letter)]);
    }
  });

  it.each(edpbCases)('$number is an assessment that could be sent, without contradiction', ({ score, findings }) => {
    expect(assessmentIssues(Assessment.parse({ score, findings }))).toEqual([]);
  });
});

describe('flips: one fact changes, and the outcome with it', () => {
  it('01 with exfiltration unproven: the authority is told, encryption at rest or not', () => {
    for (const unintelligible of [true, false]) {
      const unproven = flipped(edpbCase('01'), { unintelligible }, { outflow: 'notExcluded' });
      expect(assessmentIssues(unproven)).toEqual([]);
      expect(outcomeOf(unproven)).toMatchObject({ authority: true });
      expect(proposeRisk(unproven).reasons).toContain('outflowNotExcluded');
    }
  });

  it('01 restored after days that persons felt: the authority is told', () => {
    const { score } = edpbCase('01');
    const circumstances = { ...score.circumstances, availability: 'withEffort' as const };
    expect(outcomeOf(flipped(edpbCase('01'), { circumstances }, { outage: 'felt' }))).toMatchObject({
      authority: true,
    });
  });

  it('06 with passwords that can be read: the authority is told', () => {
    expect(outcomeOf(flipped(edpbCase('06'), { unintelligible: false }))).toMatchObject({ authority: true });
  });

  it('09 with a recipient who is not bound: the authority is told', () => {
    const unbound = flipped(edpbCase('09'), {}, { recipients: 'other' });
    expect(outcomeOf(unbound)).toEqual({ record: true, authority: true, persons: false });
  });

  it('10 without encryption: as 11', () => {
    const readable = flipped(edpbCase('10'), { unintelligible: false, ease: 'maximum' });
    expect(outcomeOf(readable)).toEqual(outcomeOf(edpbCase('11')));
    expect(outcomeOf(readable)).toEqual({ record: true, authority: true, persons: true });
  });

  it('10 without encryption is as 11 even where identification was not scored again: children are concerned', () => {
    expect(outcomeOf(flipped(edpbCase('10'), { unintelligible: false }))).toEqual(outcomeOf(edpbCase('11')));
  });

  it('11 encrypted, with a safe key: nobody but the record', () => {
    const encrypted = flipped(edpbCase('11'), { unintelligible: true });
    expect(outcomeOf(encrypted)).toEqual({ record: true, authority: false, persons: false });
  });

  it('16 to somebody bound to secrecy who gave it back: nobody but the record', () => {
    const returned = flipped(edpbCase('16'), {}, { recipients: 'boundAndReturned' });
    expect(outcomeOf(returned)).toEqual({ record: true, authority: false, persons: false });
  });
});
