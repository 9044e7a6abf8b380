import { describe, expect, it } from '@jest/globals';
import { caseRungs } from '../../../domain/controllerCase/ladders';
import { decideCase } from '../../../domain/controllerCase/decide';
import { placeOf } from '../../../domain/controllerCase/place';
import { silenceOf } from '../../../domain/controllerCase/silence';
import { authorityLimit } from '../../../domain/controllerCase/term';
import type { CaseLadder } from '../../../domain/controllerCase/values';
import type { Role } from '../../../domain/shared/roles';
import { usualTerms } from '../../../domain/controllerCase/processor';
import { commands, createCaseStory, LIMIT, NOW, RECEIVED } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';

/** A case of a controller there, as a person handles it: its local days and hours count, not those of Paris. */
function caseIn(zone: string) {
  const story = createCaseStory(undefined, { zone });
  story.act(commands.qualify);
  story.act({ ...commands['authority.file'], type: 'complete' });
  story.act({ ...commands['regime.concern'], facts: { trustService: 'no', usersAffected: 'no' } });
  story.act(commands['regime.record']);
  story.act({ ...commands['regime.record'], stage: 'notification' });
  story.act(commands['processor.propose']); // a Tuesday: five working days
  return story.state();
}
const instantsOf = (one: ReturnType<typeof caseIn>, ladder: CaseLadder, lastRole: Role) =>
  caseRungs(one, new Date(NOW))
    .filter((rung) => rung.ladder === ladder && rung.roles.at(-1) === lastRole)
    .map(({ atMs }) => new Date(atMs).toISOString());

const monthOf = (one: ReturnType<typeof caseIn>) =>
  caseRungs(one, new Date(NOW)).findLast(({ ladder }) => ladder === 'nis2.final')?.dueAt;

/** Zone; two months of the CNIL's silence; NIS 2's month; 09:00 of the fourth and of the fifth working day of a measure. */
const rows = [
  ['Europe/Paris', '2026-05-10T22:00:00.000Z', '2026-04-10T22:00:00.000Z', '08:00'],
  ['Indian/Reunion', '2026-05-10T20:00:00.000Z', '2026-04-10T20:00:00.000Z', '05:00'],
  ['America/Cayenne', '2026-05-11T03:00:00.000Z', '2026-04-11T03:00:00.000Z', '12:00'],
  ['Pacific/Marquesas', '2026-05-11T09:30:00.000Z', '2026-04-11T09:30:00.000Z', '18:30'],
] as const;

describe('a case of a controller overseas (domain rules 3.1, 3.4, 3.5)', () => {
  it.each(rows)(
    '%s: its silence, its month and its working mornings are those of its place',
    (zone, silence, month, nine) => {
      const one = caseIn(zone);
      const [file] = one.authorities;
      expect(file && silenceOf(file, one.opened)?.overAt).toBe(silence);
      expect(instantsOf(one, 'silence', 'DPO')).toEqual([silence]);
      expect(monthOf(one)).toBe(month);
      const mornings = ['2026-03-16', '2026-03-17'].map((day) => `${day}T${nine}:00.000Z`);
      expect(instantsOf(one, 'measure', 'DPO')).toEqual(mornings);
      expect(placeOf(one.opened)).toEqual({ zone, calendar: 'FR-metropole' });
    },
  );

  it.each([
    ['Indian/Reunion', '2026-03-13T14:00:00.000Z'],
    ['America/Cayenne', '2026-03-13T14:00:00.000Z'],
    ['Pacific/Marquesas', '2026-03-13T13:30:00.000Z'], // its hours begin at the half
  ])('%s: 72 hours of elapsed time are the same; the hour of the event ends by its own clock', (zone, reg1182) => {
    const one = createCaseStory(undefined, { zone }).state();
    expect(one.clock.t0).toBe(RECEIVED);
    expect(authorityLimit(one)).toEqual({ strict: LIMIT, reg1182 });
  });

  it.each([
    ['processor.ask', 'processor'],
    ['processor.propose', 'measure'],
  ] as const)('%s: a contract of Paris counts the limit, so its mornings too are those of Paris', (act, ladder) => {
    const story = createCaseStory(undefined, { zone: 'Indian/Reunion' });
    const answering = usualTerms({ zone: 'Europe/Paris', calendar: 'FR-metropole' });
    const around = { ...story.around(people.director, NOW), answering };
    const decided = decideCase(story.state(), commands[act], around);
    if (!decided.ok) throw new Error(JSON.stringify(decided.error));
    const rungs = caseRungs(story.write(decided.value), new Date(NOW)).filter((rung) => rung.ladder === ladder);
    expect(rungs.slice(-3).map(({ atMs }) => new Date(atMs).toISOString())).toEqual([
      '2026-03-16T08:00:00.000Z',
      '2026-03-17T08:00:00.000Z',
      '2026-03-17T23:00:00.000Z',
    ]);
    expect(rungs.at(-1)?.dueAt).toBe('2026-03-17T23:00:00.000Z');
  });
});
