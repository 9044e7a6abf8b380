import { z } from 'zod';
import { commandIncident } from '../../../application/incident/commandIncident';
import { readIncident } from '../../../application/incident/readIncident';
import { mayCommand } from '../../../application/policies/incident';
import { openImpliedNow } from '../../../application/overview/openImpliedNow';
import { isAddition } from '../../../domain/incident/decide';
import { IncidentCommand } from '../../../domain/incident/commands';
import { allowedIn } from '../../../domain/incident/transitions';
import type { Incident } from '../../../domain/incident/incident';
import { formPage } from '../../../templates/pages/formPage';
import { definePage, type Page } from '../../http/definePage';
import { toIssues } from '../../http/issues';
import { again, answeredNow, findSame, onceQuery, openOnce } from '../forms/once';
import { overtakenBy, textTyped } from '../forms/overtaken';
import { fieldOf } from '../forms/question';
import { refusedForm, revisionIn, revisionOf, whyRefused } from '../forms/refusal';
import { readSheet } from '../forms/sheet';
import { enterHouse, goTo, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { referenceOf } from '../rowWords';
import { acts } from './actions';
import { aroundOf } from './around';
import { breachForms } from './breachForms';
import type { CommandForm } from './formKit';
import { incidentParams } from './page';
import { stageForms } from './stageForms';
import { workForms } from './workForms';

const forms: Record<IncidentCommand['kind'], CommandForm> = { ...stageForms, ...breachForms, ...workForms };
const anyForm = z.record(z.string(), z.string());

/** Each command of an incident as a page of its own: what it means, its questions, one button. */
export const commandPages = (house: PageHouse): Page[] => acts.map((act) => commandPage(house, act, forms[act.kind]));

function commandPage(house: PageHouse, { kind, segment, label }: (typeof acts)[number], form: CommandForm): Page {
  const pattern = `/o/{orgId}/incidents/{incidentId}/${segment}`;
  return definePage({
    path: pattern,
    audience: 'member',
    policy: (asker) => mayCommand(asker, kind),
    params: incidentParams,
    query: z.object(onceQuery),
    async render(visit) {
      const { incidentId } = visit.params;
      const path = `/incidents/${incidentId}`;
      const opened = await openOnce(visit, { pattern, path: `${path}/${segment}`, madeAt: () => path });
      if ('led' in opened) return opened.led;
      const { key, action, here } = opened.form;
      const entered = await enterHouse(house, visit, 'incidents', here);
      if (!entered.ok) return entered;
      const inside = entered.value;
      const read = await readIncident({ ctx: inside.ctx, input: { incidentId } });
      if (!read.ok) return read;
      const around = await aroundOf(inside, read.value);
      const questions = form.questions(around);
      const refused = refusedForm(questions, visit, around.zone, inside.frame, inside.names);
      const isOpen = isAddition(kind) || commandsIn(read.value).includes(kind);
      const isInTime = isOpen && whyRefused(visit.refusal)?.code !== 'state.refused';
      const overtaken = isInTime ? null : await overtakenBy(inside, { kind: 'incident', id: incidentId });
      const typed = isOpen ? null : textTyped(questions, refused.raw);
      return shownAs(
        formPage(inside.frame, {
          action,
          back: path,
          key,
          csrf: visit.csrf,
          revision: isAddition(kind) ? null : revisionOf(visit, read.value.decided),
          faults: overtaken === null ? refused.summary : [],
          changed: overtaken ?? refused.changed,
          crumbs: [
            { href: '/incidents', label: { key: 'nav.incidents' } },
            { href: path, label: referenceOf(read.value) },
          ],
          title: { key: label },
          intro: form.intro,
          warning: form.warning ?? null,
          fields: (isOpen || typed !== null ? questions : []).map((one) =>
            fieldOf(one, refused.raw, around.zone, refused.errorAt(one.name)),
          ),
          submit: isOpen ? { key: 'ask.go' } : null,
          keep: typed === null ? null : { action: `${path}/note`, text: typed },
          grave: form.grave ?? false,
        }),
      );
    },
    act: {
      form: anyForm,
      async run(visit, { key, form: raw }) {
        const { ctx, params } = visit;
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const read = await readIncident({ ctx, input: { incidentId: params.incidentId } });
        if (!read.ok) return read;
        const around = await aroundOf({ ctx, names: new Map() }, read.value);
        const questions = form.questions(around);
        const sheet = readSheet(questions, raw, around.zone, visit.now);
        if (!sheet.ok) {
          const issues = form.judge?.(sheet.sheet, read.value, visit.now) ?? [];
          return { ok: false, error: { code: 'input.invalid', issues } };
        }
        const decided = isAddition(kind) ? {} : { decided: revisionIn(raw) };
        const command = IncidentCommand.safeParse(form.command(sheet.sheet));
        if (!command.success) {
          return { ok: false, error: { code: 'input.invalid', issues: toIssues(command.error.issues, []) } };
        }
        const input = { incidentId: params.incidentId, key, command: command.data, ...decided };
        const written = await commandIncident({ ctx, input });
        const made = `/o/${params.orgId}/incidents/${params.incidentId}`;
        if (!written.ok) {
          const sent = { key, asked: command.data, moving: answeredNow(questions, raw) };
          return (await findSame(ctx, written.error, sent)) === null ? written : goTo(again(made));
        }
        await openImpliedNow(ctx, params.incidentId);
        return goTo(written.value.created ? made : again(made));
      },
    },
  });
}

const commandsIn = ({ stage }: Incident): readonly IncidentCommand['kind'][] => allowedIn(stage);
