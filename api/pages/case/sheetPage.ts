import { z } from 'zod';
import { readControllerCase } from '../../../application/controllerCase/readCases';
import { madeUpIn } from '../../../application/organisation/firstNames';
import { mayReadCases } from '../../../application/policies/controllerCase';
import { FilingType } from '../../../domain/authority/vocabulary';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { mainAuthority } from '../../../domain/controllerCase/mainAuthority';
import { nextType, sheetOfCase } from '../../../domain/controllerCase/sheet';
import { takenAt } from '../../../domain/controllerCase/completeRecord';
import { copyValues, saWord } from '../../../templates/authorityValue';
import { sheetPage } from '../../../templates/pages/sheet';
import { missingLabels, PDF, sheetPaper } from '../../authority/paper';
import { definePage } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { enterHouse, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { allowedActs } from './actions';
import { takenWord } from './takenWord';

/** "What do I type into the authority's form?" */
export const sheetPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/cases/{controllerCaseId}/sheet',
    audience: 'member',
    policy: mayReadCases,
    params: z.object({ orgId: OrgId, controllerCaseId: Id }),
    query: z.object({ type: FilingType.optional() }),
    async render(visit) {
      const { controllerCaseId: caseId } = visit.params;
      const path = `/cases/${caseId}`;
      const asked = visit.query.type;
      const inside = await enterHouse(
        house,
        visit,
        'cases',
        `${path}/sheet${asked === undefined ? '' : `?type=${asked}`}`,
      );
      if (!inside.ok) return inside;
      const { ctx, frame } = inside.value;
      const read = await readControllerCase({ ctx, input: { caseId } });
      if (!read.ok) return read;
      const one = read.value;
      const type = asked ?? nextType(one);
      const sheet = sheetOfCase(one, type, visit.now);
      const { language } = frame;
      return shownAs(
        sheetPage(frame, {
          path,
          reference: one.reference,
          tabs: FilingType.options.map((name) => ({
            href: `${path}/sheet?type=${name}`,
            label: saWord(language, 'filing', name),
            current: name === type,
          })),
          site: siteOf(one, visit.now),
          madeUp: madeUpIn(namesIn(one)).map((which) => ({ key: `madeUp.${which}` })),
          missing: missingLabels(sheet.missing, language),
          toComplete: missingLabels(sheet.toComplete, language),
          sections: sheet.sections.map(({ number, section, fields }) => ({
            number,
            title: saWord(language, 'section', section),
            fields: fields.map(({ key, pointer, state, values }) => ({
              label: saWord(language, 'field', key),
              state,
              value: copyValues(language, one.opened.zone, values),
              from: takenWord(takenAt(one.takenFrom, pointer)),
              needed: sheet.missing.some(({ field }) => field === key),
            })),
          })),
          ways: [
            { href: `${path}/sheet/pdf?type=${type}`, label: { key: 'sheet.pdf' as const } },
            { href: `${path}/edpb`, label: { key: 'edpb.title' as const } },
            ...allowedActs(one, ctx)
              .filter(({ kind }) => kind === 'record.change' || kind === 'authority.file')
              .map(({ segment, label }) => ({ href: `${path}/${segment}`, label: { key: label } })),
          ],
        }),
      );
    },
  });

/** Whose names the authority would read. */
/** The same on paper. */
export const sheetPdfOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/cases/{controllerCaseId}/sheet/pdf',
    audience: 'member',
    policy: mayReadCases,
    params: z.object({ orgId: OrgId, controllerCaseId: Id }),
    query: z.object({ type: FilingType.optional() }),
    async render(visit) {
      const { controllerCaseId: caseId } = visit.params;
      const inside = await enterHouse(house, visit, 'cases', `/cases/${caseId}/sheet`);
      if (!inside.ok) return inside;
      const { ctx, frame } = inside.value;
      const read = await readControllerCase({ ctx, input: { caseId } });
      if (!read.ok) return read;
      const file = await sheetPaper(ctx, read.value, visit.query.type ?? nextType(read.value), frame.language);
      return { ok: true, value: { ...file, mediaType: PDF } };
    },
  });

/** Whose names the authority would read. */
const namesIn = ({ record: { organisationName, dpo, contactPerson } }: ControllerCase) => ({
  sender: organisationName ?? '',
  people: [
    ...(dpo ? [dpo] : []),
    ...(contactPerson
      ? [{ name: `${contactPerson.firstName} ${contactPerson.lastName}`, email: contactPerson.email }]
      : []),
  ],
});

/** Where it is handed in. */
function siteOf(one: ControllerCase, now: Date): { name: string; url: string } {
  const { name, channel } = mainAuthority(one, now);
  return { name, url: channel.url };
}
