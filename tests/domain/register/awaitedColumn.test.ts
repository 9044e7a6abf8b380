import { expect, it } from '@jest/globals';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { cellsOfCase, registerColumns } from '../../../domain/register/columns';
import { writeCell } from '../../../templates/register/writeCell';
import { caseAt, commands } from '../../fakes/caseStory';

it('what is not known yet stands in the register with its date, until it is known (feature F01; GDPR Art 33(4))', () => {
  const story = caseAt('BREACH');
  const at = registerColumns.findIndex(({ key }) => key === 'awaited');
  const cell = (one: ControllerCase) =>
    writeCell(
      'fr',
      'Europe/Paris',
      cellsOfCase({ one, contract: null, personName: (id) => id, authorityName: (id) => id })[at] ?? [],
    );
  const none = writeCell('fr', 'Europe/Paris', 'notApplicable');
  expect(cell(story.state())).toBe(none);
  const awaited = [{ field: 'recoverableData' as const, knownBy: '2026-03-16T10:00:00.000Z' }];
  expect(cell(story.act({ ...commands['record.change'], awaited }))).toMatch(/données.*16.*2026/i);
  const change = { recoverableData: 'Toutes.' };
  expect(cell(story.act({ ...commands['record.change'], change }))).toBe(none);
});
