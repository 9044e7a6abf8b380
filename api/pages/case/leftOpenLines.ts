import type { ControllerCase } from '../../../domain/controllerCase/case';
import { leftOpen } from '../../../domain/controllerCase/recordGroups';
import type { Language } from '../../../domain/letters/head';
import { saWord } from '../../../templates/authorityValue';
import type { Line } from '../../../templates/pages/parts/assessment';
import { phrase } from '../../../templates/pages/words/word';
import { needNames } from '../../authority/recordWords';

/** What the record leaves open for good: section, fields and reason. */
export const leftOpenLines = (one: ControllerCase, language: Language): Line[] =>
  leftOpen(one).map(({ group, fields, reason }) => ({
    label: saWord(language, 'section', group),
    text: {
      key: 'detail.leftOpen',
      values: {
        fields: needNames(language, fields),
        reason: reason ?? phrase(language, { key: 'case.leftOpenErased' }),
      },
    },
  }));
