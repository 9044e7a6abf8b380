import { describe, expect, it } from '@jest/globals';
import { authorisationOf, unauthorisedIn } from '../../../domain/agreement/authorisation';
import { Annex1 } from '../../../domain/agreement/annex1';
import { annex1 } from '../../fakes/agreements';

const listed = (kind: 'prior-written-specific' | 'prior-written-general' | 'none', date?: string) => ({
  name: 'Hébergeur Fictif',
  country: 'FR',
  service: 'hébergement',
  authorisation: { kind, ...(date !== undefined && { date }) },
});
const under = (entry: ReturnType<typeof listed>, terms: object = {}): typeof annex1 => ({
  ...annex1,
  subProcessors: [entry],
  terms: { ...annex1.terms, ...terms },
});
const general = { subProcessors: { authorisation: 'general' as const } };
const DAY = '2026-05-13';

describe('sub-processors only by prior, written, specific agreement (duty S3-16, GDPR Art. 28(2))', () => {
  it.each([
    ['listed with a specific one', under(listed('prior-written-specific', '2026-01-15')), 'authorised'],
    ['of the very day', under(listed('prior-written-specific', DAY)), 'authorised'],
    ['without a date: given with the annex', under(listed('prior-written-specific')), 'authorised'],
    ['dated later', under(listed('prior-written-specific', '2026-05-14')), 'notPrior'],
    ['a general one, where the terms say nothing', under(listed('prior-written-general', '2026-01-15')), 'notSpecific'],
    [
      'a general one, where the terms take it',
      under(listed('prior-written-general', '2026-01-15'), general),
      'authorised',
    ],
    ['none, whatever the terms take', under(listed('none'), general), 'notSpecific'],
    ['not in the annex', { ...annex1, subProcessors: [] }, 'notListed'],
  ])('%s: %s', (_row, document, expected) => {
    expect(authorisationOf(document, 'HÉBERGEUR  fictif', DAY)).toBe(expected);
  });

  it('whichever apostrophe, quotation mark or dash a keyboard gave', () => {
    const document = under({ ...listed('prior-written-specific'), name: "L'Hébergeur - Exemple" });
    expect(unauthorisedIn(document, ['L’hebergeur – exemple'], DAY)).toEqual([]);
  });

  it('of a chain each firm is looked at', () => {
    const document = under(listed('prior-written-specific'));
    expect(unauthorisedIn(document, ['Hébergeur Fictif', 'Sauveur Fictif'], DAY)).toEqual(['Sauveur Fictif']);
  });

  it('terms that say nothing are taken, and those that do', () => {
    expect(Annex1.safeParse(annex1).success).toBe(true);
    expect(Annex1.safeParse({ ...annex1, terms: { ...annex1.terms, ...general } }).success).toBe(true);
    const odd = { ...annex1, terms: { ...annex1.terms, subProcessors: { authorisation: 'oral' } } };
    expect(Annex1.safeParse(odd).success).toBe(false);
  });
});
