import { expect, it } from '@jest/globals';
import { caseRows } from '../../../domain/deadline/caseRows';
import { HOUR_MS, plusMs } from '../../../domain/shared/instant';
import { caseAt, commands, NOW } from '../../fakes/caseStory';

it.each([
  ['that the authority set', plusMs(NOW, 100 * HOUR_MS), 'authority'],
  ['that nobody set', null, 'procedure'],
])('a question of the authority has a limit %s', (_whose, dueAt, source) => {
  const story = caseAt('BREACH');
  story.act({ ...commands['authority.file'], type: 'complete' });
  const rows = caseRows(story.act({ ...commands['authority.ask'], dueAt }), new Date(NOW));
  expect(rows.find(({ obligation }) => obligation === 'authorityQuestion')?.source).toBe(source);
});
