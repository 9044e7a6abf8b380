import { describe, expect, it } from '@jest/globals';
import { regimes } from '../../../domain/regime/catalogue';
import { FACTS } from '../../../domain/regime/facts';
import type { StageState } from '../../../domain/regime/stages';
import { CONTENTS, NOTES, RECIPIENTS, StageId } from '../../../domain/regime/vocabulary';
import { regime } from '../../../templates/words/fr/regime';
import { regimeContent } from '../../../templates/pages/words/regimeContent.fr';
import { stageWord } from '../../../templates/words/stageWord';
import { isWord, word } from '../../../templates/pages/words/word';

const states: Record<StageState, true> = {
  waiting: true,
  open: true,
  running: true,
  late_strict: true,
  late: true,
  done: true,
  done_late: true,
};
const ids = regimes.map(({ id }) => id);
const expected = {
  regime: ids,
  regimeAsk: ids,
  regimeFrom: ids,
  // the common names, and those of a law that has its own
  regimeStage: [...StageId.options, ...['nis2', 'craIncident', 'craVulnerability'].map((id) => `${id}.notification`)],
  regimeTo: RECIPIENTS,
  regimeTells: CONTENTS,
  regimeNote: NOTES,
  regimeFact: Object.keys(FACTS),
  regimeState: Object.keys(states),
};
const keys = Object.entries(expected).flatMap(([group, names]) => names.map((name) => `${group}.${name}`));

describe('the words of the regimes', () => {
  it('name every regime, question, trigger, stage, recipient, content, note, fact and state, and nothing else', () => {
    expect(Object.keys({ ...regime, ...regimeContent }).toSorted()).toEqual(keys.toSorted());
  });

  it('every question asks, in both languages', () => {
    for (const key of keys.filter((one) => one.startsWith('regimeAsk.'))) {
      if (!isWord(key)) throw new Error(key);
      expect(word('fr', key, {})).toContain('\u00A0?');
      expect(word('en', key, {})).toContain('?');
    }
  });

  it.each([
    ['fr', 'earlyWarning', 'Alerte précoce'],
    ['fr', 'notification', 'Notification d’incident'],
    ['fr', 'onRequest', 'Rapport intermédiaire demandé'],
    ['fr', 'progressReport', 'Rapport d’avancement'],
    ['fr', 'final', 'Rapport final'],
    ['fr', 'users', 'Information des destinataires du service'],
    ['en', 'earlyWarning', 'Early warning'],
    ['en', 'notification', 'Incident notification'],
    ['en', 'onRequest', 'Intermediate report on request'],
    ['en', 'progressReport', 'Progress report'],
    ['en', 'final', 'Final report'],
    ['en', 'users', 'Telling the recipients of the service'],
  ] as const)('NIS 2 stages are called as Article 23 calls them (%s, %s)', (language, stage, name) => {
    expect(word(language, stageWord('nis2', stage), {})).toBe(name);
  });

  it('a law without a name of its own has the common one', () => {
    expect(stageWord('eidas', 'notification')).toBe('regimeStage.notification');
    expect(stageWord('craVulnerability', 'notification')).toBe('regimeStage.craVulnerability.notification');
  });

  it('every name of the vocabulary is used by some regime', () => {
    const stages = regimes.flatMap((one) => one.stages);
    const used = (names: readonly string[]) => [...new Set(names)].toSorted();
    expect(used(stages.map(({ id }) => id))).toEqual(used(StageId.options));
    expect(used(stages.flatMap(({ to }) => to))).toEqual(used(RECIPIENTS));
    expect(used(stages.flatMap(({ tells }) => tells))).toEqual(used(CONTENTS));
    expect(used(regimes.flatMap(({ notes }) => notes))).toEqual(used(NOTES));
  });
});
