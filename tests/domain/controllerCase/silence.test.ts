import { describe, expect, it } from '@jest/globals';
import { silenceOf } from '../../../domain/controllerCase/silence';
import { caseAt, commands } from '../../fakes/caseStory';

/** Until when the CNIL's silence is waited for, of a case of this zone that told it all at this instant. */
function overAt(sentAt: string, zone = 'Europe/Paris'): string | undefined {
  const story = caseAt('BREACH');
  story.act({ ...commands['authority.file'], type: 'complete' });
  const one = story.state();
  const [file] = one.authorities;
  if (file === undefined) throw new Error('nothing was filed');
  const filings = file.filings.map((filing) => ({ ...filing, sentAt }));
  return silenceOf({ ...file, filings }, { ...one.opened, zone })?.overAt;
}

describe('two months of silence at midnight (domain rules 3.5 `s.cnil.silence`)', () => {
  it.each([
    ['the last instant of a day', '2026-03-10T22:59:59.999Z', '2026-05-10T22:00:00.000Z'],
    ['the first of the next', '2026-03-10T23:00:00.000Z', '2026-05-11T22:00:00.000Z'],
    ['the end of a month, clamped', '2026-12-31T22:59:59.999Z', '2027-02-28T23:00:00.000Z'],
    ['the new year', '2026-12-31T23:00:00.000Z', '2027-03-01T23:00:00.000Z'],
    ['to the eve of summer time', '2026-01-28T12:00:00.000Z', '2026-03-28T23:00:00.000Z'],
    ['to the day that has 23 hours', '2026-01-29T12:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['to the day that has 25 hours', '2026-08-25T12:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    ['within the hour that comes twice', '2026-10-25T01:30:00.000Z', '2026-12-25T23:00:00.000Z'],
    ['at midnight of summer time', '2026-08-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    ['a minute before it', '2026-08-24T21:59:59.999Z', '2026-10-24T22:00:00.000Z'],
  ])('from %s', (_when, sentAt, end) => {
    expect(overAt(sentAt)).toBe(end);
  });

  it('counts by the day of the place, not of UTC', () => {
    expect(overAt('2026-03-11T05:00:00.000Z', 'America/Martinique')).toBe('2026-05-12T04:00:00.000Z');
    expect(overAt('2026-03-11T03:59:59.999Z', 'America/Martinique')).toBe('2026-05-11T04:00:00.000Z');
  });
});
