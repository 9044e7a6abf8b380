import { PARIS } from '../../fakes/places';
import { describe, expect, it } from '@jest/globals';
import { createCatalogue } from '../../../domain/journal/catalogue';
import { type Entry, withoutValues } from '../../../domain/journal/entry';
import { AgreementEvent } from '../../../domain/agreement/events';
import { IncidentEvent } from '../../../domain/incident/events';
import { foldIncident } from '../../../domain/incident/fold';
import type { Incident } from '../../../domain/incident/incident';
import { nextMilestone } from '../../../domain/incident/nextMilestone';
import { TransferEvent } from '../../../domain/transfer/events';
import { VulnerabilityEvent } from '../../../domain/vulnerability/events';
import { commands, createStory, people } from '../../fakes/incidentStory';

const catalogue = createCatalogue({
  incident: IncidentEvent,
  agreement: AgreementEvent,
  vulnerability: VulnerabilityEvent,
  transfer: TransferEvent,
});

const erasableOf = (entry: Pick<Entry, 'type' | 'typeVersion' | 'subject'>): string[] => {
  const names = catalogue.erasableOf(entry);
  if (!names.ok) throw new Error(entry.type);
  return names.value;
};

/** A story in which every kind of command has been given. */
function longStory() {
  const story = createStory();
  const breakGlassReason = 'personne ne répond';
  story.act(commands['triage.start']);
  story.act(commands['investigation.justify'], people.dpo);
  story.act({ ...commands['event.dismiss'], personalDataOnSystem: true, breakGlassReason }, people.oncall);
  story.act({ ...commands['breakGlass.review'], breakGlassSeq: 4 }, people.director);
  story.act(commands['event.reopen']);
  story.act(commands['incident.declare']);
  story.act(commands['incident.tell']);
  story.act({ ...commands['facts.record'], description: 'texte', consequencesText: 'texte', systems: ['s1'] });
  story.act(commands['breach.suspect']);
  story.act(commands['breach.extend']);
  story.act({ ...commands['aware.set'], nature: ['availability'] }, people.oncall);
  story.yes(people.manager);
  story.act({ ...commands['aware.correct'], nature: ['availability'] }, people.oncall);
  story.yes(people.dpo);
  story.act(commands['measure.add']);
  story.act(commands['note.add']);
  story.act({ ...commands['breach.ruleOut'] }, people.manager);
  story.yes(people.dpo);
  story.act(commands['regime.exclude']);
  story.act(commands['incident.close']);
  return story;
}

/** Everything that is not words: what clocks, stages and approvals hang on. */
const skeleton = ({ stage, decided, clock, clockHistory, touched, approvals, breakGlasses, closed }: Incident) => ({
  stage,
  decided,
  clock,
  clockHistory,
  touched,
  approvals: approvals.map(({ effective, proposal, voices }) => ({ effective, proposal, voices })),
  reviewed: breakGlasses.map(({ reviewed }) => reviewed),
  outcome: closed?.outcome,
});

describe('erasure (invariant 6)', () => {
  it('of every erasable value moves no clock, no stage, no approval', () => {
    const entries = longStory().entries();
    const erased = entries.map((entry) => withoutValues(entry, erasableOf(entry)));
    const [before, after] = [foldIncident(entries), foldIncident(erased)];
    if (before === null || after === null) throw new Error('nothing was told');
    expect(skeleton(after)).toEqual(skeleton(before));
    const now = new Date('2026-05-13T21:00:00.000Z');
    expect(nextMilestone(after, now, PARIS)).toEqual(nextMilestone(before, now, PARIS));
  });

  it('takes every word that a person wrote', () => {
    const entries = longStory().entries();
    const erased = entries.map((entry) => withoutValues(entry, erasableOf(entry)));
    const words =
      /texte|tableau|robin|fausse|nouveau|analyse|fichier|serveur|onglet|destinataire confirme|relire|appel|répond/i;
    expect(JSON.stringify(foldIncident(entries))).toMatch(words);
    expect(JSON.stringify(foldIncident(erased))).not.toMatch(words);
  });

  it.each([
    ['incident', 'event.reported', ['text', 'declarantName', 'declarantEmail', 'declarantPhone', 'systems', 'request']],
    ['incident', 'aware.set', ['why', 'gapReason', 'request']],
    ['agreement', 'agreement.recorded', ['document', 'request']],
    ['agreement', 'agreement.signed', ['name', 'function', 'request']],
    ['vulnerability', 'vulnerability.proven', ['text', 'systems', 'request']],
    ['transfer', 'transfer.recorded', ['source', 'text', 'ground', 'authorisedBy', 'request']],
    ['transfer', 'telling.contacted', ['note', 'request']],
  ] as const)('may take from %s %s what names a person or is free text, and nothing else', (kind, type, names) => {
    expect(erasableOf({ type, typeVersion: 1, subject: { kind, id: 'x' } })).toEqual(names);
  });
});
