import { z } from 'zod';
import { findSignal } from '../../application/incident/findSignal';
import { readIncident } from '../../application/incident/readIncident';
import { reportEvent } from '../../application/incident/reportEvent';
import { maySignal, mayReadIncidents } from '../../application/policies/incident';
import { Signal } from '../../domain/incident/commands';
import { signalledPage, signalPage } from '../../templates/pages/signal';
import { actKey, definePage, FORM_KEY, type Page } from '../http/definePage';
import { Id, OrgId } from '../http/fields';
import { toIssues } from '../http/issues';
import { fieldOf, type Question } from './forms/question';
import { refusedForm } from './forms/refusal';
import { readSheet } from './forms/sheet';
import { enterHouse, goTo, shownAs } from './frame';
import type { PageHouse } from './house';
import { zoneOf } from './notice/draftPage';
import { callLines } from './now';
import { questionsOf, reachable, signalOf } from './signalForm';

const SIGNAL = '/o/{orgId}/signal';
const placeOf = (formKey: string): string => `/signal?form=${formKey}`;

export const signalPages = (house: PageHouse): Page[] => [ask(house), received(house)];

/** "What did you see?" Nothing to qualify; a phone number for who cannot wait. */
const ask = (house: PageHouse) =>
  definePage({
    path: SIGNAL,
    audience: 'member',
    policy: maySignal,
    params: z.object({ orgId: OrgId }),
    // The key of the form stands in its address, so that whoever goes back to it finds what it has led to.
    query: z.object({ form: z.string().regex(FORM_KEY).optional() }),
    async render(visit) {
      const { form = visit.formKey } = visit.query;
      const place = placeOf(form);
      if (visit.query.form === undefined && visit.refusal === null) return goTo(`/o/${visit.params.orgId}${place}`);
      const entered = await enterHouse(house, visit, null, place);
      if (!entered.ok) return entered;
      const before = await findSignal({ ctx: entered.value.ctx, input: { key: actKey(visit, SIGNAL, form) } });
      if (!before.ok) return before;
      const formKey = before.value === null ? form : visit.formKey;
      if (before.value !== null && visit.refusal === null) {
        return goTo(`/o/${visit.params.orgId}/signal/${before.value.incidentId}?again=1`);
      }
      const { ctx, frame, names } = entered.value;
      const raw = visit.refusal?.form ?? null;
      const { what, when, at, data, phone, more, all } = questionsOf(frame.zone, raw);
      const refused = refusedForm(all, visit, frame.zone, frame, names);
      const self = names.get(ctx.actor.id);
      const first = { declarant: self?.phone ?? reachable(self?.email) };
      const field = (one: Question) =>
        fieldOf(
          raw === null ? { ...one, start: one.start || (first[one.name as 'declarant'] ?? '') } : one,
          raw,
          frame.zone,
          refused.errorAt(one.name),
        );
      return shownAs(
        signalPage(frame, {
          action: placeOf(formKey),
          back: null,
          key: formKey,
          csrf: visit.csrf,
          revision: null,
          faults: refused.summary,
          changed: refused.changed,
          madeAt: visit.now.toISOString(),
          what: field(what),
          when: field(when),
          at: field(at),
          data: field(data),
          phone: field(phone),
          more: more.map(field),
          calls: await callLines(entered.value),
        }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run(visit, { key, form: raw }) {
        const { ctx, params, language, now, ports } = visit;
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const zone = await zoneOf(ctx);
        const sheet = readSheet(questionsOf(zone, raw).all, raw, zone);
        if (!sheet.ok) return { ok: false, error: { code: 'input.invalid', issues: [] } };
        const person = await ports.people.find(ctx.orgId, ctx.actor.id);
        const asked = signalOf(sheet.sheet, { language, zone, now, name: person?.name ?? null });
        const signal = Signal.safeParse(asked);
        if (!signal.success) {
          return { ok: false, error: { code: 'input.invalid', issues: toIssues(signal.error.issues, []) } };
        }
        const written = await reportEvent({ ctx, input: { key, signal: signal.data } });
        if (written.ok) return goTo(`/o/${params.orgId}/signal/${written.value.id}`);
        const found = written.error.code === 'key.reused' ? await findSignal({ ctx, input: { key } }) : null;
        const before = found?.ok === true ? found.value : null;
        // The same form with the same words, though its "just now" is another: it has been signalled.
        if (before === null || before.text !== signal.data.text) return written;
        return goTo(`/o/${params.orgId}/signal/${before.incidentId}?again=1`);
      },
    },
  });

/** The receipt: a number, and who is told. */
const received = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/signal/{incidentId}',
    audience: 'member',
    policy: mayReadIncidents,
    params: z.object({ orgId: OrgId, incidentId: Id }),
    query: z.object({ again: z.literal('1').optional() }),
    async render(visit) {
      const { incidentId } = visit.params;
      const entered = await enterHouse(house, visit, null, `/signal/${incidentId}`);
      if (!entered.ok) return entered;
      const read = await readIncident({ ctx: entered.value.ctx, input: { incidentId } });
      if (!read.ok) return read;
      return shownAs(
        signalledPage(entered.value.frame, {
          reference: read.value.reference.signal,
          at: read.value.report.at,
          again: visit.query.again === '1',
          incidentPath: `/incidents/${incidentId}`,
          calls: await callLines(entered.value),
        }),
      );
    },
  });
