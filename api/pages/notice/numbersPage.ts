import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readIncident } from '../../../application/incident/readIncident';
import { acceptNumbers, type NumbersPlan, planNumbers } from '../../../application/notice/numbers';
import { notOverwritten } from '../../../application/notice/notOverwritten';
import { mayDraftNotice } from '../../../application/policies/notice';
import { done } from '../../../domain/shared/errors';
import { emptyDraft } from '../../../domain/notice/items';
import { numbersPage, type NumbersView } from '../../../templates/pages/numbers';
import { definePage } from '../../http/definePage';
import { fieldOf, type Question, type Raw, typedIn } from '../forms/question';
import { refusedForm } from '../forms/refusal';
import { enterHouse, goTo, type Inside, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { incidentParams } from '../incident/page';
import { answerLine } from '../itemWords';
import { nameAmong, referenceOf } from '../rowWords';
import { LEFT, whyOf } from './batchPage';
import { noticePath } from './noticeVisit';

const file: Question = {
  name: 'csv',
  kind: 'file',
  label: { key: 'numbers.file' },
  hint: { key: 'numbers.hint' },
  missing: 'err.missing',
};

const csvIn = (raw: Raw): string => typedIn(raw, file).trim();

/** What the preview has shown of each draft. */
const seenIn = (raw: Raw): Map<string, number> =>
  new Map(
    Object.entries(raw).flatMap(([name, value]) =>
      name.startsWith('seen.') && /^\d{1,9}$/.test(value) ? [[name.slice('seen.'.length), Number(value)] as const] : [],
    ),
  );

/** Numbers by controller from a file: shown first, written once somebody accepts them. */
export const numbersPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/incidents/{incidentId}/numbers',
    audience: 'member',
    policy: mayDraftNotice,
    params: incidentParams,
    query: z.object({ written: z.literal('1').optional() }),
    async render(visit) {
      const { incidentId } = visit.params;
      const path = `/incidents/${incidentId}/numbers`;
      const entered = await enterHouse(house, visit, 'incidents', path);
      if (!entered.ok) return entered;
      const { ctx, frame, names } = entered.value;
      const incident = await readIncident({ ctx, input: { incidentId } });
      if (!incident.ok) return incident;
      const raw = visit.refusal?.form ?? null;
      const csv = raw === null ? '' : csvIn(raw);
      const plan = csv === '' ? done(null) : await planNumbers({ ctx, input: { incidentId, csv } });
      const refused = refusedForm([file], visit, frame.zone, frame, names);
      return shownAs(
        numbersPage(frame, {
          action: path,
          key: visit.formKey,
          newKey: raw === null ? visit.formKey : randomUUID(),
          csrf: visit.csrf,
          faults: refused.summary,
          changed: refused.changed,
          incident: { id: incidentId, reference: referenceOf(incident.value) },
          file: fieldOf(file, raw === null ? null : { csv }, frame.zone, refused.errorAt('csv')),
          plan: plan.ok && plan.value !== null ? planView(plan.value, csv, entered.value) : null,
          refused: plan.ok && plan.value !== null ? await refusedLines(plan.value, raw ?? {}, entered.value) : [],
          written: visit.query.written === '1' && raw === null,
        }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run({ ctx, params: { orgId, incidentId } }, { key, form: raw }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const csv = csvIn(raw);
        if (csv === '') return { ok: false, error: { code: 'input.invalid', issues: [] } };
        const again = { csv, csvFile: '' };
        if (raw['do'] !== 'accept') {
          const plan = await planNumbers({ ctx, input: { incidentId, csv } });
          return { ok: false, error: plan.ok ? { code: 'form.filled' } : plan.error, again };
        }
        const accepted = await acceptNumbers({ ctx, input: { incidentId, key, csv, seen: seenIn(raw) } });
        if (!accepted.ok) return { ...accepted, again };
        const isRefused = accepted.value.some(({ result }) => result === 'refused');
        if (isRefused) return { ok: false, error: { code: 'input.invalid', issues: [LEFT] }, again };
        return goTo(`/o/${orgId}/incidents/${incidentId}/numbers?written=1`);
      },
    },
  });

function planView({ rows, faults }: NumbersPlan, csv: string, { frame }: Inside): NonNullable<NumbersView['plan']> {
  const cases = rows.map(({ fullCase }) => fullCase);
  return {
    csv,
    bad: faults.map(({ line, reason }) => ({ line, reason: { key: `numbersReason.${reason}` as const } })),
    lines: rows.map(({ line, fullCase, before, after, isNew, revision }) => ({
      line,
      noticeId: fullCase.notice.id,
      controller: nameAmong(fullCase, cases),
      before: answerLine({ ...emptyDraft, c: before }, 'c', false, frame, null),
      after: answerLine({ ...emptyDraft, c: after }, 'c', false, frame, null),
      isNew,
      revision,
    })),
  };
}

/** Rows that were accepted and not written: somebody has written over what was shown, and who. */
async function refusedLines({ rows }: NumbersPlan, raw: Raw, inside: Inside): Promise<NumbersView['refused']> {
  if (raw['do'] !== 'accept') return [];
  const seen = seenIn(raw);
  const cases = rows.map(({ fullCase }) => fullCase);
  const lines = rows.map(async ({ fullCase, isNew }) => {
    const { id, opened } = fullCase.notice;
    const free = isNew ? await notOverwritten(inside.ctx, fullCase.notice, seen.get(id) ?? 0) : done(null);
    if (free.ok) return [];
    const href = noticePath({ incidentId: opened.incidentId, noticeId: id });
    return [{ controller: nameAmong(fullCase, cases), href, why: whyOf(free.error, inside) }];
  });
  return (await Promise.all(lines)).flat();
}
