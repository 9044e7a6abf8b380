import { z } from 'zod';
import { readCaseToFill } from '../../../application/controllerCase/readCases';
import { mayReadCases } from '../../../application/policies/controllerCase';
import type { Context } from '../../../application/ports/ports';
import { EDPB_FIELDS, type EdpbSection } from '../../../domain/authority/edpbRows';
import { EXERCISE_MARK } from '../../../domain/authority/edpbSchema';
import { FilingType } from '../../../domain/authority/vocabulary';
import { edpbOfCase } from '../../../domain/controllerCase/edpb';
import { RecordOrigin } from '../../../domain/controllerCase/completeRecord';
import { toldTo } from '../../../domain/controllerCase/sheet';
import { authorityFor } from '../../../domain/controllerCase/mainAuthority';
import { Language } from '../../../domain/letters/head';
import { openPlaces, writtenEdpb } from '../../authority/edpb';
import { edpbPaper } from '../../authority/paper';
import { pdfAnswer } from '../pdfAnswer';
import { defineRead } from '../../http/defineRoute';
import { authorityAsked, AuthorityView, EXAMPLE_AUTHORITY } from './authorityAsked';
import { caseParams, casePath, tag } from './commands';
import { originIn } from './sheet';

const SECTIONS = Object.keys(EDPB_FIELDS) as [EdpbSection, ...EdpbSection[]];

const EdpbView = z
  .strictObject({
    type: FilingType.meta({ description: 'type of the notification' }),
    exercise: z.literal(EXERCISE_MARK).nullable().meta({ description: 'mark of a drill; null: it is none' }),
    authority: AuthorityView,
    toBeDetermined: z
      .array(z.string().meta({ description: 'pointer into `form` (RFC 6901)' }))
      .meta({ description: 'what is still to be determined; empty in a complete one' }),
    sections: z
      .array(
        z.strictObject({
          section: z.enum(SECTIONS).meta({ description: 'section of the template' }),
          title: z.string().meta({ description: 'as the template is read here' }),
          fields: z
            .array(
              z.strictObject({
                field: z.string().meta({ description: 'field of the template' }),
                label: z.string().meta({ description: 'in the language asked for' }),
                state: z.enum(['given', 'pending', 'blank']).meta({ description: 'pending: to be determined' }),
                value: z.string().meta({ description: 'in words' }),
                takenFrom: RecordOrigin.nullable().meta({
                  description: 'from where it was taken over; null: said in the case itself, or nowhere',
                }),
              }),
            )
            .meta({ description: 'in the order of the template' }),
        }),
      )
      .meta({ description: 'in the order of the template' }),
    form: z
      .record(z.string(), z.unknown())
      .meta({ description: 'the document: `template`, `version`, `notification`, `controller`, … (docs/formats.md)' }),
  })
  .meta({ id: 'EdpbForm', description: 'The common template of the EDPB, filled from the case' });

const query = z.strictObject({
  type: FilingType.default('initial').meta({ description: 'type of the notification' }),
  authorityId: authorityAsked,
  language: Language.default('fr').meta({ description: 'language of labels and terms' }),
});
type Query = z.infer<typeof query>;

/** The case with its template; each place that hinders it where it claims to be complete. */
export async function readEdpb(ctx: Context, caseId: string, { type, authorityId, language }: Query) {
  const read = await readCaseToFill({ ctx, input: { caseId } });
  if (!read.ok) return read;
  const one = read.value;
  const now = ctx.ports.now();
  const named = authorityFor(one, now, authorityId);
  if (!named.ok) return named;
  const authority = named.value;
  const form = edpbOfCase(one, { type, authorityId: authority.id, language }, now);
  return form.ok ? { ok: true as const, value: { one, reading: { type, authority, form: form.value } } } : form;
}

export const edpbRoutes = [
  defineRead({
    path: `${casePath}/edpb`,
    operationId: 'readEdpbForm',
    summary: 'The common template of the EDPB with what is known',
    description:
      'As a document and in words. A complete one, and a withdrawal, leave nothing to be determined: 400 with each place that does. A draft of the template: until it is adopted the national form applies.',
    tag,
    policy: mayReadCases,
    params: caseParams,
    query,
    status: 200,
    response: EdpbView,
    example: {
      response: {
        type: 'initial',
        exercise: null,
        authority: EXAMPLE_AUTHORITY,
        toBeDetermined: ['/facts/affected/persons'],
        sections: [],
        form: {},
      },
    },
    async handler(ctx, { params: { caseId }, query: asked }) {
      const read = await readEdpb(ctx, caseId, asked);
      if (!read.ok) return read;
      const { one, reading } = read.value;
      const { type, form, authority } = reading;
      const { id, name } = authority;
      const told = toldTo(one, [], { type, authorityId: id, language: asked.language }, ctx.ports.now());
      const sections = writtenEdpb(one, reading, asked.language).sections.map(({ fields, ...section }) => ({
        ...section,
        fields: fields.map(({ pointer, ...field }) => ({ ...field, takenFrom: originIn(told, pointer) })),
      }));
      const body = {
        type,
        exercise: form.exercise,
        authority: { id, name },
        toBeDetermined: openPlaces(form),
        sections,
        form,
      };
      return { ok: true, value: { body } };
    },
  }),
  defineRead({
    path: `${casePath}/edpb/pdf`,
    operationId: 'readEdpbPdf',
    summary: 'The common template of the EDPB on paper',
    description: 'Drawn anew each time from what the case knows.',
    tag,
    policy: mayReadCases,
    params: caseParams,
    query,
    ...pdfAnswer,
    async handler(ctx, { params: { caseId }, query: asked }) {
      const read = await readEdpb(ctx, caseId, asked);
      if (!read.ok) return read;
      const { one, reading } = read.value;
      return { ok: true, value: await edpbPaper(ctx, one, reading, asked.language) };
    },
  }),
];
