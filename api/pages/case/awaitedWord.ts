import { awaitedBy } from '../../../domain/controllerCase/awaited';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import type { RecordNeed } from '../../../domain/controllerCase/recordRegion';
import type { Language } from '../../../domain/letters/head';
import { momentWords } from '../../../templates/pages/frame/moment';
import { phrase, type Said } from '../../../templates/pages/words/word';

type Reading = { language: Language; now: Date };

/** By when a field will be known, in the zone of the case, or that this has passed; null where nobody said so. */
export function awaitedWord(one: ControllerCase, field: string, reading: Reading): Said | null {
  const by = awaitedBy(one, field);
  return by === null
    ? null
    : { key: isPassed(by, reading) ? 'awaited.passed' : 'awaited.by', values: { at: at(one, by, reading) } };
}

/** What a field is called, with the same where it is awaited. */
export function awaitedField(one: ControllerCase, field: RecordNeed, reading: Reading): string {
  const { language } = reading;
  const name = phrase(language, { key: `recordNeed.${field}` });
  const by = awaitedBy(one, field);
  if (by === null) return name;
  const values = { field: name, at: at(one, by, reading) };
  return phrase(language, { key: isPassed(by, reading) ? 'awaited.fieldPassed' : 'awaited.fieldBy', values });
}

const isPassed = (by: string, { now }: Reading): boolean => Date.parse(by) <= now.getTime();

const at = ({ opened: { zone } }: ControllerCase, by: string, { language, now }: Reading): string =>
  momentWords(by, { zone, language, now: now.toISOString() }, 'end');
