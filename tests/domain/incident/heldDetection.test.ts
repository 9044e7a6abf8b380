import { describe, expect, it } from '@jest/globals';
import { processorDue } from '../../../domain/deadline/breachClock';
import type { IncidentCommand } from '../../../domain/incident/commands';
import { reportedEvent } from '../../fakes/incidentEntries';
import { commands, createStory, people } from '../../fakes/incidentStory';

const at = (hour: string): string => `2026-05-13T${hour}:00.000Z`;

/** From what contracts count. */
const contracts = {
  awareness: { hours: 24, from: 'awareness', confidentialityFromDetection: false },
  confidentiality: { hours: 24, from: 'awareness', confidentialityFromDetection: true },
  detection: { hours: 24, from: 'detection', confidentialityFromDetection: false },
} as const;

type Story = ReturnType<typeof createStory>;
const t0sOf = (story: Story) => {
  const under = (name: keyof typeof contracts) => {
    const t0 = processorDue(story.state().clock, { breachNotice: contracts[name] })?.t0 ?? '';
    return t0.slice('2026-05-13T'.length, '2026-05-13T08:00'.length);
  };
  return [under('awareness'), under('confidentiality'), under('detection')];
};

type Act = (story: Story) => void;
const does =
  (command: IncidentCommand): Act =>
  (story) =>
    story.act(command, people.oncall);

/** On-call alone: what it was sure of at 20:00, and when that was seen. */
const aware = (detected: string, nature: 'confidentiality' | 'availability' = 'confidentiality'): Act =>
  does({ ...commands['aware.set'], detectedAt: at(detected), awareAt: at('20:00'), nature: [nature] });
const suspected = does(commands['breach.suspect']);
const leaked = does({ ...commands['facts.record'], natureAdded: ['confidentiality'] });
const ruledOutByTwo: Act = (story) => {
  story.act(commands['breach.ruleOut'], people.dpo);
  story.yes(people.manager);
};
const agreed: Act = (story) => expect(story.yes(people.manager).ok).toBe(true);
const correctedByTwo: Act = (story) => {
  const later = { ...commands['aware.correct'], detectedAt: at('19:30'), awareAt: at('20:00') };
  story.act(later, people.dpo);
  expect(story.yes(people.director).ok).toBe(true);
};

function told(reported: string | null, acts: readonly Act[]) {
  const detectedAt = reported === null ? null : at(reported);
  const story = createStory({ ...reportedEvent, values: { ...reportedEvent.values, detectedAt } });
  story.act(commands['triage.start']);
  story.act(commands['incident.declare']);
  for (const act of acts) act(story);
  return story;
}

// The alert is of 07:52, the awareness of 20:00. Columns: the detection reported; t0 under a contract that counts from
// awareness, from detection for a loss of confidentiality, from detection always.
describe('a detection that was recorded earlier binds where it counts, until two persons let it go', () => {
  it.each<[string, string | null, Act[], string[]]>([
    ['reported, passed over by one', '06:00', [aware('19:00')], ['20:00', '06:00', '06:00']],
    ['reported, passed over after a suspicion', '06:00', [suspected, aware('19:00')], ['06:00', '06:00', '06:00']],
    ['reported, as it was', '06:00', [aware('06:00')], ['20:00', '06:00', '06:00']],
    ['not reported', null, [aware('19:00')], ['20:00', '19:00', '19:00']],
    [
      'ruled out by two, then later by one',
      null,
      [aware('08:00'), ruledOutByTwo, aware('19:30')],
      ['20:00', '08:00', '08:00'],
    ],
    [
      'ruled out by two, then suspected again',
      '06:00',
      [aware('19:00'), ruledOutByTwo, suspected],
      ['06:00', '06:00', '06:00'],
    ],
    [
      'ruled out by two, then no leak by one',
      null,
      [aware('08:00'), ruledOutByTwo, aware('08:00', 'availability')],
      ['20:00', '08:00', '08:00'],
    ],
    ['where nothing leaked it does not count', '06:00', [aware('19:00', 'availability')], ['20:00', '20:00', '06:00']],
    [
      'until it turns out that something did',
      '06:00',
      [aware('19:00', 'availability'), leaked],
      ['20:00', '06:00', '06:00'],
    ],
    ['let go by a second person', '06:00', [aware('19:00'), agreed], ['20:00', '19:00', '19:00']],
    [
      'let go, then ruled out, then later',
      '06:00',
      [aware('19:00'), agreed, ruledOutByTwo, aware('19:30')],
      ['20:00', '19:00', '19:00'],
    ],
    [
      'let go by the correction of DPO and management',
      '06:00',
      [aware('19:00'), correctedByTwo],
      ['20:00', '19:30', '19:30'],
    ],
  ])('%s', (_what, reported, acts, expected) => {
    expect(t0sOf(told(reported, acts))).toEqual(expected);
  });

  it('asks for the second person in the entry itself, and nobody approves alone', () => {
    const story = told('06:00', [aware('19:00')]);
    expect(story.state()).toMatchObject({ stage: 'BREACH', clock: { detectedAt: at('19:00') } });
    expect(story.state().approvals).toMatchObject([{ command: 'clock.release', effective: false }]);
    expect(story.yes(people.oncall)).toMatchObject({ error: { code: 'approval.samePerson' } });
    expect(t0sOf(story)).toEqual(['20:00', '06:00', '06:00']);
  });

  it('is asked for again once the first request has run out', () => {
    const story = told('06:00', [aware('19:00')]);
    const now = new Date('2026-05-14T01:00:01.000Z');
    expect(story.yes(people.manager, { now })).toMatchObject({ error: { code: 'approval.expired' } });
    story.act(commands['clock.release'], people.oncall, { now });
    expect(story.yes(people.dpo, { now }).ok).toBe(true);
    expect(t0sOf(story)).toEqual(['20:00', '19:00', '19:00']);
  });

  it('asks nobody where no contract that is touched counts so; it binds one that is touched later, and is let go then', () => {
    const story = told('06:00', []);
    const said = { ...commands['aware.set'], detectedAt: at('19:00'), awareAt: at('20:00') };
    story.act(said, people.oncall, { triggers: [contracts.awareness] });
    expect(story.state().approvals).toEqual([]);
    expect(t0sOf(story)).toEqual(['20:00', '06:00', '06:00']);
    story.act(commands['clock.release'], people.oncall);
    expect(story.yes(people.manager).ok).toBe(true);
    expect(t0sOf(story)).toEqual(['20:00', '19:00', '19:00']);
  });

  it('asks for one awareness later than a suspicion, whatever contracts count from', () => {
    const story = told('06:00', [suspected]);
    const said = { ...commands['aware.set'], detectedAt: at('06:00'), awareAt: at('20:00') };
    story.act(said, people.oncall, { triggers: [] });
    expect(story.state().approvals).toMatchObject([{ command: 'clock.release' }]);
  });

  it.each<[string, Act[], string, string, string[]]>([
    ['detection', [aware('19:00')], '18:00', '20:00', ['20:00', '06:00', '06:00']],
    ['awareness', [suspected, aware('06:00')], '06:00', '19:00', ['06:00', '06:00', '06:00']],
  ])(
    'is not let go by a correction to an earlier %s than was said, by whichever two',
    (_what, acts, seen, known, t0s) => {
      const story = told('06:00', acts);
      story.act({ ...commands['aware.correct'], detectedAt: at(seen), awareAt: at(known) }, people.oncall);
      expect(story.yes(people.manager).ok).toBe(true);
      expect(story.state().clock).toMatchObject({ detectedAt: at(seen), awareAt: at(known) });
      expect(t0sOf(story)).toEqual(t0s);
    },
  );

  it('asks nobody where nothing moves later', () => {
    expect(told('06:00', [aware('06:00')]).state().approvals).toEqual([]);
    expect(told(null, [aware('19:00')]).state().approvals).toEqual([]);
  });
});
