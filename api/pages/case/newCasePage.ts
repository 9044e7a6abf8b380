import { z } from 'zod';
import { openCase } from '../../../application/controllerCase/openCase';
import { ourProcessors } from '../../../application/controllerCase/ourProcessors';
import { zoneOf } from '../../../application/organisation/zoneOf';
import { mayOpenCase } from '../../../application/policies/controllerCase';
import { OpenCase } from '../../../domain/controllerCase/commands';
import { formPage } from '../../../templates/pages/formPage';
import { definePage } from '../../http/definePage';
import type { Incident } from '../../../domain/incident/incident';
import { Id, OrgId } from '../../http/fields';
import { area, moment, nature, natureIn, options, orNone } from '../forms/kit';
import { again, answeredNow, findSame, onceQuery, openOnce } from '../forms/once';
import { askedForm, readAnswers } from '../forms/asked';
import type { Question } from '../forms/question';
import type { Sheet } from '../forms/sheet';
import { enterHouse, goTo, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { from, reference } from './caseForms';
import { ofIncident, signalFor, startsFrom } from './fromSignal';

const PATTERN = '/o/{orgId}/cases/new';
const pathOf = ({ id }: { id: string }): string => `/cases/${id}`;

type Contracts = Awaited<ReturnType<typeof ourProcessors>>;
type From = { incident: Incident | null; starts: Readonly<Record<string, string>>; contracts: Contracts };

const questionsIn = (zone: string, { incident, starts, contracts }: From): Question[] =>
  [...asked(zone, starts), ...contractIn(contracts), ...(incident === null ? [] : [ofIncident(incident)])].map(
    (question) => (question.kind === 'moment' ? question : { ...question, start: starts[question.name] ?? '' }),
  );

const asked = (zone: string, starts: From['starts']): Question[] => [
  {
    name: 'origin',
    kind: 'select',
    label: { key: 'caseAsk.origin' },
    options: options('caseOrigin', ['processor', 'own', 'thirdParty', 'authority']),
  },
  from,
  moment('receivedAt', 'caseAsk.receivedAt', zone, starts['receivedAt'] ?? null, { canBeNow: true }),
  {
    name: 'certain',
    kind: 'pick',
    label: { key: 'caseAsk.certain' },
    options: options('certain', ['yes', 'no']),
    missing: 'err.choose',
  },
  area('text', 'caseAsk.text'),
  nature(true),
  reference,
  moment('knownAt', 'caseAsk.knownAt', zone, null, { optional: true }),
];

/** By it the processor can be asked, whoever told; it holds in which time it answers. */
const contractIn = (contracts: Contracts): Question[] =>
  contracts.length === 0
    ? []
    : [
        orNone({
          name: 'agreementId',
          kind: 'select',
          label: { key: 'caseAsk.contract' },
          hint: { key: 'caseAsk.contractHint' },
          options: contracts.map((one) => ({ value: one.id, label: `${one.reference}, ${one.firm}` })),
        }),
      ];

const openingOf = (sheet: Sheet, incident: Incident | null) => ({
  origin: sheet.text('origin'),
  tellingKind: sheet.text('certain') === 'no' ? 'suspicion' : 'notice',
  from: sheet.text('from'),
  receivedAt: sheet.instant('receivedAt'),
  certain: sheet.text('certain') === 'yes',
  text: sheet.text('text'),
  nature: natureIn(sheet),
  reference: sheet.textOr('reference'),
  knownAt: sheet.instantOr('knownAt'),
  agreementId: sheet.textOr('agreementId'),
  ...(incident !== null &&
    sheet.textOr('incidentId') !== null && { incidentId: incident.id, exercise: incident.report.exercise }),
});

/** "Somebody tells us of a breach of our data": from the button on, the 72 hours are counted. */
export const newCasePageOf = (house: PageHouse) =>
  definePage({
    path: PATTERN,
    audience: 'member',
    policy: mayOpenCase,
    params: z.object({ orgId: OrgId }),
    query: z.object({ ...onceQuery, incidentId: Id.optional() }),
    async render(visit) {
      const incidentId = visit.query.incidentId ?? visit.refusal?.form?.['incidentId'];
      const more = incidentId === undefined ? {} : { incidentId };
      const opened = await openOnce(visit, { pattern: PATTERN, path: '/cases/new', more, madeAt: pathOf });
      if ('led' in opened) return opened.led;
      const { key, action, here } = opened.form;
      const entered = await enterHouse(house, visit, 'cases', here);
      if (!entered.ok) return entered;
      const { ctx, frame, names } = entered.value;
      const incident = await signalFor(ctx, incidentId);
      const starts = incident === null ? {} : startsFrom(incident, names);
      const questions = questionsIn(frame.zone, { incident, starts, contracts: await ourProcessors(ctx) });
      return shownAs(
        formPage(frame, {
          ...askedForm(questions, visit, { frame, names }),
          action,
          back: '/cases',
          key,
          crumbs: [{ href: '/cases', label: { key: 'nav.cases' } }],
          title: { key: 'caseAsk.open' },
          intro: [{ key: 'caseAsk.openIntro' }, ...(incident === null ? [] : [{ key: 'caseAsk.fromSignal' as const }])],
          ways: [{ href: '/cases/received', label: { key: 'receive.title' } }],
          submit: { key: 'caseAsk.openGo' },
        }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run({ ctx, params, now }, { key, form: raw }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const zone = await zoneOf(ctx);
        const incident = await signalFor(ctx, raw['incidentId']);
        const starts = incident === null ? {} : startsFrom(incident, new Map());
        const questions = questionsIn(zone, { incident, starts, contracts: await ourProcessors(ctx) });
        const opening = readAnswers({ questions, raw, zone, now }, OpenCase, (sheet) => openingOf(sheet, incident));
        if (!opening.ok) return opening;
        const written = await openCase({ ctx, input: { key, opening: opening.value } });
        const made = (one: { id: string }): string => `/o/${params.orgId}${pathOf(one)}`;
        if (written.ok) return goTo(written.value.created ? made(written.value) : again(made(written.value)));
        const sent = { key, asked: opening.value, moving: answeredNow(questions, raw) };
        const before = await findSame(ctx, written.error, sent);
        return before === null ? written : goTo(again(made(before)));
      },
    },
  });
