import { describe, expect, it } from '@jest/globals';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { cellsOfCase, contractColumns, registerColumns } from '../../../domain/register/columns';
import type { Contract } from '../../../domain/register/incidentPart';
import { columnWord, writeCell } from '../../../templates/register/writeCell';
import { wholeRecord } from '../../fakes/breachRecord';
import { caseAt, commands, createCaseStory, decision, exempting, list, opening } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';

const LATE = '2026-03-14T00:00:00.000Z';
const recorded = {
  ...wholeRecord,
  systems: ['fichier des baux'],
  processings: ['gestion locative'],
  recoverableData: 'Toutes.',
  period: {
    period: 'range' as const,
    from: '2026-03-09T02:00:00.000Z',
    to: '2026-03-10T06:30:00.000Z',
    estimated: true,
  },
};

describe('the columns of the register (domain rules 2.5)', () => {
  it('each have a key of their own and words in both languages', () => {
    const keys = registerColumns.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) {
      expect(columnWord('fr', key)).not.toBe('');
      expect(columnWord('en', key)).not.toBe('');
    }
  });

  /**
   * Written down by hand: every word of the list of domain rules 2.5, and the columns that say it. Evidence has ids of its own
   * once there is a vault; until then a ruling out names it (`notABreach`).
   */
  const asked: Record<string, string[]> = {
    'ref; ids; role': ['reference', 'contract', 'kind', 'stage', 'role', 'ownOrReceived'],
    dates: ['began', 'ended', 'detected', 'alerted', 'triage', 'aware'],
    'what the controllers were told: facts, effects, remedial action': [
      'toldFacts',
      'toldPersons',
      'toldConsequences',
      'toldMeasures',
    ],
    'how found': ['foundBy', 'signal', 'declarant'],
    'CIA; origin; cause; description': ['nature', 'origin', 'cause', 'description'],
    'systems; processing; data; persons; numbers': [
      'systems',
      'processing',
      'data',
      'personCategories',
      'persons',
      'records',
    ],
    'recoverable data; consequences; harms': ['recoverable', 'consequences', 'harms'],
    'ENISA DPC/EI/CB/SE; gravity; risk; legal bridge': [
      'dpc',
      'ei',
      'cb',
      'se',
      'level',
      'severity',
      'gravity',
      'risk',
      'legalBridge',
      'divergence',
    ],
    'decision SA: y/n, why, who, when, receipt no, delay reasons': [
      'authorityDecision',
      'notABreach',
      'decidedBy',
      'decidedAt',
      'filings',
      'withdrawals',
      'delayReasons',
    ],
    'decision persons: the same, whom it reached': [
      'personsDecision',
      'personsState',
      'exemption',
      'personsConcerned',
      'personsTold',
      'personsBounced',
      'personsRepeat',
      'personsUnreached',
    ],
    'notices sent and received, with proof': ['notices', 'acknowledged'],
    'measures before, immediate, later, and together': ['measuresBefore', 'measures', 'jointMeasures'],
    'sub-processors; other regimes; complaint': ['subProcessors', 'regimes', 'regimesExcluded', 'police'],
    'what the record leaves open, and why; what is awaited, until when': ['leftOpen', 'awaited'],
    'lessons; closed at, by': ['lessons', 'closed', 'closedBy'],
  };

  it('say what the list asks, and nothing that it does not', () => {
    expect(registerColumns.map(({ key }) => key).toSorted()).toEqual(Object.values(asked).flat().toSorted());
  });

  /** A breach that was told late, of which two persons then say that it was none, and what was filed is withdrawn. */
  function withdrawn() {
    const story = createCaseStory(opening({ knownAt: '2026-03-10T13:00:00.000Z' }));
    for (const command of [
      commands.qualify,
      { kind: 'record.change' as const, change: recorded },
      commands['risk.score'],
      decision('high'),
      commands['persons.draft'],
      commands['persons.tell'],
      commands['regime.concern'],
      commands['regime.record'],
      commands['processor.acknowledge'],
      commands['processor.propose'],
      commands['processor.decide'],
    ])
      story.act(command);
    const late = { sentAt: LATE, delayReasons: ['complexScope' as const], delayText: 'Le périmètre a changé.' };
    story.act({ ...commands['authority.file'], ...late }, people.director, LATE);
    story.act(commands.ruleOut, people.dpo, LATE);
    story.yes(people.director, LATE);
    story.act({ ...commands['authority.withdraw'], sentAt: LATE, receiptNumber: 'FR-RETRAIT' }, people.dpo, LATE);
    return story.state();
  }

  /** One of which the persons were exempt, against what was proposed. */
  function exempted() {
    const story = caseAt('BREACH');
    story.act(decision('risk'));
    const diverging = story.state();
    story.act(exempting('b'));
    story.act(commands['persons.exempt']);
    return [diverging, story.state()];
  }

  /** A list that was accepted once earlier ones were erased. */
  function sentAgain() {
    const story = caseAt('BREACH');
    story.act(decision('high'));
    story.act(commands['persons.draft']);
    const { listId, fileHash } = list;
    const counts = { count: 2, bad: 0, duplicates: 0, concerned: null };
    const values = { listId, fileHash, ...counts, repeatReason: 'comparée à notre fichier' };
    story.write({ type: 'persons.sending', values });
    return story.state();
  }

  const contract: Contract = {
    agreementId: 'agreement-1',
    reference: 'SLIME-2026-04',
    controller: 'Ville de Brumeval',
    processor: 'Slime SAS',
    service: 'Enquêtes',
    contactName: (id) => id,
  };
  const names = { contract, personName: (id: string) => id, authorityName: (id: string) => id };
  const rowOf = (one: ControllerCase) =>
    Object.fromEntries(registerColumns.map(({ key }, index) => [key, cellsOfCase({ one, ...names })[index] ?? []]));

  it('say what was lost as the authority’s form does, once the record says otherwise than who qualified it', () => {
    const story = caseAt('BREACH');
    story.act({ kind: 'record.change', change: { natures: ['integrity'] } });
    expect(JSON.stringify(rowOf(story.state())['nature'])).toContain('integrity');
    expect(JSON.stringify(rowOf(story.state())['nature'])).not.toContain('confidentiality');
  });

  it('each say something of a case, but for those that are an incident’s alone', () => {
    const rows = [withdrawn(), ...exempted(), sentAgain(), caseAt('CLOSED').state()].map(rowOf);
    const empty = registerColumns.filter(({ key }) =>
      rows.every((row) => row[key] === 'notApplicable' || row[key]?.length === 0),
    );
    expect(empty.map(({ key }) => key)).toEqual([
      'kind',
      'severity',
      'triage',
      'toldFacts',
      'toldPersons',
      'toldConsequences',
      'toldMeasures',
      'awaited', // has its own test
    ]);
  });

  it('a withdrawal is a line with its receipt, an exemption has ground and proof, and counts of the persons stand', () => {
    const said = (one: ControllerCase, key: string) => writeCell('fr', 'Europe/Paris', rowOf(one)[key] ?? []);
    const one = withdrawn();
    expect(said(one, 'withdrawals')).toContain('FR-RETRAIT');
    expect(said(one, 'personsConcerned')).toMatch(/41$/);
    expect(said(one, 'personsTold')).toMatch(/40$/);
    expect(said(one, 'personsBounced')).toMatch(/1$/);
    expect(said(one, 'jointMeasures')).toContain('Fermer l’accès des partenaires.');
    const [, exempt = one] = exempted();
    expect(said(exempt, 'exemption')).toMatch(/Risque élevé écarté.*Les mots de passe ont été changés/);
    expect(said(caseAt('BREACH').state(), 'withdrawals')).toBe(said(exempt, 'withdrawals'));
  });

  it('a case that ended with persons not reached says why, and so does a list after lists that are erased', () => {
    const said = (one: ControllerCase, key: string) => writeCell('fr', 'Europe/Paris', rowOf(one)[key] ?? []);
    const closed = caseAt('CLOSED').state();
    expect(said(closed, 'personsUnreached')).toBe('un courriel est revenu, la personne a été appelée');
    expect(rowOf(withdrawn())).toMatchObject({ personsUnreached: 'notApplicable', personsRepeat: 'notApplicable' });
    expect(said(sentAgain(), 'personsRepeat')).toMatch(/comparée à notre fichier$/);
  });

  it('who acknowledged to the processor, by which contract, and whether it was ours or received', () => {
    const said = (one: ControllerCase, key: string) => writeCell('fr', 'Europe/Paris', rowOf(one)[key] ?? []);
    const one = withdrawn();
    expect(said(one, 'acknowledged')).toMatch(/^v1.*Dana Exemple.*DPO.*10.*2026/);
    expect(said(one, 'contract')).toMatch(/Slime SAS.*SLIME-2026-04/);
    expect(said(one, 'ownOrReceived')).toBe('Un sous-traitant');
    const without = { ...names, contract: null };
    const at = registerColumns.findIndex(({ key }) => key === 'contract');
    expect(cellsOfCase({ one, ...without })[at]).toEqual([]); // it came from a processor: somebody has to say
    const own = createCaseStory(opening({ origin: 'own', reference: null, version: null })).state();
    expect(cellsOfCase({ one: own, ...without })[at]).toBe('notApplicable');
    expect(said(own, 'ownOrReceived')).toBe('Nous-mêmes');
  });

  it('a law that does not apply says why, and stands no longer among those that do, once that was said', () => {
    const said = (one: ControllerCase, key: string) => writeCell('fr', 'Europe/Paris', rowOf(one)[key] ?? []);
    const story = caseAt('BREACH');
    expect(rowOf(story.state())['regimesExcluded']).toEqual([]);
    const ofOne = said(story.act(commands['regime.concern']), 'regimes');
    expect(ofOne).toMatch(/NIS ?2/);
    const values = { regimes: ['nis2' as const], reason: 'nous sommes trop petits' };
    const after = story.write({ type: 'regime.excluded', values });
    expect(said(after, 'regimesExcluded')).toMatch(/NIS ?2.*nous sommes trop petits$/);
    expect(said(after, 'regimes')).not.toMatch(/NIS ?2/);
  });

  it('of a contract’s journal are those that read its part alone: no stage of ours, declarant, lessons, nor who closed it', () => {
    const keys = contractColumns.map(({ key }) => key);
    for (const ours of [
      'stage',
      'severity',
      'declarant',
      'signal',
      'foundBy',
      'triage',
      'lessons',
      'closedBy',
      'risk',
    ]) {
      expect(keys).not.toContain(ours);
    }
    expect(keys).toEqual(expect.arrayContaining(['reference', 'aware', 'data', 'persons', 'measures', 'notices']));
  });
});
