import { describe, expect, it } from '@jest/globals';
import { changedParts, STAMP_DIGITS, stampOf, type Telling } from '../../../domain/notice/telling';
import { hour, T0 } from '../../fakes/noticeStory';

const measure = (what: string) => ({ what, by: 'Astreinte', at: T0 });
const contact = (contactId: string) => ({
  contactId,
  name: contactId,
  ways: [
    { channel: 'email', address: `${contactId}@client.example` },
    { channel: 'phone', address: '+33 1 99 00 00 01' },
  ],
});

const shown: Telling = {
  facts: {
    nature: ['availability', 'confidentiality'],
    cause: 'external-malicious',
    origin: null,
    ongoing: 'no',
    systems: ['Poste 12', 'Serveur A'],
    severity: 'high',
    text: null,
    ruledOut: null,
    toldBySubs: [],
  },
  measures: { taken: [measure('fermé'), measure('isolé')], proposed: [], toDecide: [] },
  chronology: { alertedAt: T0, detectedAt: T0, awareAt: T0, status: 'confirmed', t0: T0, dueAt: hour(24) },
  contract: { agreementId: 'val', version: 1 },
  recipients: [contact('c1'), contact('c2')],
};

const { facts, measures, chronology, contract, recipients } = shown;
const [first, second] = recipients;

describe('the stamp of what letters would tell', () => {
  it.each<[string, string, Partial<Telling>]>([
    ['nature', 'facts', { facts: { ...facts, nature: ['availability'] } }],
    ['what a sub-processor told', 'facts', { facts: { ...facts, toldBySubs: [12] } }],
    ['cause', 'facts', { facts: { ...facts, cause: 'unknown' } }],
    ['origin', 'facts', { facts: { ...facts, origin: 'other' } }],
    ['whether it goes on', 'facts', { facts: { ...facts, ongoing: 'yes' } }],
    ['systems', 'facts', { facts: { ...facts, systems: ['Poste 12'] } }],
    ['severity', 'facts', { facts: { ...facts, severity: 'critical' } }],
    ['words of a report', 'facts', { facts: { ...facts, text: 'panne' } }],
    ['a ruling out', 'facts', { facts: { ...facts, ruledOut: { at: T0, evidence: 1 } } }],
    ['a measure more', 'measures', { measures: { ...measures, taken: [...measures.taken, measure('changé')] } }],
    [
      'taken, not proposed',
      'measures',
      { measures: { ...measures, taken: measures.proposed, proposed: measures.taken } },
    ],
    ['a measure to decide', 'measures', { measures: { ...measures, toDecide: [measure('couper')] } }],
    ['first alert', 'chronology', { chronology: { ...chronology, alertedAt: hour(-1) } }],
    ['detection', 'chronology', { chronology: { ...chronology, detectedAt: hour(-1) } }],
    ['awareness', 'chronology', { chronology: { ...chronology, awareAt: hour(1) } }],
    ['confirmation', 'chronology', { chronology: { ...chronology, status: 'provisional' } }],
    ['t0', 'chronology', { chronology: { ...chronology, t0: hour(-1) } }],
    ['limit', 'chronology', { chronology: { ...chronology, dueAt: hour(12) } }],
    ['version of the contract', 'contract', { contract: { ...contract, version: 2 } }],
    ['a recipient less', 'recipients', { recipients: [contact('c1')] }],
    ['an address', 'recipients', { recipients: [contact('c1'), { ...contact('c2'), ways: [] }] }],
  ])('%s is told under %s, and there alone', (_what, part, change) => {
    expect(changedParts(stampOf(shown), { ...shown, ...change })).toEqual([part]);
  });

  it('is the same in whatever order things were recorded or listed', () => {
    const turned: Telling = {
      facts: { ...facts, nature: facts.nature.toReversed(), systems: facts.systems.toReversed() },
      measures: { toDecide: [], proposed: [], taken: measures.taken.toReversed() },
      chronology: { dueAt: hour(24), t0: T0, status: 'confirmed', awareAt: T0, detectedAt: T0, alertedAt: T0 },
      contract: { version: 1, agreementId: 'val' },
      recipients: [second, first].flatMap((one) => one ?? []).map((one) => ({ ...one, ways: one.ways.toReversed() })),
    };
    expect(stampOf(turned)).toBe(stampOf(shown));
    expect(stampOf(shown)).toMatch(new RegExp(`^[0-9a-f]{${STAMP_DIGITS}}$`));
  });

  it('who was shown nothing has seen no part of it', () => {
    expect(changedParts('', shown)).toEqual(['facts', 'measures', 'chronology', 'contract', 'recipients']);
  });
});
