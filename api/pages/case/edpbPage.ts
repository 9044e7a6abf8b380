import { z } from 'zod';
import { readCaseToFill } from '../../../application/controllerCase/readCases';
import { mayReadCases } from '../../../application/policies/controllerCase';
import { FilingType } from '../../../domain/authority/vocabulary';
import type { Language } from '../../../domain/letters/head';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { edpbOfCase, edpbTypes } from '../../../domain/controllerCase/edpb';
import { toldTo } from '../../../domain/controllerCase/sheet';
import { authorityFor } from '../../../domain/controllerCase/mainAuthority';
import { saWord } from '../../../templates/authorityValue';
import { edpbPage } from '../../../templates/pages/edpb';
import { type EdpbReading, writtenEdpb } from '../../authority/edpb';
import { edpbPaper, fileReference } from '../../authority/paper';
import { definePage, type Visit } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { enterHouse, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { choiceOf } from './competenceWords';
import { readWarnings } from './gravityWarning';
import { originWord } from './takenWord';

const params = z.object({ orgId: OrgId, controllerCaseId: Id });
const query = z.object({ type: FilingType.optional(), authorityId: Id.optional() });
type Asked = Visit<z.infer<typeof params>, z.infer<typeof query>>;

/** "What does the common template of the EDPB say, and what is still to be determined?" */
export const edpbPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/cases/{controllerCaseId}/edpb',
    audience: 'member',
    policy: mayReadCases,
    params,
    query,
    async render(visit) {
      const entered = await enterEdpb(house, visit);
      if (!entered.ok) return entered;
      const { frame, one, type, reading } = entered.value;
      const path = `/cases/${one.id}`;
      const written = writtenEdpb(one, reading, frame.language);
      const { authority } = reading;
      const asked = { type: reading.type, authorityId: authority.id, language: frame.language };
      const told = toldTo(one, [], asked, visit.now);
      const isWhole = type === reading.type;
      return shownAs(
        edpbPage(frame, {
          path,
          reference: one.reference,
          ...choiceOf(one, authority.id, { base: `${path}/edpb`, language: frame.language }),
          tabs: edpbTypes(one, authority.id).map((name) => ({
            href: `${path}/edpb?type=${name}&authorityId=${authority.id}`,
            label: saWord(frame.language, 'filing', name),
            current: name === type,
          })),
          status: saWord(frame.language, 'edpbStatus', reading.form.notification.status),
          toComplete: written.toComplete,
          refused: !isWhole,
          warnings: readWarnings(one),
          sections: written.sections.map(({ title, fields }) => ({
            title,
            fields: fields.map(({ label, state, value, pointer }) => ({
              label,
              state,
              value,
              from: state === 'pending' ? null : originWord(told, pointer, frame.language),
            })),
          })),
          ways: ['pdf', 'json'].map((kind) => ({
            href: `${path}/edpb/${kind}?type=${reading.type}&authorityId=${authority.id}`,
            label: { key: kind === 'pdf' ? ('sheet.pdf' as const) : ('edpb.json' as const) },
          })),
        }),
      );
    },
  });

/** The same on paper, and as a document for a machine. */
export const edpbFilesOf = (house: PageHouse) =>
  (['pdf', 'json'] as const).map((kind) =>
    definePage({
      path: `/o/{orgId}/cases/{controllerCaseId}/edpb/${kind}`,
      audience: 'member',
      policy: mayReadCases,
      params,
      query,
      async render(visit) {
        const entered = await enterEdpb(house, visit);
        if (!entered.ok) return entered;
        const { ctx, frame, one, reading } = entered.value;
        if (kind === 'pdf') return { ok: true, value: await edpbPaper(ctx, one, reading, frame.language) };
        const bytes = Buffer.from(`${JSON.stringify(reading.form, null, 2)}\n`);
        return {
          ok: true,
          value: { bytes, mediaType: 'application/json', fileName: `${fileReference(one)} edpb.json` },
        };
      },
    }),
  );

async function enterEdpb(house: PageHouse, visit: Asked) {
  const { controllerCaseId: caseId } = visit.params;
  const inside = await enterHouse(house, visit, 'cases', `/cases/${caseId}/edpb`);
  if (!inside.ok) return inside;
  const { ctx, frame } = inside.value;
  const read = await readCaseToFill({ ctx, input: { caseId } });
  if (!read.ok) return read;
  const one = read.value;
  const named = authorityFor(one, visit.now, visit.query.authorityId);
  if (!named.ok) return named;
  const authority = named.value;
  const type = typeOf(one, authority.id, visit.query.type);
  return {
    ok: true as const,
    value: { ctx, frame, one, type, reading: readingOf(one, { type, authority, language: frame.language }, visit.now) },
  };
}

/** What was asked for where the case can be notified so, else what is likely next. */
function typeOf(one: ControllerCase, authorityId: string, asked: FilingType | undefined): FilingType {
  const types = edpbTypes(one, authorityId);
  const [likely = 'initial'] = one.ruledOut === null ? types : types.toReversed();
  return asked !== undefined && types.includes(asked) ? asked : likely;
}

/** As it was asked for; where something is still to be determined, as an incomplete one. */
function readingOf(
  one: ControllerCase,
  { type, authority, language }: Omit<EdpbReading, 'form'> & { language: Language },
  now: Date,
): EdpbReading {
  const asked = edpbOfCase(one, { type, authorityId: authority.id, language }, now);
  if (asked.ok) return { type, authority, form: asked.value };
  const [lesser = 'initial'] = edpbTypes(one, authority.id);
  const incomplete = edpbOfCase(one, { type: lesser, authorityId: authority.id, language }, now);
  if (!incomplete.ok) throw new Error('an incomplete notification may leave all of it open');
  return { type: lesser, authority, form: incomplete.value };
}
