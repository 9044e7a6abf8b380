import { describe, expect, it } from '@jest/globals';
import { limitWords } from '../../api/pages/limitWords';
import { pacedTerms } from '../../domain/deadline/pace';
import { createTexts } from '../../templates/createTexts';
import { phrase } from '../../templates/pages/words/word';
import { annex1 } from '../fakes/agreements';
import { notice } from './sampleNotices';

describe('a limit of less than an hour, as a fast exercise has it', () => {
  const texts = createTexts(
    async () => Buffer.from('%PDF'),
    () => undefined,
  );
  it.each([
    ['fr', 60, 'Échéance contractuelle (24\u00a0min)', '24\u00a0min à compter de la prise de connaissance'],
    ['en', 60, 'Contractual limit (24\u00a0min)', '24\u00a0min from awareness'],
    ['fr', 960, 'Échéance contractuelle (1\u00a0min\u00a030\u00a0s)', '1\u00a0min\u00a030\u00a0s à compter'],
    ['en', 960, 'Contractual limit (1\u00a0min\u00a030\u00a0s)', '1\u00a0min\u00a030\u00a0s from awareness'],
  ] as const)(
    'is said in minutes and seconds, in letters and on pages (%s, pace %i)',
    async (language, pace, due, said) => {
      const { hours } = notice.deadline;
      const letter = await texts.render('notice', language, {
        ...notice,
        deadline: { ...notice.deadline, hours: hours / pace },
      });
      expect(letter.text).toContain(due);
      expect(phrase(language, limitWords(pacedTerms(annex1.terms, pace)))).toContain(said);
    },
  );
});
