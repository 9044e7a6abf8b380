import { z } from 'zod';
import { readCaseToFill } from '../../../application/controllerCase/readCases';
import { fittingCases } from '../../../application/controllerCase/togetherWith';
import { mayReadCases } from '../../../application/policies/controllerCase';
import { mayDescribe } from '../../../application/policies/organisation';
import type { FieldKey, Sheet } from '../../../domain/authority/form';
import { FilingType } from '../../../domain/authority/vocabulary';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { authorityFor } from '../../../domain/controllerCase/mainAuthority';
import { nextType, sheetOfCase, toldTo } from '../../../domain/controllerCase/sheet';
import { recordFieldAt } from '../../../domain/controllerCase/completeRecord';
import type { Language } from '../../../domain/letters/head';
import { copyValues, saWord } from '../../../templates/authorityValue';
import { sheetPage } from '../../../templates/pages/sheet';
import type { Said } from '../../../templates/pages/words/word';
import { requiresWords, sheetPaper } from '../../authority/paper';
import { COPY_SCRIPT_URL } from '../../http/copyScript';
import { definePage, type Visit } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { enterHouse, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { allowedActs } from './actions';
import { awaitedWord } from './awaitedWord';
import { choiceOf } from './competenceWords';
import { fieldPlace, lastingPlace } from './fieldPlaces';
import { readWarnings } from './gravityWarning';
import { nowWord, originWord } from './takenWord';
import { togetherNote, togetherOptions } from './togetherWords';

const params = z.object({ orgId: OrgId, controllerCaseId: Id });
const query = z.object({
  type: FilingType.optional(),
  authorityId: Id.optional(),
  with: z.union([Id, z.array(Id)]).optional(),
});
type Asked = Visit<z.infer<typeof params>, z.infer<typeof query>>;

/** "What do I type into the authority's form?" */
export const sheetPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/cases/{controllerCaseId}/sheet',
    audience: 'member',
    policy: mayReadCases,
    params,
    query,
    async render(visit) {
      const entered = await enterSheet(house, visit);
      if (!entered.ok) return entered;
      const { ctx, frame, one, type, authority, fitting, others } = entered.value;
      const path = `/cases/${one.id}`;
      const told = toldTo(one, others, { type, authorityId: authority.id, language: frame.language }, visit.now);
      const sheet = sheetOfCase(told, { type, authorityId: authority.id }, visit.now);
      const also = `${others.map(({ id }) => `&with=${id}`).join('')}&authorityId=${authority.id}`;
      const { language } = frame;
      const allowed = allowedActs(one, ctx);
      const reading = { language, now: visit.now };
      const wayTo = (field: FieldKey | undefined): string | null => {
        if (field === undefined) return null;
        const lasting = mayDescribe(ctx) ? lastingPlace(field) : null;
        if (lasting !== null) return lasting;
        const place = fieldPlace(field, one);
        return place !== null && allowed.some(({ kind }) => kind === place.kind) ? `${path}/${place.href}` : null;
      };
      return shownAs(
        sheetPage(frame, {
          path,
          sheetPath: `${path}/sheet`,
          together: {
            type,
            authorityId: authority.id,
            options: togetherOptions(fitting).map((option) => ({
              ...option,
              ticked: others.some(({ id }) => id === option.value),
            })),
            note: togetherNote(others),
          },
          script: COPY_SCRIPT_URL,
          reference: one.reference,
          tabs: FilingType.options.map((name) => ({
            href: `${path}/sheet?type=${name}${also}`,
            label: saWord(language, 'filing', name),
            current: name === type,
          })),
          site: { name: authority.name, url: authority.channel.url },
          ...choiceOf(one, authority.id, { base: `${path}/sheet`, language }),
          warnings: readWarnings(one),
          requires: requiresWords(sheet, others.length > 0 ? null : one, reading).map(({ says, missing }, index) => ({
            says,
            missing: missing.map((label, place) => ({
              label,
              href: wayTo(sheet.requires[index]?.missing[place]?.field),
            })),
          })),
          optionalBlank: { key: 'sheet.optionalBlank', values: { n: sheet.optionalBlank } },
          sections: sheet.sections.map(({ number, section, fields }) => ({
            number,
            title: saWord(language, 'section', section),
            fields: fields.map(({ key, pointer, state, values }) => ({
              label: saWord(language, 'field', key),
              state,
              value: copyValues(language, one.opened.zone, values),
              from: others.length > 0 ? null : fromWord({ one, told }, { state, pointer }, reading),
              needed: sheet.missing.some(({ field }) => field === key),
              href: state === 'given' ? null : wayTo(key),
            })),
          })),
          ways: [
            { href: `${path}/sheet/pdf?type=${type}${also}`, label: { key: 'sheet.pdf' as const } },
            { href: `${path}/edpb?authorityId=${authority.id}`, label: { key: 'edpb.title' as const } },
            ...allowed
              .filter(({ kind }) => kind === 'record.change' || kind === 'authority.file')
              .map(({ segment, label }) => ({ href: `${path}/${segment}`, label: { key: label } })),
          ],
        }),
      );
    },
  });

/** Beside an answer: while there is none, by when it is awaited; of one that is there, where it is from. */
function fromWord(
  { one, told }: { one: ControllerCase; told: ControllerCase },
  { state, pointer }: Pick<Sheet['sections'][number]['fields'][number], 'state' | 'pointer'>,
  reading: { language: Language; now: Date },
): Said | null {
  const field = recordFieldAt(pointer);
  const awaited = state === 'given' ? null : awaitedWord(one, field, reading);
  if (awaited !== null || state === 'blank') return awaited;
  return nowWord(one, field, reading.language) ?? originWord(told, pointer, reading.language);
}

/** The same on paper. */
export const sheetPdfOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/cases/{controllerCaseId}/sheet/pdf',
    audience: 'member',
    policy: mayReadCases,
    params,
    query,
    async render(visit) {
      const entered = await enterSheet(house, visit);
      if (!entered.ok) return entered;
      const { ctx, frame, one, type, authority, others } = entered.value;
      return { ok: true, value: await sheetPaper(ctx, [one, ...others], { type, authority }, frame.language) };
    },
  });

async function enterSheet(house: PageHouse, visit: Asked) {
  const { controllerCaseId: caseId } = visit.params;
  const asked = visit.query.type;
  const path = `/cases/${caseId}/sheet${asked === undefined ? '' : `?type=${asked}`}`;
  const inside = await enterHouse(house, visit, 'cases', path);
  if (!inside.ok) return inside;
  const { ctx, frame } = inside.value;
  const read = await readCaseToFill({ ctx, input: { caseId } });
  if (!read.ok) return read;
  const one = read.value;
  const asking = authorityFor(one, visit.now, visit.query.authorityId);
  if (!asking.ok) return asking;
  const authority = asking.value;
  const fitting = await fittingCases(ctx, one);
  const named = [visit.query.with ?? []].flat();
  const others = fitting.filter(({ id }) => named.includes(id));
  const type = asked ?? nextType(one, authority.id);
  return { ok: true as const, value: { ctx, frame, one, type, authority, fitting, others } };
}
