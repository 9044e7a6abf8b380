import type { Said } from '../../../templates/pages/words/word';
import type { Lack } from '../../../application/controllerCase/textLacks';
import type { Name } from '../../../application/ports/people';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import type { LawProfile } from '../../../domain/law/profiles';
import { lawChoices, underLaw } from '../../../domain/controllerCase/lawMove';
import { copiesOwed } from '../../../domain/controllerCase/receiptCopies';
import { notReached } from '../../../domain/controllerCase/notReached';
import { termOf } from '../../../domain/controllerCase/term';
import type { Language } from '../../../domain/letters/head';
import { type ControllerCase, naturesOf } from '../../../domain/controllerCase/case';
import type { RegimeId } from '../../../domain/regime/vocabulary';
import { area, moment, nature, natureIn, noteForm, options, reason } from '../forms/kit';
import type { CommandForm } from '../forms/commandPage';
import type { Question } from '../forms/question';
import { qualificationWords } from './qualificationWords';
import type { Sending } from './sending';

/**
 * What the questions of a form are made from. `canScore`: whoever reads may score the risk; `regime`: the one that the
 * address names, if it names one.
 */
export type Around = {
  one: ControllerCase;
  zone: string;
  language: Language;
  names: ReadonlyMap<string, Name>;
  canScore: boolean;
  /** Whoever reads decides for the organisation; a DPO alone needs a mandate. */
  isManagement: boolean;
  now: Date;
  sending: Sending;
  regime: RegimeId | null;
  /** List of recipients from which whoever reads came; null: from elsewhere. */
  listId: string | null;
  /** Cases of which the authority may be told together with this one, or of whose breach it may be; looked for where that is asked. */
  fitting: readonly ControllerCase[];
  /** Names that the first start made up, and that whoever gets a text would read. */
  madeUp: readonly Said[];
  /** What the texts to the persons lack, where they are written, published or sent. */
  lacks: readonly Lack[];
  /** Where the public notice is read, once it is published. */
  publicUrl: string;
};

/** How many telling did not reach, where the case would end so. */
function unreachedWords(one: ControllerCase): Said[] {
  const missing = notReached(one);
  if (missing === null) return [];
  const { concerned, ...values } = missing;
  return concerned === null
    ? [{ key: 'caseAsk.unreachedCounts', values }]
    : [{ key: 'caseAsk.unreachedOf', values: { ...values, concerned } }];
}

/** Receipts of which only the number is kept: asked for before the case ends, which it does not stop. */
function copyWords(one: ControllerCase): Said[] {
  const n = copiesOwed(one).length;
  return n === 0 ? [] : [{ key: n === 1 ? 'caseAsk.closeCopyOne' : 'caseAsk.closeCopies', values: { n } }];
}

const lawWords = (
  one: ControllerCase,
  { id, validFrom }: LawProfile,
  key: 'caseAsk.lawOption' | 'caseAsk.lawToCome',
) => ({
  key,
  values: { id, from: validFrom ?? '', n: termOf(underLaw(one, id)).hours },
});

/** Shown apart, with their day: nobody can choose them yet. */
const lawsToCome = ({ one, now }: Around) =>
  lawChoices(one, now).toCome.map((law) => lawWords(one, law, 'caseAsk.lawToCome'));

export type CaseForm = CommandForm<ControllerCase, Around, CaseCommand['kind']>;

export const from: Question = { name: 'from', kind: 'text', label: { key: 'caseAsk.from' } };
export const reference: Question = {
  name: 'reference',
  kind: 'text',
  label: { key: 'caseAsk.reference' },
  optional: true,
};
export const tellings = options('telling', ['notice', 'suspicion', 'supplement', 'withdrawal', 'report']);

const withReason = (kind: 'case.reopen'): CaseForm => ({
  intro: [],
  questions: () => [reason],
  command: (sheet) => ({ kind, reason: sheet.text('reason') }),
});

/** What was told, whether it is a breach, since when it is known, and the end. */
export const caseForms = {
  'told.add': {
    intro: [{ key: 'caseAsk.toldIntro' }],
    questions: ({ zone }) => [
      {
        name: 'tellingKind',
        kind: 'select',
        label: { key: 'caseAsk.tellingKind' },
        options: tellings,
        start: 'supplement',
      },
      from,
      moment('receivedAt', 'caseAsk.receivedAt', zone, null, { canBeNow: true }),
      reference,
      area('text', 'caseAsk.text'),
    ],
    command: (sheet) => ({
      kind: 'told.add',
      tellingKind: sheet.text('tellingKind'),
      from: sheet.text('from'),
      receivedAt: sheet.instant('receivedAt'),
      reference: sheet.textOr('reference'),
      text: sheet.text('text'),
    }),
  },
  qualify: {
    intro: [{ key: 'caseAsk.qualifyIntro' }],
    about: ({ one, language }) => qualificationWords(one, language),
    questions: ({ one, zone }) => [
      nature(false, naturesOf(one)),
      moment('awareAt', 'caseAsk.awareAt', zone, one.clock.t0),
      area('reason', 'caseAsk.qualifyReason'),
    ],
    command: (sheet) => ({
      kind: 'qualify',
      nature: natureIn(sheet),
      awareAt: sheet.instantOr('awareAt'),
      reason: sheet.text('reason'),
    }),
  },
  'aware.correct': {
    intro: [{ key: 'caseAsk.correctIntro' }],
    questions: ({ one, zone }) => [moment('awareAt', 'caseAsk.awareAt', zone, one.clock.t0), reason],
    command: (sheet) => ({ kind: 'aware.correct', awareAt: sheet.instant('awareAt'), reason: sheet.text('reason') }),
  },
  'law.move': {
    intro: [{ key: 'caseAsk.lawIntro' }],
    about: lawsToCome,
    whyNot: (around) => (lawsToCome(around).length === 0 ? [] : [{ key: 'caseAsk.lawNone' }, ...lawsToCome(around)]),
    questions: ({ one, now }) => [
      {
        name: 'profileId',
        kind: 'select',
        label: { key: 'caseAsk.lawTo' },
        options: lawChoices(one, now).open.map((law) => ({
          value: law.id,
          label: lawWords(one, law, 'caseAsk.lawOption'),
        })),
      },
      reason,
    ],
    command: (sheet) => ({ kind: 'law.move', profileId: sheet.text('profileId'), reason: sheet.text('reason') }),
  },
  ruleOut: {
    intro: [{ key: 'caseAsk.ruleOutIntro' }],
    about: ({ one, language }) => qualificationWords(one, language),
    grave: true,
    questions: () => [
      area('evidenceRefs', 'caseAsk.evidenceRefs', { hint: { key: 'caseAsk.evidenceHint' } }),
      area('reason', 'caseAsk.ruleOutReason'),
    ],
    command: (sheet) => ({ kind: 'ruleOut', evidenceRefs: sheet.lines('evidenceRefs'), reason: sheet.text('reason') }),
  },
  'note.add': noteForm,
  'case.close': {
    intro: [{ key: 'caseAsk.closeIntro' }],
    warning: { key: 'caseAsk.closeWarning' },
    grave: true,
    about: ({ one }) => [...copyWords(one), ...unreachedWords(one)],
    ways: ({ one }) =>
      copiesOwed(one).length === 0 ? [] : [{ href: `/cases/${one.id}/files`, label: { key: 'files.title' } }],
    questions: ({ one }) => [
      ...(notReached(one) === null ? [] : [area('unreachedReason', 'caseAsk.unreached')]),
      area('lessons', 'ask.lessons'),
    ],
    command: (sheet) => ({
      kind: 'case.close',
      lessons: sheet.text('lessons'),
      unreachedReason: sheet.textOr('unreachedReason'),
    }),
  },
  'case.reopen': withReason('case.reopen'),
} satisfies Partial<Record<CaseCommand['kind'], CaseForm>>;
