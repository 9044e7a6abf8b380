import { DelayReason } from '../../../domain/authority/vocabulary';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { type AuthorityFile, moveAuthority } from '../../../domain/controllerCase/authority';
import type { Language } from '../../../domain/letters/head';
import { area, moment, options, reason } from '../forms/kit';
import type { Option } from '../../../templates/pages/parts/form';
import type { Question } from '../forms/question';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { copiesOwed } from '../../../domain/controllerCase/receiptCopies';
import { answerForm } from './answerForm';
import { allAuthorities, authorityOptions } from './authorityNames';
import type { Around, CaseForm } from './caseForms';
import { competenceHint, competentIds } from './competenceWords';
import { gravityWarning } from './gravityWarning';
import { filingsOf, filingWords } from './filingWords';
import { togetherOptions } from './togetherWords';

const authorityOf = (known: readonly Option[]): Question => ({
  name: 'authorityId',
  kind: 'select',
  label: { key: 'caseAsk.authority' },
  options: known,
});

/** Any may be told; the one that has to be, and was not, stands first. */
function whomToTell(one: ControllerCase, language: Language): Question {
  const [start = ''] = competentIds(one);
  const hint = competenceHint(one, language);
  return { ...authorityOf(allAuthorities()), start, ...(hint !== null && { hint }) };
}

/** Those with which something was filed. */
const filedWith = ({ one }: Around, isWanted: (file: AuthorityFile) => boolean = () => true): Question =>
  authorityOf(authorityOptions(one.authorities.filter(isWanted).map(({ authorityId }) => authorityId)));

const receipt: Question = { name: 'receiptNumber', kind: 'text', label: { key: 'caseAsk.receipt' } };

const bundledWith = (fitting: readonly ControllerCase[]): Question => ({
  name: 'bundledWith',
  kind: 'checks',
  label: { key: 'together.with' },
  hint: { key: 'together.hint' },
  options: togetherOptions(fitting),
  optional: true,
});

/** What was filed with an authority and what it asked: a record of what people did on its own site. */
export const authorityForms = {
  'authority.file': {
    intro: [{ key: 'caseAsk.fileIntro' }],
    warning: gravityWarning,
    questions: ({ one, zone, language, fitting }) => [
      whomToTell(one, language),
      {
        name: 'type',
        kind: 'pick',
        label: { key: 'caseAsk.type' },
        options: options('filing', ['initial', 'complete', 'complementary']),
        missing: 'err.choose',
      },
      {
        name: 'final',
        kind: 'checks',
        label: { key: 'caseAsk.final' },
        options: [{ value: 'yes', label: { key: 'caseAsk.finalYes' } }],
        optional: true,
      },
      moment('sentAt', 'caseAsk.sentAt', zone, null, { canBeNow: true }),
      receipt,
      {
        name: 'delayReasons',
        kind: 'checks',
        label: { key: 'caseAsk.delayReasons' },
        hint: { key: 'caseAsk.delayHint' },
        options: options('delay', DelayReason.options),
        optional: true,
      },
      area('delayText', 'caseAsk.delayText', { optional: true }),
      ...(fitting.length === 0 ? [] : [bundledWith(fitting)]),
    ],
    command: (sheet) => ({
      kind: 'authority.file',
      authorityId: sheet.text('authorityId'),
      type: sheet.text('type'),
      final: sheet.ticked('final').length > 0,
      sentAt: sheet.instant('sentAt'),
      receiptNumber: sheet.text('receiptNumber'),
      delayReasons: sheet.ticked('delayReasons'),
      delayText: sheet.textOr('delayText'),
      bundledWith: sheet.ticked('bundledWith'),
    }),
  },
  'authority.ask': {
    intro: [],
    questions: (around) => [
      whomToTell(around.one, around.language),
      moment('askedAt', 'caseAsk.askedAt', around.zone, null, { canBeNow: true }),
      moment('dueAt', 'caseAsk.dueAt', around.zone, null, { optional: true }),
      area('text', 'caseAsk.question'),
    ],
    command: (sheet) => ({
      kind: 'authority.ask',
      authorityId: sheet.text('authorityId'),
      askedAt: sheet.instant('askedAt'),
      dueAt: sheet.instantOr('dueAt'),
      text: sheet.text('text'),
    }),
  },
  'authority.answer': answerForm('authority.answer', ({ authorities }) =>
    authorities.flatMap(({ questions }) => questions),
  ),
  'authority.withdraw': {
    intro: [{ key: 'caseAsk.withdrawIntro' }],
    questions: (around) => [
      filedWith(around, (file) => moveAuthority(file, 'withdraw') !== null),
      moment('sentAt', 'caseAsk.sentAt', around.zone, null, { canBeNow: true }),
      receipt,
      reason,
    ],
    command: (sheet) => ({
      kind: 'authority.withdraw',
      authorityId: sheet.text('authorityId'),
      sentAt: sheet.instant('sentAt'),
      receiptNumber: sheet.text('receiptNumber'),
      reason: sheet.text('reason'),
    }),
  },
  'authority.excuseCopy': {
    intro: [{ key: 'caseAsk.noCopyIntro' }],
    questions: ({ one, zone, language, now }) => [
      {
        name: 'filing',
        kind: 'pick',
        label: { key: 'caseAsk.noCopyOf' },
        options: filingsOf(one)
          .filter(({ seq }) => copiesOwed(one).includes(seq))
          .map((filing) => ({
            value: String(filing.seq),
            label: filingWords(filing, { language, zone, now: now.toISOString() }),
          })),
        missing: 'err.choose',
      },
      reason,
    ],
    command: (sheet) => ({
      kind: 'authority.excuseCopy',
      filing: sheet.number('filing'),
      reason: sheet.text('reason'),
    }),
  },
  'authority.close': {
    intro: [],
    questions: (around) => [
      filedWith(around, (file) => moveAuthority(file, 'close') !== null),
      {
        name: 'ground',
        kind: 'pick',
        label: { key: 'caseAsk.closeGround' },
        options: options('closeGround', ['answer', 'silence', 'other']),
        missing: 'err.choose',
      },
      reason,
    ],
    command: (sheet) => ({
      kind: 'authority.close',
      authorityId: sheet.text('authorityId'),
      ground: sheet.text('ground'),
      reason: sheet.text('reason'),
    }),
  },
} satisfies Partial<Record<CaseCommand['kind'], CaseForm>>;
