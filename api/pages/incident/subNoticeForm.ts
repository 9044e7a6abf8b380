import { outOfOrder } from '../../../domain/incident/chronology';
import type { IncidentCommand } from '../../../domain/incident/commands';
import { unacknowledgedOf } from '../../../domain/incident/subNotice';
import type { Said } from '../../../templates/pages/words/word';
import { area, moment, nature, natureIn, options } from '../forms/kit';
import type { Question } from '../forms/question';
import type { Sheet } from '../forms/sheet';
import { type Around, type CommandForm, isOwn, ownProcessing, touched, touchedIn } from './formKit';

const line = (
  name: string,
  kind: 'text' | 'tel' | 'email' | 'number',
  label: Question['label'],
  more = {},
): Question => ({
  name,
  kind,
  label,
  ...more,
});

const item = (name: 'a' | 'b' | 'c' | 'd' | 'e'): Question => area(name, `subNotice.${name}`, { optional: true });

/** As contracts name them: what is typed alike is authorised alike. */
const chainHint = (firms: readonly string[]): Said =>
  firms.length === 0
    ? { key: 'subNotice.chainHint' }
    : {
        key: 'subNotice.chainHintOf',
        values: { firms: [...firms.slice(0, MANY_FIRMS), ...(firms.length > MANY_FIRMS ? ['…'] : [])].join(', ') },
      };

const MANY_FIRMS = 20;

/** Who told, when, how sure; what it touches; what of it goes on to the controllers. */
export const subNoticeQuestions = (around: Pick<Around, 'agreements' | 'zone'> & Partial<Around>): Question[] => [
  area('chain', 'subNotice.chain', { hint: chainHint(around.firms ?? []) }),
  line('toldBy', 'text', { key: 'subNotice.toldBy' }),
  line('phone', 'tel', { key: 'subNotice.phone' }, { either: ['email'], missing: 'err.contact' }),
  line('email', 'email', { key: 'subNotice.email' }, { optional: true }),
  line('reference', 'text', { key: 'subNotice.reference' }, { optional: true }),
  moment('receivedAt', 'subNotice.receivedAt', around.zone, null, { canBeNow: true }),
  {
    name: 'certain',
    kind: 'pick',
    label: { key: 'subNotice.certain' },
    options: options('certain', ['yes', 'no']),
    missing: 'err.choose',
  },
  { ...touched(around), optional: true },
  ownProcessing,
  nature(true),
  area('text', 'subNotice.text', { hint: { key: 'subNotice.textHint' } }),
  ...(['a', 'b', 'c'] as const).map(item),
  line('persons', 'number', { key: 'draft.cPersons' }, { optional: true }),
  line('records', 'number', { key: 'draft.cRecords' }, { optional: true }),
  ...(['d', 'e'] as const).map(item),
];

/** The fields of the command, not yet checked. */
export const subNoticeIn = (sheet: Sheet) => ({
  kind: 'subNotice.receive' as const,
  chain: sheet.lines('chain'),
  toldBy: sheet.text('toldBy'),
  email: sheet.textOr('email'),
  phone: sheet.textOr('phone'),
  reference: sheet.textOr('reference'),
  receivedAt: sheet.instant('receivedAt'),
  certain: sheet.text('certain') === 'yes',
  nature: natureIn(sheet),
  touched: touchedIn(sheet),
  ownProcessing: isOwn(sheet),
  text: sheet.text('text'),
  items: {
    a: sheet.textOr('a'),
    b: sheet.textOr('b'),
    c: sheet.textOr('c'),
    d: sheet.textOr('d'),
    e: sheet.textOr('e'),
    persons: sheet.number('persons'),
    records: sheet.number('records'),
  },
});

/** The instant of the receipt, looked at while other answers miss. */
export const judgeSubNotice = (sheet: Sheet, now: Date) =>
  outOfOrder([{ pointer: '/receivedAt', at: sheet.instantOr('receivedAt') }], now);

/** What a sub-processor told of an incident that we have (domain rules 7.5). */
export const subNoticeForms = {
  'subNotice.receive': {
    intro: [{ key: 'subNotice.intro' }],
    warning: { key: 'subNotice.warning' },
    questions: subNoticeQuestions,
    judge: (sheet, _incident, now) => judgeSubNotice(sheet, now),
    command: subNoticeIn,
  },
  'subNotice.acknowledge': {
    intro: [{ key: 'subNotice.acknowledgeIntro' }],
    questions: ({ incident }) => [
      {
        name: 'subNoticeId',
        kind: 'select',
        label: { key: 'subNotice.which' },
        options: unacknowledgedOf(incident).map(({ subNoticeId, chain, seal }) => ({
          value: subNoticeId,
          label: `${chain[0] ?? ''} ${seal?.version ?? ''}`,
        })),
      },
      line('name', 'text', { key: 'guest.name' }),
      line('function', 'text', { key: 'guest.function' }),
    ],
    command: (sheet) => ({
      kind: 'subNotice.acknowledge',
      subNoticeId: sheet.text('subNoticeId'),
      name: sheet.text('name'),
      function: sheet.text('function'),
    }),
  },
} satisfies Partial<Record<IncidentCommand['kind'], CommandForm>>;
