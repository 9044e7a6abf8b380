import { z } from 'zod';
import { writtenSoFar } from '../../../application/notice/writtenSoFar';
import { findOwn } from '../../../application/journal/findOwn';
import { lateNow } from '../../../application/notice/batch';
import { previewVersion } from '../../../application/notice/previewVersion';
import { sendAtOnce } from '../../../application/notice/sendAtOnce';
import type { FullCase } from '../../../application/notice/readCase';
import { recipientsOf } from '../../../application/notice/recipientsOf';
import { seenOf } from '../../../application/notice/tellingOf';
import type { Context } from '../../../application/ports/ports';
import { maySendNotice } from '../../../application/policies/notice';
import type { SendingCommand } from '../../../domain/notice/commands';
import { currentItems, newestVersion } from '../../../domain/notice/fold';
import { Items } from '../../../domain/notice/items';
import { reviewPage, type ReviewView } from '../../../templates/pages/review';
import { phrase, type Said, type Word } from '../../../templates/pages/words/word';
import { writeSeen } from '../../http/etag';
import { definePage } from '../../http/definePage';
import { fieldOf, type Raw } from '../forms/question';
import { refusedForm, seenFrom, seenIn, whyRefused } from '../forms/refusal';
import { enterHouse, goTo, type Inside, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { changeLines } from '../itemWords';
import { controllerOf, referenceOf } from '../rowWords';
import { unservedWays } from '../unservedWays';
import { questionsOf, textIn } from './fields';
import { checksOf } from './reviewChecks';
import { madeUpLines } from './madeUp';
import { atTheBox } from '../forms/othersBox';
import { otherNames } from './otherNames';
import { caseAt, clockOf, noticeParams, noticePath, paperOf, waysOf, wayWords } from './noticeVisit';

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
      const lateReason = textIn(visit.refusal?.form ?? {}, 'lateReason');
      const letters = await lettersOf(entered.value, read.value, lateReason);
      const others = await otherNames(entered.value.ctx, read.value, { ...writtenSoFar(read.value), lateReason });
      const madeUp = madeUpLines(read.value, writtenSoFar(read.value), entered.value);
      const revision = writeSeen(seenFrom(visit, seenOf(read.value)));
      return shownAs(
        reviewPage(entered.value.frame, {
          ...viewOf(entered.value, read.value, visit),
          madeUp,
          others,
          revision,
          letters,
        }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run(visit, { key, form: raw }) {
        const { ctx, params } = visit;
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const after = goTo(`/o/${params.orgId}${noticePath(params)}/sent`);
        // Sent twice, one form is one sending: what is drafted now is no longer what it sent.
        if (await isSent(ctx, key)) return after;
        const read = await caseAt(ctx, params);
        if (!read.ok) return read;
        const items = Items.safeParse(writtenSoFar(read.value));
        if (!items.success) return goTo(`/o/${params.orgId}${noticePath(params)}/draft?check=1`);
        const command = commandOf(read.value, items.data, raw);
        // a form that names no revision has shown nothing
        const seen = seenIn(raw) ?? { revision: 0, stamp: '' };
        const sent = await sendAtOnce({ ctx, input: { noticeId: params.noticeId, key, command, seen } });
        if (sent.ok || (sent.error.code === 'key.reused' && (await isSent(ctx, key)))) return after;
        return { ok: false, error: atTheBox(sent.error) };
      },
    },
  });

/** Whether this very form has sent a version already: clicked twice at once, the second learns of it by its key. */
async function isSent(ctx: Context, key: string): Promise<boolean> {
  const found = await findOwn({ ctx, input: { key } });
  return found.ok && found.value !== null;
}

function commandOf({ notice }: FullCase, items: Items, raw: Raw): SendingCommand {
  const reason = textIn(raw, 'lateReason');
  const isRead = Object.hasOwn(raw, 'othersConfirmed.yes'); // one box: this page shows every text of this one notice
  const others = isRead && { othersConfirmed: true as const };
  if (newestVersion(notice) !== null) return { kind: 'supplement', items, ...others };
  const reasonRead = isRead && { reasonConfirmed: true as const };
  return { kind: 'send', items, ...(reason !== '' && { lateReason: reason }), ...others, ...reasonRead };
}

/** What would leave now, by the code that will freeze it; none while something still keeps it from leaving. */
async function lettersOf({ ctx, frame }: Inside, fullCase: FullCase, reason: string): Promise<ReviewView['letters']> {
  const items = Items.safeParse(writtenSoFar(fullCase));
  if (!items.success) return [];
  const { language } = fullCase.agreement;
  const say = (key: Word) => phrase(language, { key });
  const asked = lateNow(fullCase, new Date(frame.now)) ? reason || say('review.lateReasonPlace') : '';
  const command = commandOf(fullCase, items.data, { lateReason: asked });
  const link = say('review.linkPlace');
  const shown = await previewVersion({ ctx, input: { noticeId: fullCase.notice.id, command, link } });
  if (!shown.ok) return [];
  return shown.value.map(({ name, channel, address, subject, text }) => ({
    way: { key: wayWords[channel] },
    who: [name, address].join(', '),
    subject,
    text,
    language,
  }));
}

/** Of a form that holds no text of its sender: what would leave now, or that it has left already. */
function changedHere(said: Said, { refusal }: Asked): Said {
  if (typeof said === 'string' || said.key !== 'form.changed') return said;
  const error = whyRefused(refusal);
  const hasLeft = error !== null && 'changed' in error && error.changed.some(({ type }) => type === 'notice.version');
  return { ...said, key: hasLeft ? 'review.alreadySent' : 'review.changed' };
}

type Asked = Parameters<typeof refusedForm>[1] & {
  formKey: string;
  csrf: string;
  now: Date;
  params: z.infer<typeof noticeParams>;
};

function viewOf(
  inside: Inside,
  fullCase: FullCase,
  visit: Asked,
): Omit<ReviewView, 'letters' | 'revision' | 'others' | 'madeUp'> {
  const { frame, names } = inside;
  const { notice, incident } = fullCase;
  const draft = writtenSoFar(fullCase);
  const items = Items.safeParse(draft);
  const before = currentItems(notice);
  const late = lateNow(fullCase, visit.now);
  const { late: question, others } = questionsOf(frame.zone);
  // asked for only where a text names somebody: that is said by the use case
  const refused = refusedForm(
    [...(late ? [question] : []), { ...others, optional: true }],
    visit,
    frame.zone,
    frame,
    names,
  );
  const checks = checksOf(fullCase, draft, frame, `${noticePath(visit.params)}/draft`);
  return {
    action: `${noticePath(visit.params)}/review`,
    back: `${noticePath(visit.params)}/draft`,
    key: visit.formKey,
    csrf: visit.csrf,
    faults: refused.summary,
    changed: refused.changed && changedHere(refused.changed, visit),
    incident: { id: incident.id, reference: referenceOf(incident) },
    noticeId: notice.id,
    controller: controllerOf(fullCase),
    clock: clockOf(fullCase, visit.now)?.clock ?? null,
    paper: paperOf(fullCase, draft, inside),
    changes: before !== null && items.success ? changeLines(before, items.data, frame) : [],
    checks,
    recipients: waysOf(fullCase),
    unserved: unservedWays(recipientsOf(fullCase), fullCase.offers),
    caught: frame.caught,
    ready: checks.every(({ ok }) => ok),
    othersAsked: fieldOf(others, refused.raw, frame.zone, refused.errorAt('othersConfirmed')),
    late: late ? fieldOf(question, refused.raw, frame.zone, refused.errorAt('lateReason')) : null,
  };
}
