import { describe, expect, it } from '@jest/globals';
import { processorDue } from '../../../domain/deadline/breachClock';
import { reportedEvent } from '../../fakes/incidentEntries';
import { commands, createStory, people } from '../../fakes/incidentStory';
import { terms } from '../../fakes/noticeStory';

// The alert is of 07:52 UTC, and nothing was said of a detection, but where a row says so.
const at = (hour: string): string => `2026-05-13T${hour}:00.000Z`;
const gap = 'Le gardien n’avait pas le numéro.';

/** `reported`: the detection that the report gave. */
function storyOf(stage: 'INCIDENT' | 'BREACH_SUSPECTED' | 'BREACH', reported: string | null = null) {
  const story = createStory({ ...reportedEvent, values: { ...reportedEvent.values, detectedAt: reported } });
  story.act(commands['triage.start']);
  story.act(commands['incident.declare']);
  if (stage === 'BREACH_SUSPECTED') story.act(commands['breach.suspect']);
  if (stage === 'BREACH') {
    story.act({ ...commands['aware.set'], detectedAt: at('08:00'), awareAt: at('08:30'), gapReason: null });
  }
  return story;
}

const pointersOf = (result: { ok: boolean; error?: unknown }) =>
  result.ok ? [] : (result.error as { issues: { pointer: string }[] }).issues.map(({ pointer }) => pointer);

describe('awareness of what was seen before the first alert', () => {
  it.each<[string, string, string, string | null, string | null, string[]]>([
    ['seen and known after the alert', '08:00', '09:00', null, null, []],
    ['seen before it', '06:22', '09:00', null, gap, []],
    ['seen before it, unexplained', '06:22', '09:00', null, null, ['/gapReason']],
    ['seen before it, as the report said', '06:22', '09:00', at('06:22'), null, []],
    ['seen before what the report said', '06:00', '09:00', at('06:22'), null, ['/gapReason']],
    ['seen before what the report said, explained', '06:00', '09:00', at('06:22'), gap, []],
    ['seen and known before it', '06:22', '07:00', null, gap, []],
    ['seen and known before it, unexplained', '06:22', '07:00', null, null, ['/gapReason']],
    ['seen as reported, known before the alert, unexplained', '06:22', '07:00', at('06:22'), null, ['/gapReason']],
    ['known before it was seen', '07:00', '06:22', null, gap, ['/awareAt']],
  ])('%s', (_what, detected, aware, reported, gapReason, expected) => {
    const command = { ...commands['aware.set'], detectedAt: at(detected), awareAt: at(aware), gapReason };
    expect(pointersOf(storyOf('INCIDENT', reported).try(command))).toEqual(expected);
  });

  it('of another year is a slip, explained or not', () => {
    const command = { ...commands['aware.set'], detectedAt: '2016-05-13T06:00:00.000Z', gapReason: gap };
    expect(pointersOf(storyOf('INCIDENT').try(command))).toEqual(['/detectedAt']);
  });

  it('is corrected to it by two, or by one who breaks the glass: earlier, at once', () => {
    const story = storyOf('BREACH');
    const correct = { ...commands['aware.correct'], detectedAt: at('06:22'), awareAt: at('07:00') };
    story.act(correct, people.manager);
    expect(story.yes(people.dpo).ok).toBe(true);
    expect(story.state().clock).toMatchObject({ detectedAt: at('06:22'), awareAt: at('07:00') });
    const alone = storyOf('BREACH');
    alone.act({ ...correct, breakGlassReason: 'personne ne répond' }, people.manager);
    expect(alone.state().clock).toMatchObject({ detectedAt: at('06:22'), awareAt: at('07:00') });
  });
});

describe('the limit', () => {
  it('runs from the detection before the alert, for a loss of confidentiality, else from the awareness', () => {
    const of = (nature: 'confidentiality' | 'availability') => {
      const story = storyOf('INCIDENT');
      const instants = { detectedAt: at('06:22'), awareAt: at('09:00') };
      return story.act({ ...commands['aware.set'], ...instants, nature: [nature], gapReason: gap }).clock;
    };
    expect(processorDue(of('confidentiality'), terms)?.t0).toBe(at('06:22'));
    expect(processorDue(of('availability'), terms)?.t0).toBe(at('09:00'));
  });

  it('of a suspicion runs from an earlier t0 on its basis, also once it runs; never from one after the detection', () => {
    const suspected = storyOf('INCIDENT').act({ ...commands['breach.suspect'], t0: at('06:22') });
    expect(processorDue(suspected.clock, terms)).toMatchObject({ t0: at('06:22'), provisional: true });
    const extended = storyOf('BREACH_SUSPECTED').act({ ...commands['breach.extend'], t0: at('06:22') });
    expect(processorDue(extended.clock, terms)).toMatchObject({ t0: at('06:22'), provisional: true });
    const late = { ...commands['breach.suspect'], t0: at('07:00') };
    expect(pointersOf(storyOf('INCIDENT', at('06:22')).try(late))).toEqual(['/t0']);
  });
});
