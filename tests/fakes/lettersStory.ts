import { commands, createCaseStory, decision, list, NOW } from './caseStory';
import { people } from './incidentStory';

const { listId } = list;
export type LettersStory = ReturnType<typeof accepted>;

/** A list of so many was accepted, some of whom only a letter reaches. */
export function accepted(letters: number, count = 40) {
  const story = createCaseStory();
  story.act(commands.qualify, people.dpo);
  story.act(commands['risk.score'], people.oncall);
  story.act(decision('high'));
  const texts = [{ text: 'message' as const, language: 'fr' as const, documentId: 'ab'.repeat(32) }];
  story.write({ type: 'persons.drafted', values: { fr: 'x', en: null, texts } });
  const counts = { count, letters, bad: 0, duplicates: 0, concerned: null };
  story.write({ type: 'persons.sending', values: { listId, fileHash: list.fileHash, ...counts } });
  return story;
}

export const print = (story: LettersStory, at = NOW) =>
  story.write({ type: 'persons.printed', values: { listId, letters: 3, draft: 1, files: ['ab'.repeat(32)] } }, at);

/** Nobody is left to be told by mail; so many were. */
export function mailsEnd(story: LettersStory, told: number) {
  const sent = { listId, refused: 0, unknown: 0, lost: 0 };
  if (told === 0) return story.write({ type: 'persons.unreached', values: sent });
  return story.write({
    type: 'persons.told',
    values: { toldAt: NOW, means: 'email', told, concerned: null, bounced: 0, sent },
  });
}

/** Found to be no breach, by two. */
export function ruleOut(story: LettersStory) {
  story.act(commands.ruleOut, people.dpo);
  story.yes(people.director);
}

/** What somebody says became of the letters. */
export const posted = (more: object = {}) => ({
  ...commands['persons.tell'],
  means: 'letter' as const,
  told: 3,
  bounced: 0,
  listId,
  proof: 'bordereau 12',
  ...more,
});

export const faultsOf = (refusal: unknown) =>
  (refusal as { error: { issues: { pointer: string }[] } }).error.issues.map(({ pointer }) => pointer);
