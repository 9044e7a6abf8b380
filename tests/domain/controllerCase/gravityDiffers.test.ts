import { expect, it } from '@jest/globals';
import { authorityForms } from '../../../api/pages/case/authorityForms';
import { readWarnings } from '../../../api/pages/case/gravityWarning';
import { recordForms } from '../../../api/pages/case/recordForm';
import { gravityDiffers } from '../../../domain/controllerCase/gravityDiffers';
import type { Gravity, Risk } from '../../../domain/risk/scales';
import { caseAt, decision } from '../../fakes/caseStory';

const said = (risk: Risk, gravity: Gravity) => {
  const story = caseAt('BREACH');
  story.act(decision(risk));
  return story.act({ kind: 'record.change', change: { gravity } });
};

it.each([
  ['high', 'negligible', true],
  ['high', 'limited', true],
  ['high', 'important', false],
  ['risk', 'negligible', false],
] as const)('a decision of %s and a gravity of %s differ: %s, and the forms say so', (risk, gravity, differs) => {
  const one = said(risk, gravity);
  expect(gravityDiffers(one)).toBe(differs ? gravity : null);
  const warned = differs ? { key: 'sheet.gravityDiffers' } : null;
  expect(authorityForms['authority.file'].warning({ one })).toEqual(warned);
  expect(recordForms['record.change'].warning({ one })).toEqual(warned);
  expect(readWarnings(one)).toEqual(warned === null ? [] : [warned]);
});
