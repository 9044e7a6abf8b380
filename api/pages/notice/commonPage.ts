import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readIncident } from '../../../application/incident/readIncident';
import {
  acceptCommonText,
  type AskedCommon,
  type CommonPlan,
  planCommonText,
} from '../../../application/notice/commonText';
import { notOverwritten } from '../../../application/notice/notOverwritten';
import { mayDraftNotice } from '../../../application/policies/notice';
import { emptyDraft } from '../../../domain/notice/items';
import { type CommonView, commonPage } from '../../../templates/pages/common';
import type { TriFields } from '../../../templates/pages/parts/tri';
import { definePage } from '../../http/definePage';
import { confirmedIn, othersBox } from '../forms/othersBox';
import { faultOf, fieldOf, type Question, type Raw, tickedIn } from '../forms/question';
import { type Faulty, summaryOf } from '../forms/sheet';
import { enterHouse, goTo, type Inside, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { incidentParams } from '../incident/page';
import { itemLines } from '../itemWords';
import { nameAmong, referenceOf } from '../rowWords';
import { LEFT, whyOf } from './batchPage';
import { zoneOf } from '../../../application/organisation/zoneOf';
import { choiceIn, draftIn, pastFault, questionsOf, textIn, tris } from './fields';
import { noticePath } from './noticeVisit';
import { namedWords } from './otherNames';

const languageBox: Question = {
  name: 'language',
  kind: 'pick',
  label: { key: 'common.language' },
  options: (['fr', 'en'] as const).map((value) => ({ value, label: { key: `agreement.${value}` } })),
};
const overBox: Question = {
  name: 'over',
  kind: 'checks',
  label: { key: 'common.over' },
  options: [{ value: 'yes', label: { key: 'common.overYes' } }],
  optional: true,
};

/** Words alone: numbers of persons are each controller's. */
function fieldsOf(zone: string) {
  const all = questionsOf(zone);
  return {
    ...all,
    a: all.a.map((one) => ({ ...one, optional: true })),
    c: { ...all.c, value: all.c.value.slice(0, 1) },
  };
}

function askedIn(incidentId: string, raw: Raw, zone: string, now: Date): AskedCommon {
  const { a, c, d, e } = draftIn(raw, [], zone, now);
  const language = textIn(raw, 'language') === 'en' ? 'en' : 'fr';
  return { incidentId, text: { a, c, d, e }, language, over: tickedIn(raw, overBox).length > 0 };
}

/** An answer that was chosen is whole; of all of them one is given. */
function faultsOf(raw: Raw, zone: string, now: Date): Faulty[] {
  const questions = fieldsOf(zone);
  if (textIn(raw, 'a') === '' && tris.every((letter) => choiceIn(raw, letter) === null))
    return [{ name: 'a', text: { key: 'common.nothing' } }];
  return tris.flatMap((letter): Faulty[] => {
    const choice = choiceIn(raw, letter);
    if (choice === null) return [];
    return questions[letter][choice].flatMap((question) => {
      const key = faultOf(question, raw, zone) ?? pastFault(question, raw, zone, now);
      return key === null ? [] : [{ name: question.name, text: { key } }];
    });
  });
}

/** What was ticked, as the preview has shown it. */
const seenIn = (raw: Raw): Map<string, number> =>
  new Map(
    Object.keys(raw).flatMap((name) => {
      const [, noticeId = ''] = /^to\.([A-Za-z0-9-]{1,64})$/.exec(name) ?? [];
      const seen = raw[`seen.${noticeId}`] ?? '';
      return noticeId !== '' && /^\d{1,9}$/.test(seen) ? [[noticeId, Number(seen)] as const] : [];
    }),
  );

/** One text for the drafts of several controllers (F39): shown first, written once somebody accepts it. */
export const commonPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/incidents/{incidentId}/common',
    audience: 'member',
    policy: mayDraftNotice,
    params: incidentParams,
    query: z.object({ written: z.literal('1').optional() }),
    async render(visit) {
      const { incidentId } = visit.params;
      const path = `/incidents/${incidentId}/common`;
      const entered = await enterHouse(house, visit, 'incidents', path);
      if (!entered.ok) return entered;
      const { ctx, frame } = entered.value;
      const incident = await readIncident({ ctx, input: { incidentId } });
      if (!incident.ok) return incident;
      const raw = visit.refusal?.form ?? null;
      const faults = raw === null ? [] : faultsOf(raw, frame.zone, visit.now);
      const input = askedIn(incidentId, raw ?? {}, frame.zone, visit.now);
      const plan = raw === null || faults.length > 0 ? null : await planCommonText({ ctx, input });
      if (plan !== null && !plan.ok) return plan;
      return shownAs(
        commonPage(frame, {
          ...formOf(entered.value, raw, faults),
          action: path,
          key: visit.formKey,
          newKey: raw === null ? visit.formKey : randomUUID(),
          csrf: visit.csrf,
          incident: { id: incidentId, reference: referenceOf(incident.value) },
          plan: plan === null || raw === null ? null : planView(plan.value, raw, entered.value),
          refused: plan === null || raw === null ? [] : await refusedLines(plan.value, raw, entered.value),
          written: visit.query.written === '1' && raw === null,
        }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run({ ctx, now, params: { orgId, incidentId } }, { key, form: raw }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const zone = await zoneOf(ctx);
        if (faultsOf(raw, zone, now).length > 0) return { ok: false, error: { code: 'input.invalid', issues: [] } };
        const asked = askedIn(incidentId, raw, zone, now);
        if (raw['do'] !== 'accept') {
          const plan = await planCommonText({ ctx, input: asked });
          return { ok: false, error: plan.ok ? { code: 'form.filled' } : plan.error };
        }
        const input = { ...asked, key, seen: seenIn(raw), ...confirmedIn(raw) };
        const accepted = await acceptCommonText({ ctx, input });
        if (!accepted.ok) return accepted;
        const isRefused = accepted.value.some(({ result }) => result === 'refused');
        if (isRefused) return { ok: false, error: { code: 'input.invalid', issues: [LEFT] } };
        return goTo(`/o/${orgId}/incidents/${incidentId}/common?written=1`);
      },
    },
  });

function formOf({ frame }: Inside, typed: Raw | null, faults: readonly Faulty[]): Pick<CommonView, FormParts> {
  const { zone } = frame;
  const raw = typed ?? { language: frame.language };
  const questions = fieldsOf(zone);
  const errorAt = (name: string) => faults.find((fault) => fault.name === name)?.text ?? null;
  const fields = (list: readonly Question[]) => list.map((one) => fieldOf(one, raw, zone, errorAt(one.name)));
  return {
    faults: summaryOf(faults, () => null),
    changed: null,
    head: fields([languageBox]),
    a: fields(questions.a),
    tris: tris.map((letter): TriFields => ({
      letter,
      chosen: choiceIn(raw, letter),
      error: null,
      value: fields(questions[letter].value),
      follow: fields(questions[letter].follow),
      never: fields(questions[letter].never),
    })),
    foot: fields([overBox]),
  };
}

type FormParts = 'faults' | 'changed' | 'head' | 'a' | 'tris' | 'foot';

function planView({ rows, otherLanguage }: CommonPlan, raw: Raw, { frame }: Inside): NonNullable<CommonView['plan']> {
  const cases = [...rows.map(({ fullCase }) => fullCase), ...otherLanguage];
  const isAccepting = raw['do'] === 'accept';
  const seen = seenIn(raw);
  const isOwn = (name: string) => !/^(?:_|do$|to[.]|seen[.]|othersConfirmed)/.test(name);
  return {
    typed: Object.entries(raw).flatMap(([name, value]) => (isOwn(name) ? [{ name, value }] : [])),
    lines: rows.map(({ fullCase, items, kept, named, isFresh, revision }) => ({
      noticeId: fullCase.notice.id,
      controller: nameAmong(fullCase, cases),
      items: itemLines({ ...emptyDraft, ...items }, frame, false).filter(({ letter }) => Object.hasOwn(items, letter)),
      kept: kept.join(', '),
      named: namedWords(named),
      checked: isAccepting ? seen.has(fullCase.notice.id) : isFresh,
      isFresh,
      revision,
    })),
    others: rows.some(({ named }) => named.length > 0) ? fieldOf(othersBox, raw, frame.zone, null) : null,
    otherLanguage: otherLanguage.map((one) => nameAmong(one, cases)),
  };
}

/** What was ticked and not written: why, and in which draft. */
async function refusedLines({ rows }: CommonPlan, raw: Raw, inside: Inside): Promise<CommonView['refused']> {
  if (raw['do'] !== 'accept') return [];
  const seen = seenIn(raw);
  const cases = rows.map(({ fullCase }) => fullCase);
  const isUnseen = confirmedIn(raw).othersConfirmed !== true;
  const lines = rows.map(async ({ fullCase, items, named }) => {
    const { id, opened } = fullCase.notice;
    const over = seen.get(id);
    if (over === undefined || Object.keys(items).length === 0) return [];
    const href = `${noticePath({ incidentId: opened.incidentId, noticeId: id })}/draft`;
    const free = await notOverwritten(inside.ctx, fullCase.notice, over);
    const why = free.ok ? null : whyOf(free.error, inside);
    if (why !== null) return [{ controller: nameAmong(fullCase, cases), href, why }];
    const isNamed = isUnseen && named.length > 0;
    return isNamed ? [{ controller: nameAmong(fullCase, cases), href, why: { key: 'err.otherNamed' as const } }] : [];
  });
  return (await Promise.all(lines)).flat();
}
