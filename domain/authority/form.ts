import type { BreachRecord } from './breachRecord';
import type { FilingContext } from './filingContext';
import { toldFields } from './fieldsTold';
import { whatFields } from './fieldsWhat';
import { whoFields } from './fieldsWho';
import { whomFields } from './fieldsWhom';
import { type FormField, SECTIONS, type SectionKey, type Value } from './formField';
import type { FilingType } from './vocabulary';

const fields = [...whoFields, ...whatFields, ...whomFields, ...toldFields] as const;
export type FieldKey = (typeof fields)[number]['key'];

/** The authority's form as data, in the form's own order (domain rules 2.2; outline of July 2023). */
export const FORM: readonly (FormField & { key: FieldKey })[] = fields;

/** How much is asked: what leaves first, what makes it whole, or what takes it back. */
export type Depth = 'initial' | 'complete' | 'withdrawal';

/** One field that is still blank, or not known yet where a complete notification needs it. */
export type Missing = { section: SectionKey; field: FieldKey; pointer: string };

export type SheetField = {
  key: FieldKey;
  /** Where it is said: see `FormField`. */
  pointer: string;
  need: FormField['need'];
  /** `pending`: said to be not known at this stage. */
  state: 'given' | 'pending' | 'blank';
  values: readonly Value[];
};

export type Sheet = {
  type: FilingType;
  sections: readonly { section: SectionKey; number: number; fields: readonly SheetField[] }[];
  /** Without these the notification of this type does not leave. */
  missing: readonly Missing[];
  /** What a later one has to complete. */
  toComplete: readonly Missing[];
  /** What lets a notification leave, then what makes it whole beside that; of a withdrawal, the first alone. */
  requires: readonly Requirement[];
  /** How many answers that are asked, and may stay blank, do. */
  optionalBlank: number;
};

/** What a notification of a type still needs; nothing of it that one named before it needs, too. */
export type Requirement = { type: FilingType; missing: readonly Missing[] };

/** What makes the withdrawal of a notification known for what it is; the facts need no completing. */
const OF_A_WITHDRAWAL: readonly SectionKey[] = ['type', 'organisation', 'contact'];

export function depthOf(type: FilingType): Depth {
  if (type === 'complementary') return 'initial';
  return type;
}

/** Everything that is missing, in the order of the form. "Not known at this stage" will do for an initial notification. */
export function missingFor(depth: Depth, record: BreachRecord, filing: FilingContext): Missing[] {
  return FORM.filter((field) => isNeeded(field, depth) && isAsked(field, record, filing)).flatMap((field) => {
    const { key, section, pointer } = field;
    const reading = field.read(record, filing);
    const isMissing = reading === null || (depth === 'complete' && reading.state === 'pending');
    return isMissing ? [{ section, field: key, pointer }] : [];
  });
}

/** The fill-in sheet of a notification: every section of the form in its order, with what is known and what is missing. */
export function sheetOf(record: BreachRecord, filing: FilingContext): Sheet {
  return {
    type: filing.type,
    sections: SECTIONS.map((section, index) => ({
      section,
      number: index + 1,
      fields: FORM.filter((field) => field.section === section && isAsked(field, record, filing)).map((field) =>
        sheetField(field, record, filing),
      ),
    })),
    missing: missingFor(depthOf(filing.type), record, filing),
    toComplete: filing.type === 'withdrawal' ? [] : missingFor('complete', record, filing),
    requires: requirementsOf(record, filing),
    optionalBlank: FORM.filter(
      (field) => field.need === 'optional' && isAsked(field, record, filing) && field.read(record, filing) === null,
    ).length,
  };
}

function requirementsOf(record: BreachRecord, filing: FilingContext): Requirement[] {
  const least = filing.type === 'complete' ? 'initial' : filing.type;
  const missing = missingFor(depthOf(least), record, filing);
  if (least === 'withdrawal') return [{ type: least, missing }];
  const beside = missingFor('complete', record, filing).filter(
    ({ field }) => !missing.some((needed) => needed.field === field),
  );
  return [
    { type: least, missing },
    { type: 'complete', missing: beside },
  ];
}

function sheetField(field: FormField & { key: FieldKey }, record: BreachRecord, filing: FilingContext): SheetField {
  const { key, need, pointer } = field;
  const reading = field.read(record, filing);
  return { key, pointer, need, state: reading?.state ?? 'blank', values: reading?.values ?? [] };
}

function isNeeded({ need, section }: FormField, depth: Depth): boolean {
  if (need === 'optional') return false;
  if (depth === 'complete') return true;
  return need === 'initial' && (depth === 'initial' || OF_A_WITHDRAWAL.includes(section));
}

const isAsked = (field: FormField, record: BreachRecord, filing: FilingContext): boolean =>
  field.asked?.(record, filing) ?? true;
