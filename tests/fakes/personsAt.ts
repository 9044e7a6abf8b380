import type { PersonsState } from '../../domain/controllerCase/persons';
import { caseAt, commands, decision, exempting } from './caseStory';
import type { personsCommands } from './personsCommands';

type Kind = keyof typeof personsCommands;

const frozen = (text: 'message' | 'publicNotice') => ({ text, language: 'fr' as const, documentId: 'ab'.repeat(32) });
const draft = { fr: 'Un classeur.', en: null, texts: [frozen('message'), frozen('publicNotice')] };

/** The last step that leads to a state from a draft; none for what no draft leads to. */
const last: Partial<Record<PersonsState, Kind>> = {
  SENDING: 'persons.send',
  TOLD: 'persons.tell',
  EXEMPT: 'persons.exempt',
  ON_HOLD: 'persons.hold',
  ORDERED: 'persons.order',
};

/** A case whose region stands there, of a high risk of which ground b exempts; with a public notice where asked. */
export function personsAt(state: PersonsState, isPublic = false) {
  const story = caseAt('BREACH');
  if (state === 'UNDECIDED') return story;
  story.act(exempting('b'));
  story.write({ type: 'persons.drafted', values: draft });
  if (isPublic) story.act(commands['persons.publish']);
  const step = last[state];
  if (step !== undefined) story.act(commands[step]);
  if (state === 'NOT_REQUIRED') story.act(decision('unlikely'));
  if (state === 'REQUIRED') {
    story.act(commands['persons.exempt']);
    story.act(exempting('b')); // what was exempt rested on an assessment that is replaced
  }
  return story;
}
