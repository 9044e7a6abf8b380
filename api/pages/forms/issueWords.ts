import { ROW_WORDS } from '../../../application/controllerCase/uploadRecipients';
import { NUMBERS_WORDS } from '../../../application/notice/numbers';
import type { Issue } from '../../../domain/shared/errors';
import type { Frame } from '../../../templates/pages/frame/frame';
import { momentWords } from '../../../templates/pages/frame/moment';
import { issueMessages } from '../../../templates/pages/words/issueMessages';
import { phrase, type Said, type Word } from '../../../templates/pages/words/word';
import { type Question, questionAt } from './question';
import type { Faulty } from './sheet';

const reasonsOf = (prefix: 'numbersReason' | 'rowReason', texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([reason, text]): [RegExp, Word] => [
    new RegExp(`^${text}`),
    `${prefix}.${reason}` as Word,
  ]);

/** What is found in files of numbers and of recipients comes first. */
const messages: readonly [RegExp, Word][] = [
  ...reasonsOf('numbersReason', NUMBERS_WORDS),
  ...reasonsOf('rowReason', ROW_WORDS),
  ...issueMessages,
];

/** What the domain found, as faults of the form: in words of ours where we have them, at the question where there is one. */
export const faultsOfIssues = (questions: readonly Question[], issues: readonly Issue[], frame: Frame): Faulty[] => {
  const found = issues.map((issue) => ({
    name: questionAt(questions, issue)?.name ?? null,
    text: lineWords(issue, frame),
  }));
  // the same of the same question is said once: two countries of a list, both by their names
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
};

/** Of a file that is read line by line, the line stands in the sentence; of several files, which it is. */
function lineWords({ pointer, message }: Issue, frame: Frame): Said {
  const text = wordsOf(message, frame);
  const [, file] = /^\/files\/(\d+)$/.exec(pointer) ?? [];
  if (file !== undefined) return { key: 'files.nth', values: { n: file, fault: phrase(frame.language, text) } };
  const [, line] = /\/line\/(\d+)$/.exec(pointer) ?? [];
  return line === undefined
    ? text
    : { key: 'recipients.atLine', values: { n: line, fault: phrase(frame.language, text) } };
}

/** The domain speaks English to programs; people get the interface's words. */
export function wordsOf(message: string, frame: Frame): Said {
  const key = messages.find(([pattern]) => pattern.test(message))?.[1];
  return key === undefined ? factWords(message, frame) : { key };
}

const facts: Readonly<Record<string, Word>> = {
  beganAt: 'fact.began',
  attackKnownAt: 'fact.attackKnown',
  alertedAt: 'incident.alerted',
  detectedAt: 'incident.detected',
  awareAt: 'incident.aware',
  receivedAt: 'fact.received',
  askedAt: 'fact.asked',
  printedAt: 'fact.printed',
  frozenAt: 'fact.frozen',
  toldAt: 'fact.told',
  provenAt: 'fact.proven',
  knownAt: 'fact.known',
  madeAt: 'receive.madeAt',
  sentBefore: 'fact.sentBefore',
  triggerAt: 'regimes.trigger',
  t0: 'regimes.start',
};

/** Which fact an instant does not follow, and its hour in the organisation's zone. */
function factWords(message: string, frame: Frame): Said {
  const [, fact = '', at = ''] = /^is (?:before|after) (\w+) \(([^)]+)\)/.exec(message) ?? [];
  const named = facts[fact];
  const [, running] = /^is not before what runs \(([^)]+)\)/.exec(message) ?? [];
  if (running !== undefined) return { key: 'err.notEarlier', values: { at: momentWords(running, frame, 'full') } };
  if (named !== undefined) {
    const key = message.startsWith('is after') ? 'err.afterFact' : 'err.beforeFact';
    return { key, values: { fact: phrase(frame.language, { key: named }), at: momentWords(at, frame, 'full') } };
  }
  const [, unknown] = /^is of (\S+), whose key is not recorded/.exec(message) ?? [];
  if (unknown !== undefined) return { key: 'err.envelopeUnknown', values: { sender: unknown } };
  const [, forged] = /^is not sealed by the key of (\S+) that/.exec(message) ?? [];
  if (forged !== undefined) return { key: 'err.envelopeForged', values: { sender: forged } };
  const [, alerted] = /^say why: an instant is before the first alert \(([^)]+)\)/.exec(message) ?? [];
  if (alerted !== undefined) return { key: 'err.beforeAlert', values: { at: momentWords(alerted, frame, 'full') } };
  const [, stands] = /^the file with this authority stands at (\w+)/.exec(message) ?? [];
  if (stands !== undefined) {
    const state = phrase(frame.language, { key: `authorityState.${stands}` as Word });
    return { key: 'err.fileStands', values: { state } };
  }
  const [, most] = /^at most (\d+)$/.exec(message) ?? [];
  if (most !== undefined) return { key: 'err.atMost', values: { n: most } };
  const [, bound, limit] = /expected (?:number|int) to be ([<>])=?(-?\d+)/.exec(message) ?? [];
  if (limit !== undefined) return { key: bound === '>' ? 'err.atLeast' : 'err.atMost', values: { n: limit } };
  const [, side, items] = /expected array to have ([<>])=(\d+) items/.exec(message) ?? [];
  if (items !== undefined) return { key: side === '>' ? 'err.leastItems' : 'err.mostItems', values: { n: items } };
  const [, longest] = /<=(\d+) characters/.exec(message) ?? [];
  return longest === undefined ? { key: 'err.check' } : { key: 'err.tooLong', values: { n: longest } };
}
