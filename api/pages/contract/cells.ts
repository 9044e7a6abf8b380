import type { Word } from '../../../templates/pages/words/word';
import type { Cell, Reads } from './cell';

type More = Partial<Pick<Cell, 'kind' | 'words'>> & { hint?: string };

/** A question under the words `contract.<word>` and `contract.<hint>`. */
export const cell = (as: Reads, at: string, word: string, { hint, ...more }: More = {}): Cell => ({
  at,
  as,
  label: `contract.${word}` as Word,
  ...(hint !== undefined && { hint: `contract.${hint}` as Word }),
  ...more,
});

const email = (at: string): Cell => cell('line', at, 'email', { kind: 'email' });
const phone = (at: string): Cell => cell('line', at, 'phone', { kind: 'tel', hint: 'phoneHint' });
const country = (at: string): Cell => cell('codes', at, 'country', { hint: 'countryHint' });
export const keyChannel = (at: string): Cell =>
  cell('choice', at, 'keyChannel', { words: 'channel', hint: 'keyChannelHint' });

export const partyCells = (side: 'controller' | 'processor'): Cell[] => [
  cell('line', `${side}/name`, 'name'),
  cell('digits', `${side}/siren`, 'siren', { hint: 'sirenHint' }),
  country(`${side}/country`),
  cell('line', `${side}/legalRepresentative/name`, 'legalName'),
  cell('line', `${side}/legalRepresentative/function`, 'legalFunction'),
  cell('line', `${side}/dpo/name`, 'dpoName'),
  cell('line', `${side}/dpo/email`, 'dpoEmail', { kind: 'email' }),
  cell('line', `${side}/dpo/phone`, 'dpoPhone', { kind: 'tel', hint: 'phoneHint' }),
];

export const contactCells: Cell[] = [
  cell('line', 'name', 'contactName'),
  cell('choice', 'role', 'role', { words: 'contact' }),
  email('email'),
  phone('phone'),
  cell('ways', 'channels', 'channels', { words: 'channel', hint: 'channelsHint' }),
  cell('line', 'webhookUrl', 'webhookUrl', { hint: 'webhookHint' }),
  cell('place', 'order', 'order', { hint: 'orderHint' }),
  cell('yesNo', 'acceptsExercises', 'acceptsExercises', { hint: 'acceptsExercisesHint' }),
];

export const dataCells: Cell[] = [
  cell('line', 'category', 'category'),
  cell('lines', 'items', 'items', { hint: 'linesHint' }),
  cell('yesNo', 'processed', 'processed'),
  cell('yesNo', 'sensitive', 'sensitive'),
];

export const subProcessorCells: Cell[] = [
  cell('line', 'name', 'name'),
  country('country'),
  cell('text', 'service', 'subService'),
  cell('line', 'under', 'under', { hint: 'underHint' }),
  cell('choice', 'authorisation/kind', 'authorisation', { words: 'authorisationKind' }),
  cell('date', 'authorisation/date', 'authorisedOn'),
];

export const recipientCells: Cell[] = [
  cell('line', 'name', 'name'),
  country('country'),
  cell('text', 'receives', 'receives'),
  cell('text', 'role', 'capacity', { hint: 'capacityHint' }),
];
