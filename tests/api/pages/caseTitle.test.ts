import { expect, it } from '@jest/globals';
import { caseTitle } from '../../../api/pages/rowWords';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { phrase } from '../../../templates/pages/words/word';

it.each([
  ['AV-1', 'Notification de Sous-traitant, AV-1', 'Notice of Sous-traitant, AV-1'],
  [null, 'Notification de Sous-traitant', 'Notice of Sous-traitant'],
])('a case of a processor’s notice with the reference %s', (reference, french, english) => {
  const opened = { origin: 'processor', from: 'Sous-traitant', reference, text: 'x' } as ControllerCase['opened'];
  expect([phrase('fr', caseTitle({ opened })), phrase('en', caseTitle({ opened }))]).toEqual([french, english]);
});
