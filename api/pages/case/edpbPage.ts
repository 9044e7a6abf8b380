import { z } from 'zod';
import { readControllerCase } from '../../../application/controllerCase/readCases';
import { mayReadCases } from '../../../application/policies/controllerCase';
import { FilingType } from '../../../domain/authority/vocabulary';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { edpbOfCase, edpbTypes } from '../../../domain/controllerCase/edpb';
import { saWord } from '../../../templates/authorityValue';
import { edpbPage } from '../../../templates/pages/edpb';
import { type EdpbReading, writtenEdpb } from '../../authority/edpb';
import { edpbPaper } from '../../authority/paper';
import { definePage, type Visit } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { enterHouse, shownAs } from '../frame';
import type { PageHouse } from '../house';

const params = z.object({ orgId: OrgId, controllerCaseId: Id });
const query = z.object({ type: FilingType.optional() });
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
      const isWhole = type === reading.type;
      return shownAs(
        edpbPage(frame, {
          path,
          reference: one.reference,
          tabs: edpbTypes(one).map((name) => ({
            href: `${path}/edpb?type=${name}`,
            label: saWord(frame.language, 'filing', name),
            current: name === type,
          })),
          status: saWord(frame.language, 'edpbStatus', reading.form.notification.status),
          toComplete: written.toComplete,
          refused: !isWhole,
          sections: written.sections,
          ways: ['pdf', 'json'].map((kind) => ({
            href: `${path}/edpb/${kind}?type=${reading.type}`,
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
        return { ok: true, value: { bytes, mediaType: 'application/json', fileName: `${one.reference} edpb.json` } };
      },
    }),
  );

async function enterEdpb(house: PageHouse, visit: Asked) {
  const { controllerCaseId: caseId } = visit.params;
  const inside = await enterHouse(house, visit, 'cases', `/cases/${caseId}/edpb`);
  if (!inside.ok) return inside;
  const { ctx, frame } = inside.value;
  const read = await readControllerCase({ ctx, input: { caseId } });
  if (!read.ok) return read;
  const type = typeOf(read.value, visit.query.type);
  return {
    ok: true as const,
    value: { ctx, frame, one: read.value, type, reading: readingOf(read.value, type, visit.now) },
  };
}

/** What was asked for where the case can be notified so, else what is likely next. */
function typeOf(one: ControllerCase, asked: FilingType | undefined): FilingType {
  const types = edpbTypes(one);
  const [likely = 'initial'] = one.ruledOut === null ? types : types.toReversed();
  return asked !== undefined && types.includes(asked) ? asked : likely;
}

/** As it was asked for; where something is still to be determined, as an incomplete one. */
function readingOf(one: ControllerCase, type: FilingType, now: Date): EdpbReading {
  const asked = edpbOfCase(one, type, now);
  if (asked.ok) return { type, form: asked.value };
  const [lesser = 'initial'] = edpbTypes(one);
  const incomplete = edpbOfCase(one, lesser, now);
  if (!incomplete.ok) throw new Error('an incomplete notification may leave all of it open');
  return { type: lesser, form: incomplete.value };
}
