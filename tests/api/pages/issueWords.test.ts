import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { wordsOf } from '../../../api/pages/forms/issueWords';
import type { Frame } from '../../../templates/pages/frame/frame';
import { phrase } from '../../../templates/pages/words/word';

const root = join(__dirname, '../../..');

/** Of what a document is refused for: `documentWords` has the words. */
const OF_DOCUMENTS = ['domain/agreement', 'domain/party/webhookUrl.ts', 'application/agreement/recordAgreement.ts'];
/** Of what no page asks, by REST or by the command alone. */
const OF_NO_FORM = [
  'domain/journal',
  'domain/law',
  'domain/letters',
  'domain/authority/edpbSchema.ts',
  'domain/authority/recordRules.ts',
  'domain/party/country.ts',
  'application/exchange',
  'application/journal',
  'application/organisation/testRelay.ts',
];
/** Parts of texts, which stand in the sources as an issue would. */
const NO_MESSAGE = [
  '${lead} ${text}',
  '${before}\\n\\n${lead} ${text}',
  '"${risk}", with a doubt,',
  'délégué à la protection des données',
  'data protection officer',
  '${words.persons} ${persons}',
  '${words.records} ${records}',
  '${report.action} (DSN ${report.status})',
  "${words.at} ${said.join(', ')}.",
  'not opened yet',
  '${words[which]} ${number}',
  '${ENISA}: SE ${score.se / QUARTERS}',
];
/** What a form cannot send, whatever is typed into it. */
const NEVER_SENT = [
  'a call is made by a person',
  'is not the hash of what is asked',
  'does not begin at `alertedAt`',
  'a special category (GDPR Art. 9) is sensitive: take from it by the adjustment if it says little',
  'with this risk it is "${due[name]}"',
  'is a SHA-256 in 64 small hexadecimal digits',
  'is no fact of ${regime}',
  'is no law profile of ${regime}',
];

function sourcesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if ([...OF_DOCUMENTS, ...OF_NO_FORM].includes(path)) return [];
    return entry.isDirectory() ? sourcesUnder(path) : [readFileSync(join(root, path), 'utf8')];
  });
}

const TOKENS = /\/\*[^]*?\*\/|\/\/.*|'((?:[^'\\\n]|\\.)*)'|`([^`]*)`/g;
/** What stands before a sentence that says what is wrong: an issue, or what makes or names one. */
const BEFORE =
  /(?:message(?::|\s=)|lone\s=|(?:fault|invalid|refuse)\((?:'[^']*',\s*)?|return|\s[?:]|(?:regex|refine|min)\([^]*,|\b(?:PHASED|OPEN|notUtf8|quotesOpen|fileTooLong|emailMissing|emailInvalid|nameInvalid|languageUnknown|columns|quotes):)\s*$/;

/** Every sentence of the sources that an issue can hold. */
function messagesIn(source: string): string[] {
  return [...source.matchAll(TOKENS)].flatMap((token) => {
    const text = token[1] ?? token[2];
    if (
      text === undefined ||
      !/^[\p{Ll}$"]/u.test(text) ||
      !/[\w)}] [\w"({]/.test(text.replaceAll(/\$\{[^}]*\}/g, 'x'))
    )
      return [];
    const before = source.slice(Math.max(0, token.index - 160), token.index);
    if (/description:?\s*$|Error\(\s*$/.test(before) || !BEFORE.test(before)) return [];
    return [text];
  });
}

/** As it is said, with something in each place. */
const said = (message: string): string =>
  message
    .replace('${nameOf(before.pointer)} (${before.at})', 'alertedAt (2026-03-28T02:12:00.000Z)')
    .replace('${state}', 'FINAL')
    .replace('${role}', 'O')
    .replaceAll(/\$\{(?:LONGEST_POLICY_DAYS|least|MOST_DAYS|MOST_RECIPIENTS)\}/g, '400')
    .replaceAll(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, '2026-03-28T02:12:00.000Z');

const frame = { language: 'fr', zone: 'Europe/Paris', now: '2026-03-28T02:12:00.000Z', stylesheet: '' } satisfies Frame;

const messages = [...new Set(['domain', 'application'].flatMap(sourcesUnder).flatMap(messagesIn))].filter(
  (message) => ![...NO_MESSAGE, ...NEVER_SENT].includes(message),
);

describe('what the domain refuses', () => {
  it('is collected from its sources', () => {
    for (const known of ['more came back than left', 'is yet to come', 'its case is open: say there what was lost'])
      expect(messages).toContain(known);
    expect(messages.length).toBeGreaterThan(100);
  });

  it('says of a notice that it leaves late, and of what was filed or done under a regime that it left late', () => {
    const late = messages.filter((message) => message.startsWith('the limit was'));
    expect(late.map((message) => [message.includes('left after'), wordsOf(said(message), frame)])).toEqual(
      expect.arrayContaining([
        [true, { key: 'err.leftLate' }],
        [false, { key: 'err.late' }],
      ]),
    );
  });

  it.each(messages)('has words of its own on a form: %s', (message) => {
    const words = wordsOf(said(message), frame);
    expect(words).not.toMatchObject({ key: 'err.check' });
    for (const language of ['fr', 'en'] as const) expect(phrase(language, words)).not.toMatch(/[{}]/);
  });
});
