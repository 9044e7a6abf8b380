import type { FieldKey } from '../../../domain/authority/form';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { acts } from './actions';

/** What of the form is said where another act is recorded, and not in the case's record. */
function actOf(field: FieldKey, { qualified }: Pick<ControllerCase, 'qualified'>): CaseCommand['kind'] | null {
  switch (field) {
    case 'filingType':
      return null; // chosen on the sheet itself
    case 'initialNumber':
      return 'authority.file';
    case 'withdrawalReason':
      return 'ruleOut';
    case 'awareAt':
    case 'saidLaterAt':
      return qualified === null ? 'qualify' : 'aware.correct';
    default:
      return 'record.change';
  }
}

/** The question of a page that answers a field, where its name is another's. */
const QUESTIONS: Readonly<Partial<Record<FieldKey, string>>> = {
  initialNumber: 'receiptNumber',
  withdrawalReason: 'reason',
  saidLaterAt: 'awareAt',
  representativeCivility: 'representative-civility',
  representativeLastName: 'representative-lastName',
  representativeFirstName: 'representative-firstName',
  representativeEmail: 'representative-email',
  contactCivility: 'contactPerson-civility',
  contactLastName: 'contactPerson-lastName',
  contactFirstName: 'contactPerson-firstName',
  contactFunction: 'contactPerson-function',
  contactEmail: 'contactPerson-email',
  contactPhone: 'contactPerson-phone',
  otherBodies: 'otherBodies-0-name',
  otherDataAuthorities: 'otherDataAuthorities-0-name',
  otherAuthorities: 'otherAuthorities-0-name',
  began: 'periodFrom',
  ended: 'periodTo',
  ongoing: 'period',
  measuresAfter: 'measures-done',
  countries: 'touched',
};

const LASTING: readonly FieldKey[] = [
  'siren',
  'vatNumber',
  'sector',
  'staff',
  'street',
  'postcode',
  'city',
  'country',
  'representativeCivility',
  'representativeLastName',
  'representativeFirstName',
  'representativeEmail',
];

/** Where the organisation says for every case what is the same in each; null for what is of the case. */
export const lastingPlace = (field: FieldKey): string | null =>
  LASTING.includes(field) ? `/identity#f-${QUESTIONS[field] ?? field}` : null;

/** The page of a case, below its own address, and the question on it that answers a field of the form; null: none does. */
export function fieldPlace(
  field: FieldKey,
  one: Pick<ControllerCase, 'qualified'>,
): { kind: CaseCommand['kind']; href: string } | null {
  const kind = actOf(field, one);
  const act = acts.find((each) => each.kind === kind);
  return kind === null || act === undefined ? null : { kind, href: `${act.segment}#f-${QUESTIONS[field] ?? field}` };
}
