import { noteContacted } from '../../../application/atOnce/noteContacted';
import { tellNow } from '../../../application/atOnce/tellNow';
import type { AtOnceKind } from '../../../application/atOnce/matter';
import { mayRecordTransfer } from '../../../application/policies/transfer';
import { mayProveVulnerability } from '../../../application/policies/vulnerability';
import type { Context } from '../../../application/ports/ports';
import { commandTransfer } from '../../../application/transfer/commandTransfer';
import { readTransfer } from '../../../application/transfer/readTransfers';
import { extendVulnerability } from '../../../application/vulnerability/extendVulnerability';
import { fixVulnerability } from '../../../application/vulnerability/fixVulnerability';
import { readVulnerability } from '../../../application/vulnerability/readVulnerabilities';
import { z } from 'zod';
import { NoteContacted } from '../../../domain/atOnce/decide';
import { ContactOutcome } from '../../../domain/atOnce/events';
import { TransferCommand } from '../../../domain/transfer/decide';
import type { Transfer } from '../../../domain/transfer/fold';
import { allowedIn } from '../../../domain/transfer/transitions';
import { Extend, Fix } from '../../../domain/vulnerability/decide';
import type { Vulnerability } from '../../../domain/vulnerability/fold';
import type { Page } from '../../http/definePage';
import { type CommandAct, type CommandForm, type Commanding, commandPage } from '../forms/commandPage';
import { area, moment, options } from '../forms/kit';
import type { Sheet } from '../forms/sheet';
import type { PageHouse } from '../house';
import { touched, touchedIn } from '../incident/formKit';
import { type Around, aroundOf, chosen } from './around';

const Contacted = NoteContacted.extend({ kind: z.literal('contacted') });
const VulnerabilityCommand = z.discriminatedUnion('kind', [
  Extend.extend({ kind: z.literal('extend') }),
  Fix.extend({ kind: z.literal('fix') }),
  Contacted,
]);
const OfTransfer = z.discriminatedUnion('kind', [...TransferCommand.options, Contacted]);
type VulnerabilityCommand = z.infer<typeof VulnerabilityCommand>;
type OfTransfer = z.infer<typeof OfTransfer>;

export const vulnerabilityActs: readonly CommandAct<VulnerabilityCommand['kind']>[] = [
  { kind: 'contacted', segment: 'contacted', label: 'atOnce.contacted' },
  { kind: 'extend', segment: 'extend', label: 'atOnce.extend' },
  { kind: 'fix', segment: 'fix', label: 'atOnce.fix' },
];
export const transferActs: readonly CommandAct<OfTransfer['kind']>[] = [
  { kind: 'contacted', segment: 'contacted', label: 'atOnce.contacted' },
  { kind: 'transfer.release', segment: 'release', label: 'atOnce.release' },
  { kind: 'transfer.prolong', segment: 'prolong', label: 'atOnce.prolong' },
  { kind: 'transfer.close', segment: 'close', label: 'atOnce.close' },
];

const contacted = {
  intro: [{ key: 'atOnce.contactedIntro' as const }],
  questions: ({ contacts, toldAt, zone }: Around) => [
    { name: 'contact', kind: 'select' as const, label: { key: 'ask.contact' as const }, options: contacts },
    {
      name: 'outcome',
      kind: 'pick' as const,
      label: { key: 'ask.reached' as const },
      options: options('atOnce.outcome', ContactOutcome.options),
      missing: 'err.choose' as const,
    },
    moment('at', 'ask.saidAt', zone, null, { optional: true, near: toldAt }),
    area('note', 'ask.callNote', { optional: true }),
  ],
  command: (sheet: Sheet) => ({
    kind: 'contacted' as const,
    ...chosen(sheet.text('contact')),
    outcome: sheet.text('outcome'),
    at: sheet.instantOr('at') ?? undefined,
    note: sheet.textOr('note'),
  }),
};

const vulnerabilityForms: Record<
  VulnerabilityCommand['kind'],
  CommandForm<Vulnerability, Around, VulnerabilityCommand['kind']>
> = {
  contacted,
  extend: {
    intro: [{ key: 'atOnce.extendIntro' }],
    submit: 'atOnce.extendGo',
    questions: ({ agreements }) => [touched({ agreements })],
    command: (sheet) => ({ kind: 'extend', touched: touchedIn(sheet) }),
  },
  fix: {
    intro: [{ key: 'atOnce.fixIntro' }],
    questions: ({ zone }) => [
      moment('fixedAt', 'atOnce.fixedAt', zone, null, { canBeNow: true }),
      area('how', 'atOnce.how'),
    ],
    command: (sheet) => ({ kind: 'fix', fixedAt: sheet.instant('fixedAt'), how: sheet.text('how') }),
  },
};

const transferForms: Record<OfTransfer['kind'], CommandForm<Transfer, Around, OfTransfer['kind']>> = {
  contacted,
  'transfer.release': {
    intro: [{ key: 'atOnce.releaseIntro' }],
    submit: 'atOnce.releaseGo',
    questions: ({ zone }) => [
      moment('releasedAt', 'atOnce.releasedAt', zone, null, { canBeNow: true }),
      area('how', 'atOnce.releaseHow'),
    ],
    command: (sheet) => ({
      kind: 'transfer.release',
      releasedAt: sheet.instant('releasedAt'),
      how: sheet.text('how'),
    }),
  },
  'transfer.prolong': {
    intro: [{ key: 'atOnce.prolongIntro' }],
    questions: ({ zone }) => [
      moment('until', 'atOnce.until', zone, null, { optional: true }),
      area('ground', 'atOnce.ground'),
    ],
    command: (sheet) => ({ kind: 'transfer.prolong', until: sheet.instantOr('until'), ground: sheet.text('ground') }),
  },
  'transfer.close': {
    intro: [{ key: 'atOnce.closeIntro' }],
    questions: ({ zone }) => [
      moment('closedAt', 'atOnce.closedAt', zone, null, { canBeNow: true }),
      area('outcome', 'atOnce.result'),
    ],
    command: (sheet) => ({
      kind: 'transfer.close',
      closedAt: sheet.instant('closedAt'),
      outcome: sheet.text('outcome'),
    }),
  },
};

const note = (ctx: Context, kind: AtOnceKind, id: string, key: string, command: z.infer<typeof Contacted>) => {
  const { kind: _kind, ...contact } = command;
  return noteContacted({ ctx, input: { kind, id, key, contacted: contact } });
};

const ofVulnerability: Commanding<Vulnerability, Around, VulnerabilityCommand['kind'], VulnerabilityCommand> = {
  subject: 'vulnerability',
  room: 'vulnerabilities',
  nav: { name: 'incidents', label: 'atOnce.vulnerabilities' },
  policy: mayProveVulnerability,
  isAddition: (kind) => kind === 'contacted',
  allowedIn: ({ stage }) => (stage === 'VULN_TOLD' ? ['extend', 'fix'] : []),
  referenceOf: ({ reference }) => reference,
  read: (ctx, vulnerabilityId) => readVulnerability({ ctx, input: { vulnerabilityId } }),
  async around(inside, one) {
    const around = await aroundOf(inside, one);
    const isTold = (agreementId: string) => one.proven.touched.some((known) => known.agreementId === agreementId);
    return { ...around, agreements: around.agreements.filter(({ value }) => !isTold(value)) };
  },
  schema: VulnerabilityCommand,
  run(ctx, { id, key, command, decided }) {
    if (command.kind === 'contacted') return note(ctx, 'vulnerability', id, key, command);
    if (command.kind === 'extend') {
      const { touched: further } = command;
      return extendVulnerability({ ctx, input: { vulnerabilityId: id, key, extend: { touched: further }, decided } });
    }
    const { kind: _kind, ...fix } = command;
    return fixVulnerability({ ctx, input: { vulnerabilityId: id, key, fix, decided } });
  },
  after: tellNow,
};

const ofTransfer: Commanding<Transfer, Around, OfTransfer['kind'], OfTransfer> = {
  subject: 'transfer',
  room: 'transfers',
  nav: { name: 'incidents', label: 'atOnce.transfers' },
  policy: mayRecordTransfer,
  isAddition: (kind) => kind === 'contacted',
  allowedIn: (one, { now }) => allowedIn(one, now),
  referenceOf: ({ reference }) => reference,
  read: (ctx, transferId) => readTransfer({ ctx, input: { transferId } }),
  around: aroundOf,
  schema: OfTransfer,
  run: (ctx, { id, key, command, decided }) =>
    command.kind === 'contacted'
      ? note(ctx, 'transfer', id, key, command)
      : commandTransfer({ ctx, input: { transferId: id, key, command, decided } }),
  after: tellNow,
};

/** What may be done to something that is told at once, each on a page of its own. */
export const atOnceCommandPages = (house: PageHouse): Page[] => [
  ...vulnerabilityActs.map((act) => commandPage(house, ofVulnerability, act, vulnerabilityForms[act.kind])),
  ...transferActs.map((act) => commandPage(house, ofTransfer, act, transferForms[act.kind])),
];
