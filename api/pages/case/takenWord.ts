import type { RecordField } from '../../../domain/authority/breachRecord';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { caseDiffers, withCase } from '../../../domain/controllerCase/caseSays';
import { originAt, recordFieldAt } from '../../../domain/controllerCase/completeRecord';
import { processorDiffers, processorSays, tellingOf } from '../../../domain/controllerCase/processorSays';
import type { Language } from '../../../domain/letters/head';
import { momentWords } from '../../../templates/pages/frame/moment';
import { phrase, type Said } from '../../../templates/pages/words/word';
import { valueWords } from '../../authority/recordWords';
import { asWritten } from '../rowWords';

/** From where an answer was taken that nobody gave in the case itself; null for all others. */
export function takenWord(one: ControllerCase, field: RecordField, language: Language): Said | null {
  const from = one.takenFrom[field];
  if (from === undefined) return null;
  if (from !== 'notice') return { key: `taken.${from}` };
  const version = processorSays(one).find((said) => said.field === field)?.version;
  return version === undefined ? null : { key: 'taken.notice', values: toldIn(one, version, language) };
}

/** From where an answer of a form is, our own record included: by its pointer; null for what the form itself chooses. */
export function originWord(one: ControllerCase, pointer: string, language: Language): Said | null {
  const origin = originAt(one, pointer);
  if (origin === null || origin === 'said' || origin === 'case') return origin && { key: `taken.${origin}` };
  return takenWord(one, recordFieldAt(pointer), language);
}

/** "The processor now says …", or the case, where that is not what is recorded here; null for all others. */
export function nowWord(one: ControllerCase, field: RecordField, language: Language): Said | null {
  const said = processorDiffers(one).find((each) => each.field === field);
  const knows = caseDiffers(one, field);
  if (said === undefined) {
    return knows === null
      ? null
      : { key: 'taken.caseNow', values: { value: valueWords(withCase(one, language), field, knows, language) } };
  }
  const value = valueWords(one, field, said.value, language);
  return { key: 'taken.now', values: { ...toldIn(one, said.version, language), value } };
}

/** Whose words they are: who told, in which version of which notice, received when. */
function toldIn(one: ControllerCase, version: number, language: Language) {
  const { from = null, reference = null, receivedAt: at = one.opened.receivedAt } = tellingOf(one, version) ?? {};
  const words = (said: string | null) => phrase(language, asWritten(said));
  return {
    from: words(from),
    reference: words(reference),
    version: String(version),
    at: momentWords(at, { zone: one.opened.zone, language, now: at }, 'long'),
  };
}
