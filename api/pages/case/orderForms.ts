import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { Exemption34 } from '../../../domain/risk/qualify';
import { moment, options, orNone } from '../forms/kit';
import { allAuthorities } from './authorityNames';
import type { CaseForm } from './caseForms';

/** What an authority decides of telling the persons: its order, and that it stands no more (GDPR Art 34(4)). */
export const orderForms = {
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
  'persons.lift': {
    intro: [{ key: 'caseAsk.liftIntro' }],
    questions: ({ one, zone }) => [
      {
        name: 'authorityId',
        kind: 'select',
        label: { key: 'caseAsk.authority' },
        options: allAuthorities(),
        start: one.persons.order?.authorityId ?? '',
      },
      moment('liftedAt', 'caseAsk.liftedAt', zone, null, { canBeNow: true }),
      orNone({
        name: 'ground',
        kind: 'select',
        label: { key: 'caseAsk.liftGround' },
        hint: { key: 'caseAsk.liftGroundHint' },
        options: options('ground', Exemption34.options),
      }),
      { name: 'reference', kind: 'text', label: { key: 'caseAsk.liftReference' } },
    ],
    command: (sheet) => ({
      kind: 'persons.lift',
      authorityId: sheet.text('authorityId'),
      liftedAt: sheet.instant('liftedAt'),
      ground: sheet.textOr('ground'),
      reference: sheet.text('reference'),
    }),
  },
} satisfies Partial<Record<CaseCommand['kind'], CaseForm>>;
