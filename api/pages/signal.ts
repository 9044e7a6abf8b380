import { z } from 'zod';
import { readIncident } from '../../application/incident/readIncident';
import { reportEvent } from '../../application/incident/reportEvent';
import { maySignal, mayReadIncidents } from '../../application/policies/incident';
import { HOUR_MS } from '../../domain/shared/instant';
import { startOfLocalDay } from '../../domain/deadline/localTime';
import { Signal } from '../../domain/incident/commands';
import { inputMoment } from '../../templates/pages/frame/moment';
import { signalledPage, signalPage } from '../../templates/pages/signal';
import { phrase, type Said, type Word } from '../../templates/pages/words/word';
import { definePage, type Page } from '../http/definePage';
import { Id, OrgId } from '../http/fields';
import { toIssues } from '../http/issues';
import { fieldOf, type Question, type Raw } from './forms/question';
import { refusedForm } from './forms/refusal';
import { readSheet, type Sheet } from './forms/sheet';
import { enterHouse, goTo, shownAs } from './frame';
import type { PageHouse } from './house';
import { options } from './incident/formKit';
import { zoneOf } from './notice/draftPage';
import { callLines } from './now';

const pick = (name: string, label: Word, names: readonly [string, Word][], start = ''): Question => ({
  name,
  kind: 'pick',
  label: { key: label },
  missing: 'err.choose',
  start,
  options: names.map(([value, key]) => ({ value, label: { key } })),
});

/** Four questions; the rest may come later. Who was there before today says when. */
function questionsOf(zone: string, raw: Raw | null) {
  const isBefore = raw?.['when'] === 'before';
  const what: Question = {
    name: 'text',
    kind: 'area',
    label: { key: 'signal.what' },
    hint: { key: 'signal.whatHint' },
  };
  const when = pick('when', 'signal.when', [
    ['now', 'signal.whenNow'],
    ['today', 'signal.whenToday'],
    ['before', 'signal.whenBefore'],
  ]);
  const at: Question = {
    name: 'alertedAt',
    kind: 'moment',
    label: { key: 'signal.at' },
    hint: { key: 'form.zone', values: { zone } },
    optional: !isBefore,
    missing: 'err.malformed',
  };
  const data = pick(
    'data',
    'signal.data',
    [
      ['yes', 'signal.yes'],
      ['no', 'signal.no'],
      ['unknown', 'signal.dontKnow'],
    ],
    'unknown',
  );
  const phone: Question = {
    name: 'declarant',
    kind: 'text',
    label: { key: 'signal.phone' },
    hint: { key: 'signal.phoneHint' },
    missing: 'err.contact',
  };
  const more: Question[] = [
    {
      name: 'looksLike',
      kind: 'select',
      label: { key: 'signal.kind' },
      options: options('kind', ['unspecified', 'event', 'incident', 'loss', 'theft', 'intrusion']),
      start: 'unspecified',
    },
    {
      name: 'systems',
      kind: 'area',
      label: { key: 'signal.systems' },
      hint: { key: 'signal.systemsHint' },
      optional: true,
    },
    {
      name: 'exercise',
      kind: 'checks',
      label: { key: 'signal.exercise' },
      options: [{ value: 'yes', label: { key: 'signal.exerciseYes' } }],
      optional: true,
    },
  ];
  return { what, when, at, data, phone, more, all: [what, when, at, data, phone, ...more] };
}

export const signalPages = (house: PageHouse): Page[] => [ask(house), received(house)];

/** "What did you see?" Nothing to qualify; a phone number for who cannot wait. */
const ask = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/signal',
    audience: 'member',
    policy: maySignal,
    params: z.object({ orgId: OrgId }),
    async render(visit) {
      const entered = await enterHouse(house, visit, null, '/signal');
      if (!entered.ok) return entered;
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
          action: '/signal',
          back: null,
          key: visit.formKey,
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
        return written.ok ? goTo(`/o/${params.orgId}/signal/${written.value.id}`) : written;
      },
    },
  });

/** `.invalid` names no place (RFC 2606): the address of the person made at the first start. */
const reachable = (email = ''): string => (email.endsWith('.invalid') ? '' : email);

type By = { language: 'fr' | 'en'; zone: string; now: Date; name: string | null };

function signalOf(sheet: Sheet, { language, zone, now, name }: By) {
  const where = sheet.text('declarant');
  const isMail = where.includes('@');
  const said: Said | null = dataWords(sheet.text('data'));
  return {
    text: said === null ? sheet.text('text') : `${sheet.text('text')}\n\n${phrase(language, said)}`,
    source: 'person',
    channel: 'form',
    alertedAt: alertedAt(sheet, zone, now),
    declarant: { name, email: isMail ? where : null, phone: isMail ? null : where },
    looksLike: sheet.text('looksLike'),
    systems: sheet.lines('systems'),
    language,
    exercise: sheet.ticked('exercise').length > 0,
  };
}

/** Known only by its day, an instant is that day's first: never too late. */
function alertedAt(sheet: Sheet, zone: string, now: Date): string {
  const exact = sheet.instantOr('alertedAt');
  if (exact !== null) return exact;
  if (sheet.text('when') === 'now') return justNow(sheet.text('madeAt'), now);
  return startOfLocalDay(inputMoment(now.toISOString(), zone).slice(0, 10), zone);
}

/** The hour of the form, unless it was left open: a form sent twice must say the same. */
function justNow(madeAt: string, now: Date): string {
  const madeMs = Date.parse(madeAt);
  const isFresh = madeMs <= now.getTime() && now.getTime() - madeMs < HOUR_MS;
  return new Date(isFresh ? madeMs : now.getTime()).toISOString();
}

function dataWords(answer: string): Said | null {
  if (answer === 'yes') return { key: 'signal.textData' };
  return answer === 'no' ? { key: 'signal.textNoData' } : null;
}

/** The receipt: a number, and who is told. */
const received = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/signal/{incidentId}',
    audience: 'member',
    policy: mayReadIncidents,
    params: z.object({ orgId: OrgId, incidentId: Id }),
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
          incidentPath: `/incidents/${incidentId}`,
          calls: await callLines(entered.value),
        }),
      );
    },
  });
