import { mayRecordTransfer } from '../../../application/policies/transfer';
import { recordTransfer } from '../../../application/transfer/recordTransfer';
import { Country } from '../../../domain/party/country';
import { RecordTransfer } from '../../../domain/transfer/decide';
import { TransferCause } from '../../../domain/transfer/events';
import { area, chosen, explained, moment } from '../forms/kit';
import type { Question } from '../forms/question';
import { touched, touchedIn } from '../incident/formKit';
import type { Recording } from './recording';

/** Whose controllers are told: here our own processing is no answer. */
const contractsTold = (agreements: Parameters<typeof touched>[0]['agreements']): Question => ({
  ...touched({ agreements }),
  missing: 'err.contracts',
  ...(agreements.length === 0 && { hint: { key: 'atOnce.noContracts' as const } }),
});

/** A legal demand, or a change of an instrument. */
export const transfer: Recording<RecordTransfer> = {
  room: 'transfers',
  segment: 'new',
  submit: 'atOnce.record',
  title: 'atOnce.newTransfer',
  intro: 'atOnce.newTransferIntro',
  policy: mayRecordTransfer,
  questions: (zone, { agreements }) => [
    {
      name: 'cause',
      kind: 'pick',
      label: { key: 'atOnce.cause' },
      options: explained('atOnce.cause', TransferCause.exclude(['outside']).options),
      missing: 'err.choose',
    },
    moment('knownAt', 'atOnce.knownAt', zone, null, { canBeNow: true }),
    { name: 'source', kind: 'text', label: { key: 'atOnce.source' } },
    area('text', 'atOnce.demanded', { hint: { key: 'atOnce.leaves' } }),
    contractsTold(agreements),
    area('ground', 'atOnce.secretGround', { hint: { key: 'atOnce.secretGroundHint' }, optional: true }),
    moment('until', 'atOnce.secretUntil', zone, null, { optional: true }),
  ],
  schema: RecordTransfer,
  input: (sheet) => ({
    cause: sheet.text('cause'),
    knownAt: sheet.instant('knownAt'),
    source: sheet.text('source'),
    text: sheet.text('text'),
    touched: touchedIn(sheet),
    secrecy:
      sheet.textOr('ground') === null && sheet.instantOr('until') === null
        ? null
        : { ground: sheet.text('ground'), until: sheet.instantOr('until') },
  }),
  write: (ctx, key, input) => recordTransfer({ ctx, input: { key, transfer: input } }),
};

/** A transfer outside the Union, of one controller: the contract says whether it is agreed. */
export const outside: Recording<RecordTransfer> = {
  room: 'transfers',
  segment: 'outside',
  submit: 'atOnce.recordOutside',
  warning: 'atOnce.outsideWarning',
  title: 'atOnce.newOutside',
  intro: 'atOnce.newOutsideIntro',
  policy: mayRecordTransfer,
  questions: (zone, { agreements }) => [
    chosen({ name: 'touched', kind: 'select', label: { key: 'atOnce.controller' }, options: agreements }),
    area('countries', 'atOnce.countries', {
      hint: { key: 'atOnce.countriesHint' },
      check: (value) => (codesIn(value).every((one) => Country.safeParse(one).success) ? null : 'err.country'),
    }),
    { name: 'source', kind: 'text', label: { key: 'atOnce.recipient' } },
    area('text', 'atOnce.transferred', { hint: { key: 'atOnce.leaves' } }),
    moment('knownAt', 'atOnce.beganAt', zone, null, { canBeNow: true }),
    {
      name: 'on',
      kind: 'date',
      label: { key: 'atOnce.authorisedOn' },
      hint: { key: 'atOnce.authorisedHint' },
      optional: true,
    },
    { name: 'by', kind: 'text', label: { key: 'atOnce.authorisedBy' }, optional: true },
  ],
  schema: RecordTransfer,
  input: (sheet) => ({
    cause: 'outside',
    knownAt: sheet.instant('knownAt'),
    source: sheet.text('source'),
    text: sheet.text('text'),
    touched: [{ agreementId: sheet.text('touched'), role: 'processor' }],
    countries: codesIn(sheet.text('countries')),
    authorisation:
      sheet.textOr('on') === null && sheet.textOr('by') === null
        ? null
        : { on: sheet.text('on'), by: sheet.text('by') },
  }),
  write: (ctx, key, input) => recordTransfer({ ctx, input: { key, transfer: input } }),
};

const codesIn = (typed: string): string[] =>
  typed
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
