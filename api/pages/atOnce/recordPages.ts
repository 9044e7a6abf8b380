import { tellNow } from '../../../application/atOnce/tellNow';
import { z } from 'zod';
import { zoneOf } from '../../../application/organisation/zoneOf';
import { mayProveVulnerability } from '../../../application/policies/vulnerability';
import type { Context } from '../../../application/ports/ports';
import { proveVulnerability } from '../../../application/vulnerability/proveVulnerability';
import { Prove } from '../../../domain/vulnerability/decide';
import { formPage } from '../../../templates/pages/formPage';
import type { Option } from '../../../templates/pages/parts/form';
import { definePage, type Page } from '../../http/definePage';
import { OrgId } from '../../http/fields';
import { askedForm, readAnswers } from '../forms/asked';
import { area, chosen, moment, options, orNone } from '../forms/kit';
import { again, answeredNow, findSame, onceQuery, openOnce } from '../forms/once';
import { confirmedIn, withBox } from '../forms/othersBox';
import { enterHouse, goTo, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { incidentLabel } from '../rowWords';
import { listIncidents } from '../../../application/incident/listIncidents';
import { agreementOptions, signedAgreements } from '../incident/around';
import { touched, touchedIn } from '../incident/formKit';
import type { Recording } from './recording';
import { outside, transfer } from './transferForms';

/** More than an organisation has open at once. */
const MOST_INCIDENTS = 200;

const vulnerability: Recording<Prove> = {
  room: 'vulnerabilities',
  segment: 'new',
  submit: 'atOnce.record',
  title: 'atOnce.newVulnerability',
  intro: 'atOnce.newVulnerabilityIntro',
  policy: mayProveVulnerability,
  questions: (zone, { agreements, incidents }) => [
    area('text', 'atOnce.proved', { hint: { key: 'atOnce.leaves' } }),
    moment('provenAt', 'atOnce.provenAt', zone, null, { canBeNow: true }),
    chosen({
      name: 'severity',
      kind: 'select',
      label: { key: 'atOnce.severity' },
      options: options('severity', ['low', 'medium', 'high', 'critical']),
    }),
    {
      name: 'identifier',
      kind: 'text',
      label: { key: 'atOnce.identifier' },
      hint: { key: 'atOnce.identifierHint' },
      optional: true,
      check: (value) => (Prove.shape.identifier.safeParse(value).success ? null : 'err.cve'),
    },
    orNone({
      name: 'incidentId',
      kind: 'select',
      label: { key: 'atOnce.incident' },
      hint: { key: 'atOnce.incidentHint' },
      options: incidents,
    }),
    { ...touched({ agreements }), optional: true },
    area('systems', 'signal.systems', { hint: { key: 'signal.systemsHint' }, optional: true }),
  ],
  schema: Prove,
  input: (sheet) => ({
    text: sheet.text('text'),
    provenAt: sheet.instant('provenAt'),
    severity: sheet.text('severity'),
    identifier: sheet.textOr('identifier'),
    incidentId: sheet.textOr('incidentId'),
    touched: touchedIn(sheet),
    systems: sheet.lines('systems'),
  }),
  write: (ctx, key, proven) => proveVulnerability({ ctx, input: { key, proven } }),
};

/** Incidents that are open, of which it may be one: newest first. */
async function incidentOptions(ctx: Context): Promise<Option[]> {
  const found = await listIncidents({ ctx, input: { open: true, limit: MOST_INCIDENTS } });
  const incidents = found.ok ? found.value : [];
  return incidents.map((one) => ({ value: one.id, label: incidentLabel(one) }));
}

function recordPage<Input extends object>(house: PageHouse, of: Recording<Input>): Page {
  const path = `/${of.room}/${of.segment}`;
  const pattern = `/o/{orgId}${path}` as const;
  const pathOf = ({ id }: { id: string }): string => `/${of.room}/${id}`;
  const questionsFor = async (ctx: Context, zone: string) =>
    of.questions(zone, {
      agreements: agreementOptions(await signedAgreements(ctx)),
      incidents: of.room === 'vulnerabilities' ? await incidentOptions(ctx) : [],
    });
  return definePage({
    path: pattern,
    audience: 'member',
    policy: of.policy,
    params: z.object({ orgId: OrgId }),
    query: z.object(onceQuery),
    async render(visit) {
      const opened = await openOnce(visit, { pattern, path, madeAt: pathOf });
      if ('led' in opened) return opened.led;
      const { key, action, here } = opened.form;
      const entered = await enterHouse(house, visit, 'incidents', here);
      if (!entered.ok) return entered;
      const { ctx, frame, names } = entered.value;
      return shownAs(
        formPage(frame, {
          ...askedForm(withBox(await questionsFor(ctx, frame.zone), visit.refusal), visit, { frame, names }),
          action,
          back: `/${of.room}`,
          key,
          crumbs: [{ href: `/${of.room}`, label: { key: `atOnce.${of.room}` } }],
          title: { key: of.title },
          intro: [{ key: of.intro }],
          warning: of.warning === undefined ? null : { key: of.warning },
          submit: { key: of.submit },
        }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run({ ctx, params, now }, { key, form: raw }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const zone = await zoneOf(ctx);
        const questions = await questionsFor(ctx, zone);
        const read = readAnswers({ questions, raw, zone, now }, of.schema, (sheet) => ({
          ...of.input(sheet),
          ...confirmedIn(raw),
        }));
        if (!read.ok) return read;
        const written = await of.write(ctx, key, read.value);
        const made = (one: { id: string }): string => `/o/${params.orgId}${pathOf(one)}`;
        if (!written.ok) {
          const sent = { key, asked: read.value, moving: answeredNow(questions, raw) };
          const before = await findSame(ctx, written.error, sent);
          return before === null ? written : goTo(again(made(before)));
        }
        await tellNow(ctx);
        return goTo(written.value.created ? made(written.value) : again(made(written.value)));
      },
    },
  });
}

export const recordAtOncePages = (house: PageHouse): Page[] => [
  recordPage(house, vulnerability),
  recordPage(house, transfer),
  recordPage(house, outside),
];
