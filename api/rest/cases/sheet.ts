import { z } from 'zod';
import { readCaseToFill } from '../../../application/controllerCase/readCases';
import { othersOf } from '../../../application/controllerCase/togetherWith';
import { mayReadCases } from '../../../application/policies/controllerCase';
import type { Context } from '../../../application/ports/ports';
import type { Missing, Sheet } from '../../../domain/authority/form';
import { EXERCISE_MARK } from '../../../domain/authority/edpbSchema';
import { SECTIONS } from '../../../domain/authority/formField';
import { FilingType } from '../../../domain/authority/vocabulary';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { originAt, RecordOrigin } from '../../../domain/controllerCase/completeRecord';
import { authorityFor } from '../../../domain/controllerCase/mainAuthority';
import { sheetOfCase, toldTo } from '../../../domain/controllerCase/sheet';
import { fitsWith } from '../../../domain/controllerCase/together';
import { Language } from '../../../domain/letters/head';
import { done, refused, type Result } from '../../../domain/shared/errors';
import { copyValues, saWord } from '../../../templates/authorityValue';
import { sheetPaper, type ToldCases } from '../../authority/paper';
import { pdfAnswer } from '../pdfAnswer';
import { defineRead } from '../../http/defineRoute';
import { authorityAsked, AuthorityView, EXAMPLE_AUTHORITY } from './authorityAsked';
import { caseParams, casePath, tag } from './commands';

const MissingView = z.strictObject({
  field: z.string().meta({ description: 'field of the form' }),
  label: z.string().meta({ description: 'as the form names it' }),
  pointer: z.string().meta({ description: 'where it is said: in the record, or of the filing' }),
});

const SheetView = z
  .strictObject({
    type: FilingType.meta({ description: 'type of the notification' }),
    exercise: z.literal(EXERCISE_MARK).nullable().meta({ description: 'mark of a drill; null: it is none' }),
    authority: AuthorityView,
    sections: z
      .array(
        z.strictObject({
          number: z.int().meta({ description: 'number of the section' }),
          section: z.enum(SECTIONS).meta({ description: 'section of the form' }),
          title: z.string().meta({ description: 'as the form names it' }),
          fields: z
            .array(
              z.strictObject({
                field: z.string().meta({ description: 'field of the form' }),
                label: z.string().meta({ description: 'as the form names it' }),
                need: z
                  .enum(['initial', 'complete', 'optional'])
                  .meta({ description: 'for which notification it is needed' }),
                state: z.enum(['given', 'pending', 'blank']).meta({ description: 'pending: not known at this stage' }),
                value: z.string().meta({ description: 'ready to be copied into the form' }),
                takenFrom: RecordOrigin.nullable().meta({
                  description: 'from where it was taken over; null: said in the case itself, or nowhere',
                }),
              }),
            )
            .meta({ description: 'in the order of the form' }),
        }),
      )
      .meta({ description: 'in the order of the form' }),
    missing: z.array(MissingView).meta({ description: 'without these a notification of this type does not leave' }),
    toComplete: z.array(MissingView).meta({ description: 'what a later one has to complete' }),
    requires: z
      .array(
        z.strictObject({
          type: FilingType.meta({ description: 'which notification needs it' }),
          missing: z.array(MissingView).meta({ description: 'what it needs beside those before it; empty: nothing' }),
        }),
      )
      .meta({ description: 'what lets a notification leave, then what makes it whole' }),
    optionalBlank: z.int().nonnegative().meta({ description: 'how many answers that may stay blank do' }),
  })
  .meta({ id: 'FillInSheet', description: 'The authority’s form with what is known, in its own order' });

function present(
  sheet: Sheet,
  told: ControllerCase,
  language: Language,
): Omit<z.output<typeof SheetView>, 'authority'> {
  const missing = (one: readonly Missing[]) =>
    one.map(({ field, pointer }) => ({ field, label: saWord(language, 'field', field), pointer }));
  return {
    type: sheet.type,
    exercise: told.opened.exercise ? EXERCISE_MARK : null,
    sections: sheet.sections.map(({ number, section, fields }) => ({
      number,
      section,
      title: saWord(language, 'section', section),
      fields: fields.map(({ key, pointer, need, state, values }) => ({
        field: key,
        label: saWord(language, 'field', key),
        need,
        state,
        value: copyValues(language, told.opened.zone, values),
        takenFrom: originIn(told, pointer),
      })),
    })),
    missing: missing(sheet.missing),
    toComplete: missing(sheet.toComplete),
    requires: sheet.requires.map((one) => ({ type: one.type, missing: missing(one.missing) })),
    optionalBlank: sheet.optionalBlank,
  };
}

/** From where an answer was taken over; null: from the case's own record. */
export const originIn = (told: ControllerCase, pointer: string): RecordOrigin | null => {
  const origin = originAt(told, pointer);
  return origin === 'said' ? null : origin;
};

const query = z.strictObject({
  type: FilingType.default('initial').meta({ description: 'type of the notification' }),
  authorityId: authorityAsked,
  language: Language.default('fr').meta({ description: 'language of labels and terms' }),
  with: z
    .string()
    .regex(/^[^,]+(,[^,]+)*$/)
    .optional()
    .meta({
      description:
        'ids of other cases of which the same notification tells, between commas; 400 names each that does not fit',
    }),
});

/** The case, and the others that are named; every one that does not fit is a fault (rule E8). */
async function readCases(ctx: Context, caseId: string, named = ''): Promise<Result<ToldCases>> {
  const read = await readCaseToFill({ ctx, input: { caseId } });
  if (!read.ok) return read;
  const ids = named === '' ? [] : named.split(',');
  const others = await othersOf(ctx, read.value, ids);
  const fitting = others.filter((other) => fitsWith(read.value, other));
  const issues = ids.flatMap((id, index) =>
    fitting.some((one) => one.id === id)
      ? []
      : [{ pointer: `/query/with/${index}`, message: 'does not fit in one notification with this case' }],
  );
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  return done([read.value, ...fitting]);
}

export const sheetPdfRoute = defineRead({
  path: `${casePath}/sheet/pdf`,
  operationId: 'readFillInSheetPdf',
  summary: 'The authority’s form on paper',
  description: 'What `sheet` says, drawn anew each time from what the case knows.',
  tag,
  policy: mayReadCases,
  params: caseParams,
  query,
  ...pdfAnswer,
  async handler(ctx, { params: { caseId }, query: { type, authorityId, language, with: others } }) {
    const read = await readCases(ctx, caseId, others);
    if (!read.ok) return read;
    const authority = authorityFor(read.value[0], ctx.ports.now(), authorityId);
    if (!authority.ok) return authority;
    return { ok: true, value: await sheetPaper(ctx, read.value, { type, authority: authority.value }, language) };
  },
});

export const sheetRoute = defineRead({
  path: `${casePath}/sheet`,
  operationId: 'readFillInSheet',
  summary: 'The authority’s form with what is known',
  description: 'Section by section in the form’s own order, what is missing for this type, what a later one completes.',
  tag,
  policy: mayReadCases,
  params: caseParams,
  query,
  status: 200,
  response: SheetView,
  example: {
    response: {
      type: 'initial',
      exercise: null,
      authority: EXAMPLE_AUTHORITY,
      sections: [],
      missing: [],
      toComplete: [],
      requires: [{ type: 'initial', missing: [] }],
      optionalBlank: 3,
    },
  },
  async handler(ctx, { params: { caseId }, query: { type, authorityId, language, with: others } }) {
    const read = await readCases(ctx, caseId, others);
    if (!read.ok) return read;
    const [first, ...rest] = read.value;
    const now = ctx.ports.now();
    const authority = authorityFor(first, now, authorityId);
    if (!authority.ok) return authority;
    const { id, name } = authority.value;
    const told = toldTo(first, rest, { type, authorityId: id, language }, now);
    const sheet = sheetOfCase(told, { type, authorityId: id }, now);
    return { ok: true, value: { body: { authority: { id, name }, ...present(sheet, told, language) } } };
  },
});
