import { describe, expect, it } from '@jest/globals';
import type { IncidentFact, NoticeFact } from '../../../domain/register/facts';
import { rowsOf, wholeRegister } from '../../../domain/register/filter';

const incident = (id: string, seq: number, agreementIds: string[] = []): IncidentFact => ({
  kind: 'incident',
  id,
  seq,
  exercise: false,
  natures: [],
  causes: [],
  origins: [],
  data: [],
  sensitive: null,
  persons: null,
  isBreach: false,
  isOpen: true,
  at: '2026-03-10T08:00:00.000Z',
  role: null,
  agreementIds,
});

const report = (incidentId: string, agreementId: string): NoticeFact => ({
  kind: 'notice',
  id: `n-${incidentId}`,
  seq: 9,
  exercise: false,
  incidentId,
  agreementId,
  isBreach: false,
  isOpen: true,
  sentAt: null,
  isCounted: false,
  dueAt: null,
  awareAt: null,
});

const idsOf = (agreementId: string | null, ...facts: Parameters<typeof rowsOf>[0]) =>
  rowsOf(facts, { ...wholeRegister, agreementId }).map(({ id }) => id);

describe('the journal of a contract', () => {
  it('holds what touches its data, and what was only reported to its controller (contract Annex 2 §12)', () => {
    const facts = [incident('touched', 1, ['val']), incident('reported', 2), incident('neither', 3, ['aube'])];
    expect(idsOf('val', ...facts, report('reported', 'val'))).toEqual(['reported', 'touched']);
    expect(idsOf('val', ...facts, report('reported', 'aube'))).toEqual(['touched']);
  });
});

describe('the whole register', () => {
  it('holds every incident, newest first, and no notice as a row', () => {
    expect(idsOf(null, incident('old', 1), incident('new', 2), report('old', 'val'))).toEqual(['new', 'old']);
  });
});
