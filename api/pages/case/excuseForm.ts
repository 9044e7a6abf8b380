import type { CaseCommand } from '../../../domain/controllerCase/commands';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import type { Language } from '../../../domain/letters/head';
import { fieldsOfGroup, type RecordGroup, recordGroups } from '../../../domain/controllerCase/recordGroups';
import { missingOf, type RecordNeed } from '../../../domain/controllerCase/recordRegion';
import { saWord } from '../../../templates/authorityValue';
import { area, options } from '../forms/kit';
import type { Question } from '../forms/question';
import type { Sheet } from '../forms/sheet';
import type { CaseForm } from './caseForms';
import { needNames } from '../../authority/recordWords';

type Missing = { group: RecordGroup; fields: readonly RecordNeed[] };

/** Groups in which something is missing. */
function missingIn(one: ControllerCase): Missing[] {
  const missing = missingOf(one);
  return recordGroups
    .map((group) => ({ group, fields: fieldsOfGroup(group).filter((field) => missing.includes(field)) }))
    .filter(({ fields }) => fields.length > 0);
}

/** A reason for each group that lacks something; of several fields, those that are not to stay open are unticked. */
function ofGroup({ group, fields }: Missing, language: Language): Question[] {
  const names = needNames(language, fields);
  const section = { section: saWord(language, 'section', group) };
  const which: Question = {
    name: `${group}-fields`,
    kind: 'checks',
    label: { key: 'caseAsk.excuseFields' },
    options: options('recordNeed', fields),
    start: fields.join(','),
    optional: true,
    ...section,
  };
  const hint = { key: 'caseAsk.excuseWhyHint' as const, values: { fields: names } };
  const why = area(`${group}-reason`, 'caseAsk.excuseWhy', { optional: true, hint });
  return fields.length === 1 ? [{ ...why, ...section }] : [which, why];
}

/** One reason for several groups: each is ticked, none is by itself. */
const forSeveral = (missing: readonly Missing[], language: Language): Question[] => [
  {
    name: 'same',
    kind: 'checks',
    label: { key: 'caseAsk.excuseSameGroups' },
    hint: { key: 'caseAsk.excuseSameHint' },
    options: missing.map(({ group }) => ({ value: group, label: saWord(language, 'section', group) })),
    answers: ['groups'],
    section: { key: 'caseAsk.excuseSame' },
    optional: true,
  },
  area('sameReason', 'caseAsk.excuseSameReason', { optional: true }),
];

/** Of a group, the fields that stay open and its own reason, or else the one that was ticked for it. */
function excusedIn(sheet: Sheet, { group, fields }: Missing): unknown {
  const own = sheet.textOr(`${group}-reason`);
  if (own === null && !sheet.ticked('same').includes(group)) return undefined;
  const open = fields.length === 1 ? fields : sheet.ticked(`${group}-fields`);
  return { fields: open, reason: own ?? sheet.text('sameReason') };
}

/** What stays open for good, group by group: one reason never empties the whole record unasked. */
export const excuseForms = {
  'record.excuse': {
    intro: [{ key: 'caseAsk.excuseIntro' }],
    questions({ one, language }) {
      const missing = missingIn(one);
      return [...missing.flatMap((each) => ofGroup(each, language)), ...forSeveral(missing, language)];
    },
    command: (sheet, { one }) => ({
      kind: 'record.excuse',
      groups: Object.fromEntries(
        missingIn(one).flatMap((each) => {
          const said = excusedIn(sheet, each);
          return said === undefined ? [] : [[each.group, said]];
        }),
      ),
    }),
  },
} satisfies Partial<Record<CaseCommand['kind'], CaseForm>>;
