import { z } from 'zod';
import { sendVersion } from '../../../application/notice/sendVersion';
import type { FullCase } from '../../../application/notice/readCase';
import { maySendNotice } from '../../../application/policies/notice';
import { checkItems } from '../../../domain/notice/checkItems';
import type { SendingCommand } from '../../../domain/notice/commands';
import { currentItems, newestVersion } from '../../../domain/notice/fold';
import { diffItems, type Draft, Items } from '../../../domain/notice/items';
import { reviewPage, type ReviewView } from '../../../templates/pages/review';
import type { Said, Word } from '../../../templates/pages/words/word';
import { definePage } from '../../http/definePage';
import { fieldOf } from '../forms/question';
import { refusedForm, revisionIn } from '../forms/refusal';
import { enterHouse, goTo, type Inside, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { changeLines } from '../itemWords';
import { controllerOf, referenceOf } from '../rowWords';
import { isLate } from './draftPage';
import { questionsOf, textIn } from './fields';
import { caseAt, clockOf, draftOf, noticeParams, noticePath, paperOf, waysOf } from './noticeVisit';

/** Check answers: the whole notice, every recipient by name, what cannot be undone, one button. */
export const reviewPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/incidents/{incidentId}/notices/{noticeId}/review',
    audience: 'member',
    policy: maySendNotice,
    params: noticeParams,
    async render(visit) {
      const entered = await enterHouse(house, visit, 'incidents', `${noticePath(visit.params)}/review`);
      if (!entered.ok) return entered;
      const read = await caseAt(entered.value.ctx, visit.params);
      if (!read.ok) return read;
      return shownAs(reviewPage(entered.value.frame, viewOf(entered.value, read.value, visit)));
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run(visit, { key, form: raw }) {
        const { ctx, params } = visit;
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const read = await caseAt(ctx, params);
        if (!read.ok) return read;
        const items = Items.safeParse(draftOf(read.value));
        if (!items.success) return goTo(`/o/${params.orgId}${noticePath(params)}/draft?check=1`);
        const reason = textIn(raw, 'lateReason');
        const command: SendingCommand =
          newestVersion(read.value.notice) === null
            ? { kind: 'send', items: items.data, ...(reason !== '' && { lateReason: reason }) }
            : { kind: 'supplement', items: items.data };
        const decided = revisionIn(raw);
        const input = { noticeId: params.noticeId, key, command, ...(decided !== undefined && { decided }) };
        const sent = await sendVersion({ ctx, input });
        return sent.ok ? goTo(`/o/${params.orgId}${noticePath(params)}/sent`) : sent;
      },
    },
  });

type Asked = Parameters<typeof refusedForm>[1] & {
  formKey: string;
  csrf: string;
  now: Date;
  params: z.infer<typeof noticeParams>;
};

function viewOf(inside: Inside, fullCase: FullCase, visit: Asked): ReviewView {
  const { frame, names } = inside;
  const { notice, incident } = fullCase;
  const draft = draftOf(fullCase);
  const items = Items.safeParse(draft);
  const before = currentItems(notice);
  const late = isLate(fullCase, visit.now);
  const question = questionsOf(frame.zone).late;
  const refused = refusedForm([question], visit, frame.zone, frame, names);
  const checks = checksOf(fullCase, draft, visit.now);
  return {
    action: `${noticePath(visit.params)}/review`,
    back: `${noticePath(visit.params)}/draft`,
    key: visit.formKey,
    csrf: visit.csrf,
    revision: notice.decided,
    faults: refused.summary,
    changed: refused.changed,
    incident: { id: incident.id, reference: referenceOf(incident) },
    noticeId: notice.id,
    controller: controllerOf(fullCase),
    clock: clockOf(fullCase, visit.now)?.clock ?? null,
    paper: paperOf(fullCase, draft, inside),
    changes: before !== null && items.success ? changeLines(before, items.data, frame) : [],
    checks,
    recipients: waysOf(fullCase),
    caught: frame.caught,
    ready: checks.every(({ ok }) => ok),
    late: late ? fieldOf(question, refused.raw, frame.zone, refused.errorAt('lateReason')) : null,
  };
}

/** What was looked at before asking for the last yes. Each is checked again when it is given. */
function checksOf(fullCase: FullCase, draft: Draft, now: Date): { ok: boolean; text: Said }[] {
  const items = Items.safeParse(draft);
  const issues = items.success ? checkItems(items.data, now) : [];
  const before = currentItems(fullCase.notice);
  const check = (ok: boolean, yes: Word, no: Word) => ({ ok, text: { key: ok ? yes : no } });
  const isPast = issues.some(({ pointer }) => pointer.endsWith('/eta'));
  const isSample = issues.some(({ pointer }) => !pointer.endsWith('/eta'));
  const changedAt = Date.parse(fullCase.incident.clock.changedAt ?? '');
  const isClockNews = changedAt > Date.parse(newestVersion(fullCase.notice)?.frozenAt ?? '');
  const isNew = before === null || !items.success || isClockNews || diffItems(before, items.data).length > 0;
  return [
    check(draft.a !== null && draft.b !== null, 'review.checkAB', 'review.checkABMissing'),
    check(draft.c !== null && draft.d !== null && draft.e !== null, 'review.checkCDE', 'review.checkCDEMissing'),
    check(!isPast, 'review.checkPromise', 'review.checkPromisePast'),
    check(!isSample, 'review.checkSample', 'review.checkSampleFound'),
    ...(before === null ? [] : [check(isNew, 'review.checkNew', 'review.checkNothingNew')]),
    { ok: true, text: { key: 'review.checkScope', values: { controller: controllerOf(fullCase) } } },
  ];
}
