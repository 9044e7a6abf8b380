import type { IncidentCommand } from '../../../domain/incident/commands';
import { BreachOrigin } from '../../../domain/incident/vocabulary';
import { saWord } from '../../../templates/authorityValue';
import type { Sheet } from '../forms/sheet';
import { area, moment, natures, noteForm, options, yesNoUnknown } from '../forms/kit';
import { type Around, type CommandForm } from './formKit';

const ALL = 'all';

const forWhom = ({ agreements, incident }: Around) => ({
  name: 'agreementId',
  kind: 'select' as const,
  label: { key: 'ask.agreement' as const },
  options: [
    { value: ALL, label: { key: 'ask.agreementAll' as const } },
    ...agreements.filter(({ value }) => incident.touched.some(({ agreementId }) => agreementId === value)),
  ],
  start: ALL,
});

const agreementIn = (sheet: Sheet): string | null =>
  sheet.text('agreementId') === ALL ? null : sheet.text('agreementId');

const causes = options('cause', [
  'internal-malicious',
  'internal-accidental',
  'external-malicious',
  'external-accidental',
  'other',
  'unknown',
]);
const keep = { value: 'keep', label: { key: 'ask.keep' as const } };

/** What is known and what is done: additions, refused by no stage. */
export const workForms = {
  'measure.add': {
    intro: [],
    questions: (around) => [
      area('what', 'ask.what'),
      { name: 'owner', kind: 'text', label: { key: 'ask.owner' } },
      {
        name: 'measureKind',
        kind: 'select',
        label: { key: 'ask.measureKind' },
        options: options('measure', ['contain', 'eradicate', 'recover', 'protectPersons', 'other']),
        start: 'contain',
      },
      {
        name: 'status',
        kind: 'pick',
        label: { key: 'ask.measureStatus' },
        options: options('status', ['taken', 'proposed']),
        start: 'taken',
      },
      moment('at', 'ask.measureAt', around.zone, null, { canBeNow: true }),
      forWhom(around),
    ],
    command: (sheet) => ({
      kind: 'measure.add',
      what: sheet.text('what'),
      owner: sheet.text('owner'),
      measureKind: sheet.text('measureKind'),
      status: sheet.text('status'),
      at: sheet.instant('at'),
      agreementId: agreementIn(sheet),
    }),
  },
  'facts.record': {
    intro: [{ key: 'ask.factIntro' }],
    questions: (around) => [
      forWhom(around),
      { name: 'persons', kind: 'number', label: { key: 'ask.persons' }, optional: true },
      { name: 'records', kind: 'number', label: { key: 'ask.records' }, optional: true },
      { name: 'natureAdded', kind: 'checks', label: { key: 'ask.natureAdded' }, options: natures, optional: true },
      { name: 'cause', kind: 'select', label: { key: 'ask.cause' }, options: [keep, ...causes], start: 'keep' },
      {
        name: 'origin',
        kind: 'select',
        label: { key: 'ask.origin' },
        options: [
          keep,
          ...BreachOrigin.options.map((value) => ({ value, label: saWord(around.language, 'origin', value) })),
        ],
        start: 'keep',
      },
      {
        name: 'ongoing',
        kind: 'select',
        label: { key: 'ask.ongoing' },
        options: [keep, ...yesNoUnknown],
        start: 'keep',
      },
      {
        name: 'malicious',
        kind: 'select',
        label: { key: 'ask.malicious' },
        options: [keep, ...yesNoUnknown],
        start: 'keep',
      },
      area('description', 'ask.description', { optional: true }),
    ],
    command: (sheet) => ({ kind: 'facts.record', agreementId: agreementIn(sheet), ...factsIn(sheet) }),
  },
  'note.add': noteForm,
} satisfies Partial<Record<IncidentCommand['kind'], CommandForm>>;

/** A field that was left empty is not in the command: nothing known is overwritten with "not known". */
function factsIn(sheet: Sheet) {
  const { number, text, textOr, ticked } = sheet;
  const count = (name: string) => (number(name) === null ? {} : { [name]: { approx: number(name) } });
  const truth = (name: string) =>
    text(name) === keep.value ? {} : { [name]: text(name) === 'unknown' ? null : text(name) === 'yes' };
  return {
    ...count('persons'),
    ...count('records'),
    ...(ticked('natureAdded').length > 0 && { natureAdded: ticked('natureAdded') }),
    ...(text('cause') !== keep.value && { cause: text('cause') }),
    ...(text('origin') !== keep.value && { origin: text('origin') }),
    ...truth('ongoing'),
    ...truth('malicious'),
    ...(textOr('description') !== null && { description: text('description') }),
  };
}
