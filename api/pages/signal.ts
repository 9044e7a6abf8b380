import { z } from 'zod';
import { readIncident } from '../../application/incident/readIncident';
import { reportEvent } from '../../application/incident/reportEvent';
import { whoIsTold } from '../../application/incident/whoIsTold';
import { maySignal, mayReadIncidents } from '../../application/policies/incident';
import { Signal } from '../../domain/incident/commands';
import { signalledPage, signalPage } from '../../templates/pages/signal';
import { definePage, type Page } from '../http/definePage';
import { Id, OrgId } from '../http/fields';
import { toIssues } from '../http/issues';
import { again, againQuery, findSame, onceQuery, openOnce } from './forms/once';
import { fieldOf, type Question } from './forms/question';
import { refusedForm } from './forms/refusal';
import { readSheet } from './forms/sheet';
import { enterHouse, goTo, shownAs } from './frame';
import type { PageHouse } from './house';
import { zoneOf } from '../../application/organisation/zoneOf';
import { callLines } from './now';
import { toldWords } from './rowWords';
import { judgeSignal, questionsOf, reachable, signalOf } from './signalForm';

const SIGNAL = '/o/{orgId}/signal';
const receiptOf = ({ id }: { id: string }): string => `/signal/${id}`;

export const signalPages = (house: PageHouse): Page[] => [ask(house), received(house)];

/** "What did you see?" Nothing to qualify; a phone number for who cannot wait. */
const ask = (house: PageHouse) =>
  definePage({
    path: SIGNAL,
    audience: 'member',
    policy: maySignal,
    params: z.object({ orgId: OrgId }),
    query: z.object(onceQuery),
    async render(visit) {
      const opened = await openOnce(visit, { pattern: SIGNAL, path: '/signal', madeAt: receiptOf });
      if ('led' in opened) return opened.led;
      const { key, action, here } = opened.form;
      const entered = await enterHouse(house, visit, null, here);
      if (!entered.ok) return entered;
      const { ctx, frame, names } = entered.value;
      const raw = visit.refusal?.form ?? null;
      const { what, when, at, day, data, phone, more, all } = questionsOf(frame.zone, raw);
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
          action,
          back: null,
          key,
          csrf: visit.csrf,
          revision: null,
          faults: refused.summary,
          changed: refused.changed,
          madeAt: visit.now.toISOString(),
          what: field(what),
          when: field(when),
          at: field(at),
          day: field(day),
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
        const issues = judgeSignal(sheet.sheet, zone, now);
        if (!sheet.ok || issues.length > 0) return { ok: false, error: { code: 'input.invalid', issues } };
        const person = await ports.people.find(ctx.orgId, ctx.actor.id);
        const asked = signalOf(sheet.sheet, { language, zone, now, name: person?.name ?? null });
        const signal = Signal.safeParse(asked);
        if (!signal.success) {
          return { ok: false, error: { code: 'input.invalid', issues: toIssues(signal.error.issues, []) } };
        }
        const written = await reportEvent({ ctx, input: { key, signal: signal.data } });
        const receipt = (one: { id: string }): string => `/o/${params.orgId}${receiptOf(one)}`;
        if (written.ok) return goTo(written.value.created ? receipt(written.value) : again(receipt(written.value)));
        // The same form with the same words, though its "just now" is another: it has been signalled.
        const moving = sheet.sheet.text('when') === 'now' ? ['alertedAt'] : [];
        const before = await findSame(ctx, written.error, { key, asked: signal.data, moving });
        return before === null ? written : goTo(again(receipt(before)));
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
    query: z.object(againQuery),
    async render(visit) {
      const { incidentId } = visit.params;
      const entered = await enterHouse(house, visit, null, receiptOf({ id: incidentId }));
      if (!entered.ok) return entered;
      const read = await readIncident({ ctx: entered.value.ctx, input: { incidentId } });
      if (!read.ok) return read;
      return shownAs(
        signalledPage(entered.value.frame, {
          reference: read.value.reference.signal,
          at: read.value.report.at,
          told: toldWords(await whoIsTold(entered.value.ctx, read.value.report.kind), entered.value.frame.language),
          again: visit.query.again === '1',
          incidentPath: `/incidents/${incidentId}`,
          calls: await callLines(entered.value),
        }),
      );
    },
  });
