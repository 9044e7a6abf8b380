import { isEea } from '../party/country';
import { done, refused, type Result } from '../shared/errors';
import { pointerOf } from '../shared/pointer';
import type { BreachRecord } from './breachRecord';
import { isThere, TBD, valueOf } from './edpbAnswers';
import { edpbFacts } from './edpbFacts';
import { EdpbForm, EXERCISE_MARK, toBeDetermined } from './edpbSchema';
import type { EdpbContext } from './filingContext';

/**
 * The EDPB template, filled from the record. Follow-ups are complete as soon as nothing is left to be determined.
 *
 * @returns each place that is still to be determined though the notification claims to be complete, by its pointer in the form
 */
export function edpbFormOf(record: BreachRecord, filing: EdpbContext): Result<EdpbForm> {
  const parsed = EdpbForm.safeParse(build(record, filing));
  if (parsed.success) return done(parsed.data);
  const issues = parsed.error.issues.map(({ path, message }) => ({ pointer: pointerOf(path), message }));
  return refused({ code: 'input.invalid', issues });
}

function build(record: BreachRecord, filing: EdpbContext) {
  const isWithdrawal = filing.type === 'withdrawal';
  const parts = {
    controller: controllerOf(record, filing),
    reportingPerson: reportingPersonOf(record) ?? TBD,
    dpo: dpoOf(record),
    facts: isWithdrawal ? null : edpbFacts(record, filing),
  };
  return {
    template: 'edpb-common-template',
    version: 'consultation-draft-2026-06',
    exercise: filing.exercise ? EXERCISE_MARK : null,
    notification: {
      kind: filing.initialNumber === null && filing.type !== 'complementary' && !isWithdrawal ? 'new' : 'followUp',
      status: statusOf(filing, toBeDetermined(parts).length > 0),
      priorId: filing.initialNumber,
      internalReference: filing.internalReference,
      withdrawalReason: isWithdrawal ? filing.withdrawalReason : null,
    },
    ...parts,
  };
}

function statusOf({ type }: EdpbContext, hasOpen: boolean): EdpbForm['notification']['status'] {
  switch (type) {
    case 'complete':
      return 'complete';
    case 'initial':
      return 'incomplete';
    case 'complementary':
      return hasOpen ? 'incomplete' : 'complete';
    case 'withdrawal':
      return 'withdraw';
  }
}

function controllerOf(record: BreachRecord, { type, eeaRepresentative }: EdpbContext) {
  const isAsked = type !== 'withdrawal';
  const lines = [record.street, [record.postcode, record.city].filter(isThere).join(' ')];
  const address = lines.filter((line) => isThere(line) && line !== '').join(', ');
  const siren = isThere(record.siren) ? record.siren : null;
  return {
    name: valueOf(record.organisationName),
    identifier: siren === null && record.hasNoSiren !== true ? TBD : { value: { siren } },
    sector: isAsked ? valueOf(record.sector) : null,
    staff: isAsked ? valueOf(record.staff) : null,
    address: isAsked ? valueOf(address === '' ? null : address) : null,
    country: isAsked ? valueOf(record.country) : null,
    eeaRepresentative: isThere(record.country) && isEea(record.country) ? null : eeaRepresentative,
  };
}

function reportingPersonOf({ contactPerson }: BreachRecord) {
  if (!isThere(contactPerson)) return null;
  const { firstName, lastName, function: of, email, phone } = contactPerson;
  return { value: { name: `${firstName} ${lastName}`, function: of, email, phone } };
}

function dpoOf({ dpo, contactPerson }: BreachRecord) {
  if (isThere(dpo)) return { ...dpo, function: null };
  return contactPerson?.isDpo === true ? (reportingPersonOf({ contactPerson })?.value ?? null) : null;
}
