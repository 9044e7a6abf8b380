import type { ControllerCase } from '../../../domain/controllerCase/case';
import type { Owed } from '../../../domain/controllerCase/closing';
import type { Language } from '../../../domain/letters/head';
import { phrase, type Said, type Word } from '../../../templates/pages/words/word';
import { stageWord } from '../../../templates/words/stageWord';
import { awaitedField } from './awaitedWord';
import { authorityName } from './authorityNames';

/** What has to be done before a case can end, in words. */
export function owedLine(one: ControllerCase, owed: Owed, { language, now }: { language: Language; now: Date }): Said {
  const name = (key: Word) => phrase(language, { key });
  switch (owed.what) {
    case 'file':
      return { key: 'caseOwed.file', values: { authority: authorityName(owed.authorityId) } };
    case 'letters':
      return { key: 'caseOwed.letters', values: { n: owed.count } };
    case 'measure':
      return { key: 'caseOwed.measure', values: { n: owed.count } };
    case 'record':
      return {
        key: 'caseOwed.record',
        values: { fields: owed.fields.map((field) => awaitedField(one, field, { language, now })).join(', ') },
      };
    case 'screening':
      return { key: 'caseOwed.screening', values: { n: owed.regimes.length } };
    case 'stage': {
      const values = { regime: name(`regime.${owed.regime}`), stage: name(stageWord(owed.regime, owed.stage)) };
      return { key: 'caseOwed.stage', values };
    }
    default:
      return { key: `caseOwed.${owed.what}` };
  }
}
