import { InformedBy } from '../../../domain/authority/vocabulary';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { area, moment, options, reason } from '../forms/kit';
import { allAuthorities } from './authorityNames';
import type { CaseForm } from './caseForms';

/** Telling the persons: whether, when not, what, and to how many (GDPR Art 34). */
export const personsForms = {
  'persons.require': {
    intro: [{ key: 'caseAsk.requireIntro' }],
    questions: () => [reason],
    command: (sheet) => ({ kind: 'persons.require', reason: sheet.text('reason') }),
  },
  'persons.exempt': {
    intro: [{ key: 'caseAsk.exemptIntro' }],
    questions: () => [
      {
        name: 'ground',
        kind: 'pick',
        label: { key: 'caseAsk.ground' },
        options: options('ground', ['a', 'b', 'c']),
        missing: 'err.choose',
      },
      area('proof', 'caseAsk.proof'),
      area('publicNotice', 'caseAsk.publicNotice', { optional: true, hint: { key: 'caseAsk.publicHint' } }),
    ],
    command: (sheet) => ({
      kind: 'persons.exempt',
      ground: sheet.text('ground'),
      proof: sheet.text('proof'),
      publicNotice: sheet.textOr('publicNotice'),
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
  'persons.resume': {
    intro: [],
    questions: () => [reason],
    command: (sheet) => ({ kind: 'persons.resume', reason: sheet.text('reason') }),
  },
  'persons.order': {
    intro: [{ key: 'caseAsk.orderIntro' }],
    questions: ({ zone }) => [
      {
        name: 'authorityId',
        kind: 'select',
        label: { key: 'caseAsk.authority' },
        options: allAuthorities(),
      },
      moment('orderedAt', 'caseAsk.orderedAt', zone, null, { canBeNow: true }),
      { name: 'reference', kind: 'text', label: { key: 'caseAsk.orderReference' } },
    ],
    command: (sheet) => ({
      kind: 'persons.order',
      authorityId: sheet.text('authorityId'),
      orderedAt: sheet.instant('orderedAt'),
      reference: sheet.text('reference'),
    }),
  },
  'persons.draft': {
    intro: [{ key: 'caseAsk.draftIntro' }],
    questions: ({ one: { persons } }) => [
      area('fr', 'caseAsk.draftFr', { optional: true, start: persons.draft?.fr ?? '' }),
      area('en', 'caseAsk.draftEn', { optional: true, start: persons.draft?.en ?? '' }),
    ],
    command: (sheet) => ({ kind: 'persons.draft', fr: sheet.textOr('fr'), en: sheet.textOr('en') }),
  },
  'persons.tell': {
    intro: [{ key: 'caseAsk.tellIntro' }],
    questions: ({ zone }) => [
      moment('toldAt', 'caseAsk.toldAt', zone, null, { canBeNow: true }),
      {
        name: 'means',
        kind: 'select',
        label: { key: 'caseAsk.means' },
        options: options('means', InformedBy.options),
      },
      { name: 'told', kind: 'number', label: { key: 'caseAsk.toldCount' } },
      { name: 'concerned', kind: 'number', label: { key: 'caseAsk.concerned' }, optional: true },
      { name: 'bounced', kind: 'number', label: { key: 'caseAsk.bounced' }, optional: true },
    ],
    command: (sheet) => ({
      kind: 'persons.tell',
      toldAt: sheet.instant('toldAt'),
      means: sheet.text('means'),
      told: sheet.number('told'),
      concerned: sheet.number('concerned'),
      bounced: sheet.number('bounced') ?? 0,
    }),
  },
} satisfies Partial<Record<CaseCommand['kind'], CaseForm>>;
