import type { Language } from '../../../domain/letters/head';
import { phrase, type Said, type Word } from '../../../templates/pages/words/word';

type Rule = readonly [RegExp, Word];

/** What a place of the document takes, by the name that the schema gives it. */
const kinds: Readonly<Record<string, Word>> = {
  string: 'doc.string',
  number: 'doc.number',
  int: 'doc.int',
  boolean: 'doc.boolean',
  array: 'doc.array',
  object: 'doc.object',
};

/** Of what a list, a text or a number has too few or too many. */
const bounds: readonly Rule[] = [
  [/^Too small: expected string to have >=1 /, 'doc.empty'],
  [/^Too small: expected array to have >=(\d+)/, 'doc.fewItems'],
  [/^Too small: expected \w+ to be >=(-?[\d.]+)/, 'doc.atLeast'],
  [/^Too small: expected \w+ to be >(-?[\d.]+)/, 'doc.above'],
  [/^Too big: expected string to have <=(\d+)/, 'doc.longText'],
  [/^Too big: expected array to have <=(\d+)/, 'doc.manyItems'],
  [/^Too big: expected \w+ to be <=?(-?[\d.]+)/, 'doc.atMost'],
  [/^the next version is (\d+)/, 'doc.next'],
  [/^stays (.+): another is another agreement/, 'doc.stays'],
];

const sentences: readonly Rule[] = [
  [/^is not known here/, 'doc.unknown'],
  [/^say something/, 'doc.empty'],
  [/^one line/, 'doc.oneLine'],
  [/^Invalid ISO date/, 'doc.date'],
  [/^Invalid email/, 'doc.email'],
  [/^ends before it is in force/, 'doc.ends'],
  [/^ISO 3166/, 'doc.country'],
  [/^an international number/, 'doc.phone'],
  [/^nine digits/, 'doc.siren'],
  [/^the check digit/, 'doc.sirenSum'],
  [/^not an IANA/, 'doc.zone'],
  [/^the channel email/, 'doc.channelEmail'],
  [/^the channels phone and sms/, 'doc.channelPhone'],
  [/^the channel webhook/, 'doc.channelWebhook'],
  [/^an address that begins with https/, 'doc.webhookUrl'],
  [/^another contact has this place/, 'doc.place'],
  [/^at least one contact/, 'doc.reachable'],
  [/^one signature of the controller/, 'doc.controllerSigns'],
  [/^one signature of the processor/, 'doc.processorSigns'],
  [/^the first version is 1/, 'doc.first'],
  [/^this agreement is recorded/, 'doc.recorded'],
  [/^changes nothing/, 'doc.nothing'],
];

/** A fault that a schema or the domain found in a document, for people: what is expected at its place. */
export function documentWords(message: string, language: Language): Said {
  const [, kind, received] = /^Invalid input: expected (\w+), received (\w+)/.exec(message) ?? [];
  const known = kind === undefined ? undefined : kinds[kind];
  if (known !== undefined) {
    const key = received === 'undefined' ? 'doc.missing' : 'doc.expected';
    return { key, values: { what: phrase(language, { key: known }) } };
  }
  const [, options] = /^Invalid (?:option: expected one of|input: expected) (".+")/.exec(message) ?? [];
  if (options !== undefined) {
    const values = options.split('|').map((one) => one.replaceAll('"', ''));
    return { key: 'doc.oneOf', values: { options: values.join(', ') } };
  }
  for (const [pattern, key] of bounds) {
    const found = pattern.exec(message);
    if (found !== null) return { key, values: { n: found[1] ?? '' } };
  }
  return { key: sentences.find(([pattern]) => pattern.test(message))?.[1] ?? 'doc.check' };
}
