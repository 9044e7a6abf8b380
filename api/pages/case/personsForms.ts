import { InformedBy } from '../../../domain/authority/vocabulary';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { personsAllow } from '../../../domain/controllerCase/decidePersons';
import { isExemptDecided } from '../../../domain/controllerCase/publicNotice';
import { printedLetters } from '../../../domain/controllerCase/personsLetters';
import type { ListFacts } from '../../../domain/controllerCase/recipients';
import type { Said } from '../../../templates/pages/words/word';
import { area, moment, options, reason } from '../forms/kit';
import type { CaseForm } from './caseForms';
import { draftWarnings, frozenWarnings } from './personsWarnings';
import { begunMeasures, factLines, previewOf } from './draftPreview';
import { canSend, hindrancesOf, isSendable, listName, type Sending } from './sending';
import type { Question } from '../forms/question';
import { isPosting, lettersQuestion, lettersToPost, postedNow } from './postedQuestions';

/** How many will get a mail, before anybody sends; which list, where several wait. */
function whomWords(sending: Sending): Said[] {
  const [first, ...more] = sending.lists.filter((list) => isSendable(sending, list));
  const others: Said[] =
    canSend(sending) && !sending.lists.every((list) => isSendable(sending, list))
      ? [{ key: 'recipients.noRelay' }]
      : [];
  return [...whomOf(first, more), ...others];
}

function whomOf(first: ListFacts | undefined, more: readonly ListFacts[]): Said[] {
  if (first === undefined) return [];
  if (more.length > 0) return [{ key: 'caseAsk.sendChoose' }];
  const { count, letters = 0 } = first;
  if (letters === 0) return [{ key: 'caseAsk.sendCount', values: { count } }];
  return [{ key: 'caseAsk.sendCountLetters', values: { count: count - letters, letters } }];
}

/** Whom mails did not reach, how many: told by other means, or why not. */
function reachLines({ persons: { toReach } }: ControllerCase): Said[] {
  return toReach === null ? [] : [{ key: 'caseAsk.toReach', values: { count: toReach.count } }];
}

function proofQuestion(one: ControllerCase) {
  if (printedLetters(one).length > 0) return [area('proof', 'letters.proof', { optional: true })];
  return one.persons.toReach === null ? [] : [area('proof', 'caseAsk.leaveProof', { optional: true })];
}

/** Asked once somebody was told: the same persons are not counted twice. A list of letters leaves out who was told. */
const againQuestion = (one: ControllerCase): Question[] => {
  if (one.persons.tellings.length === 0) return [];
  const start = isPosting(one) ? '0' : '';
  return [
    { name: 'again', kind: 'number', label: { key: 'caseAsk.again' }, hint: { key: 'caseAsk.againHint' }, start },
  ];
};

/** Telling the persons: whether, when not, what, and to how many (GDPR Art 34). */
export const personsForms = {
  'persons.require': {
    intro: [{ key: 'caseAsk.requireIntro' }],
    questions: () => [reason],
    command: (sheet) => ({ kind: 'persons.require', reason: sheet.text('reason') }),
  },
  'persons.exempt': {
    intro: [{ key: 'caseAsk.exemptIntro' }],
    whyNot: ({ one }) => {
      if (one.persons.order !== null) return [{ key: 'err.ordered' }];
      return isExemptDecided(one) ? [] : [{ key: 'err.exemptUndecided' }];
    },
    ways: ({ one: { id } }) => [{ href: `/cases/${id}/decide`, label: { key: 'caseAsk.decide' } }],
    questions: ({ zone }) => [
      {
        name: 'ground',
        kind: 'pick',
        label: { key: 'caseAsk.ground' },
        options: options('ground', ['a', 'b', 'c']),
        missing: 'err.choose',
      },
      area('proof', 'caseAsk.proof'),
      area('publicNotice', 'caseAsk.publicNotice', { optional: true, hint: { key: 'caseAsk.publicHint' } }),
      moment('publishedAt', 'caseAsk.publishedAt', zone, null, { optional: true }),
      area('publishedProof', 'caseAsk.publishedProof', { optional: true, hint: { key: 'caseAsk.publishedHint' } }),
    ],
    command: (sheet) => ({
      kind: 'persons.exempt',
      ground: sheet.text('ground'),
      proof: sheet.text('proof'),
      publicNotice: sheet.textOr('publicNotice'),
      publishedAt: sheet.instantOr('publishedAt'),
      publishedProof: sheet.textOr('publishedProof'),
    }),
  },
  'persons.hold': {
    intro: [{ key: 'caseAsk.holdIntro' }],
    questions: ({ zone }) => [
      { name: 'reference', kind: 'text', label: { key: 'caseAsk.holdReference' } },
      moment('until', 'caseAsk.until', zone, null, { optional: true }),
      reason,
    ],
    command: (sheet) => ({
      kind: 'persons.hold',
      reference: sheet.text('reference'),
      until: sheet.instantOr('until'),
      reason: sheet.text('reason'),
    }),
  },
  'persons.publish': {
    intro: [{ key: 'caseAsk.publishIntro' }],
    about: ({ publicUrl }) => [{ key: 'caseAsk.publicAddress', values: { url: publicUrl } }],
    ways: ({ one: { id } }) => [{ href: `/cases/${id}/message`, label: { key: 'case.readTexts' } }],
    warning: frozenWarnings,
    submit: 'caseAsk.publishGo',
    questions: () => [],
    command: () => ({ kind: 'persons.publish' }),
  },
  'persons.unpublish': {
    intro: [{ key: 'caseAsk.unpublishIntro' }],
    submit: 'caseAsk.unpublishGo',
    questions: () => [reason],
    command: (sheet) => ({ kind: 'persons.unpublish', reason: sheet.text('reason') }),
  },
  'persons.resume': {
    intro: [],
    questions: () => [reason],
    command: (sheet) => ({ kind: 'persons.resume', reason: sheet.text('reason') }),
  },
  'persons.draft': {
    intro: [{ key: 'caseAsk.draftIntro' }],
    about: ({ one, language, publicUrl }) => [
      ...factLines(one, language),
      { key: 'caseAsk.publicAddress', values: { url: publicUrl } },
    ],
    ways: ({ one: { id } }) => [{ href: `/cases/${id}/record`, label: { key: 'caseAsk.record' } }],
    warning: draftWarnings,
    preview: previewOf,
    questions: (around) => {
      const { draft } = around.one.persons;
      const begun = begunMeasures(around);
      return [
        area('fr', 'caseAsk.draftFr', { optional: true, start: draft?.fr ?? '' }),
        area('measuresFr', 'caseAsk.measuresFr', { optional: true, start: draft?.measuresFr ?? begun('fr') }),
        area('en', 'caseAsk.draftEn', { optional: true, start: draft?.en ?? '' }),
        area('measuresEn', 'caseAsk.measuresEn', { optional: true, start: draft?.measuresEn ?? begun('en') }),
      ];
    },
    command: (sheet) => ({
      kind: 'persons.draft',
      fr: sheet.textOr('fr'),
      en: sheet.textOr('en'),
      measuresFr: sheet.textOr('measuresFr'),
      measuresEn: sheet.textOr('measuresEn'),
    }),
  },
  'persons.send': {
    intro: [{ key: 'caseAsk.sendIntro' }],
    about: ({ sending }) => whomWords(sending),
    whyNot: ({ one, sending }) => (personsAllow(one, 'persons.send') ? hindrancesOf(sending) : []),
    ways: ({ one: { id }, sending }) => [
      { href: `/cases/${id}/message`, label: { key: 'case.readTexts' } },
      { href: `/cases/${id}/recipients`, label: { key: 'recipients.title' } },
      ...(sending.isRelaySet ? [] : [{ href: `/cases/${id}/tell`, label: { key: 'caseAsk.tell' as const } }]),
    ],
    warning: (around) => frozenWarnings(around, { key: 'caseAsk.sendWarning' }),
    grave: true,
    submit: 'caseAsk.sendGo',
    questions: ({ one: { record }, sending, zone, language, now }) => [
      {
        name: 'listId',
        kind: 'pick',
        label: { key: 'caseAsk.list' },
        options: sending.lists
          .filter((list) => isSendable(sending, list))
          .map((list) => {
            const { listId, count, letters = 0, bad, duplicates } = list;
            const key = letters === 0 ? 'caseAsk.listOf' : 'caseAsk.listOfLetters';
            const values = { count, letters, bad, duplicates, ...listName(list, { zone, language, now }) };
            return { value: listId, label: { key, values } };
          }),
        missing: 'err.choose',
      },
      {
        name: 'concerned',
        kind: 'number',
        label: { key: 'caseAsk.concerned' },
        optional: true,
        start: record.persons && 'count' in record.persons ? String(record.persons.count) : '',
      },
      ...(sending.gone === 0 ? [] : [area('repeatReason', 'caseAsk.repeat', { hint: { key: 'caseAsk.repeatHint' } })]),
    ],
    command: (sheet) => ({
      kind: 'persons.send',
      listId: sheet.text('listId'),
      concerned: sheet.number('concerned'),
      repeatReason: sheet.textOr('repeatReason') ?? undefined,
    }),
  },
  'persons.tell': {
    intro: [{ key: 'caseAsk.tellIntro' }],
    about: ({ one }) => [
      ...(printedLetters(one).length > 0 ? [{ key: 'letters.rule' as const }] : []),
      ...reachLines(one),
    ],
    questions: ({ one, listId, zone, now }) => [
      ...lettersQuestion({ one, listId }),
      moment('toldAt', 'caseAsk.toldAt', zone, postedNow(one, now), { canBeNow: true }),
      {
        name: 'means',
        kind: 'select',
        label: { key: 'caseAsk.means' },
        options: options('means', InformedBy.options),
        start: isPosting(one) ? 'letter' : '',
      },
      { name: 'told', kind: 'number', label: { key: 'caseAsk.toldCount' }, start: lettersToPost({ one, listId }) },
      ...againQuestion(one),
      { name: 'concerned', kind: 'number', label: { key: 'caseAsk.concerned' }, optional: true },
      { name: 'bounced', kind: 'number', label: { key: 'caseAsk.bounced' }, optional: true },
      ...proofQuestion(one),
    ],
    command: (sheet) => ({
      kind: 'persons.tell',
      listId: sheet.textOr('listId'),
      proof: sheet.textOr('proof'),
      toldAt: sheet.instant('toldAt'),
      means: sheet.textOr('listId') === null ? sheet.text('means') : 'letter',
      told: sheet.number('told'),
      concerned: sheet.number('concerned'),
      bounced: sheet.number('bounced') ?? 0,
      again: sheet.number('again') ?? 0,
    }),
  },
} satisfies Partial<Record<CaseCommand['kind'], CaseForm>>;
