import type { ControllerCase } from '../../../domain/controllerCase/case';
import { proposedQualification } from '../../../domain/controllerCase/proposedQualification';
import type { Language } from '../../../domain/letters/head';
import { phrase, type Said } from '../../../templates/pages/words/word';

/** What the record proposes, and of each part of the definition what it says (GDPR Art. 4(12)): a person decides. */
export function qualificationWords(one: ControllerCase, language: Language): Said[] {
  const proposed = proposedQualification(one);
  const { personalData, securityFailure, effects } = proposed.facts;
  const outcome = proposed.outcome === 'breach' && proposed.doubt ? 'doubt' : proposed.outcome;
  const lost = proposed.outcome === 'breach' ? proposed.nature : [];
  const natures = lost.map((name) => phrase(language, { key: `nature.${name}` })).join(', ');
  return [
    { key: `qualification.${outcome}` },
    { key: `qualification.personalData.${personalData}` },
    { key: `qualification.securityFailure.${securityFailure}` },
    effects === null
      ? { key: 'qualification.nobodyCanSay' }
      : effects.length === 0
        ? { key: 'qualification.nothing' }
        : { key: 'qualification.happened', values: { natures } },
  ];
}
