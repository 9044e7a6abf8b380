import { z } from 'zod';
import { type Batch, isSame, readBatch, type ReadyNotice } from '../../../application/notice/batch';
import { type Chosen, refusedNow, sendBatch } from '../../../application/notice/sendBatch';
import { maySendNotice } from '../../../application/policies/notice';
import type { DomainError } from '../../../domain/shared/errors';
import { emptyDraft, itemNames } from '../../../domain/notice/items';
import { writeCount } from '../../../templates/grammar';
import { batchPage, type BatchLine, type BatchView } from '../../../templates/pages/batch';
import { phrase, type Said, type Word } from '../../../templates/pages/words/word';
import { actKey, definePage, type Visit } from '../../http/definePage';
import { readSeen, writeSeen } from '../../http/etag';
import { wordsOf } from '../forms/issueWords';
import { fieldOf, type Question, type Raw } from '../forms/question';
import { changedWords, refusedForm } from '../forms/refusal';
import { enterHouse, goTo, type Inside, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { incidentParams } from '../incident/page';
import { itemLines } from '../itemWords';
import { nameAmong, referenceOf } from '../rowWords';
import { REASON_NAMED } from '../../../application/notice/unseenNames';
import { questionsOf, textIn } from './fields';
import { clockOf, noticePath, waysOf } from './noticeVisit';
import { namedWords } from './otherNames';

const pattern = '/o/{orgId}/incidents/{incidentId}/notices';
/** Of many at once: which ones, and why, stands with each. */
export const LEFT = { pointer: '/form', message: 'not every notice that was chosen has left' };

/** Reviewing and approving many notices at once: who gets what, by name, and one button. */
export const batchPageOf = (house: PageHouse) =>
  definePage({
    path: pattern,
    audience: 'member',
    policy: maySendNotice,
    params: incidentParams,
    query: z.object({ all: z.literal('1').optional() }),
    async render(visit) {
      const { incidentId } = visit.params;
      const entered = await enterHouse(house, visit, 'incidents', `/incidents/${incidentId}/notices`);
      if (!entered.ok) return entered;
      const read = await readBatch({ ctx: entered.value.ctx, input: { incidentId } });
      if (!read.ok) return read;
      const raw = visit.refusal?.form ?? null;
      const refused =
        raw === null || visit.ctx === null
          ? new Map<string, DomainError>()
          : await refusedNow({ ctx: visit.ctx, input: sendingIn(visit.params.incidentId, keyOf(visit), raw) });
      const asked = viewOf(entered.value, read.value, { ...visit, raw, isAll: visit.query.all === '1', refused });
      return asked === null
        ? { ok: false, error: { code: 'subject.unknown' } }
        : shownAs(batchPage(entered.value.frame, asked));
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run({ ctx, params: { orgId, incidentId } }, { key, form: raw }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const input = sendingIn(incidentId, key, raw);
        if (input.chosen.length === 0)
          return { ok: false, error: { code: 'input.invalid', issues: [{ pointer: '/form', message: NOBODY }] } };
        const sent = await sendBatch({ ctx, input });
        if (!sent.ok) return sent;
        const isAll = sent.value.every(({ result }) => result === 'sent');
        return isAll
          ? goTo(`/o/${orgId}/incidents/${incidentId}/notices`)
          : { ok: false, error: { code: 'input.invalid', issues: [LEFT] } };
      },
    },
  });

export const NOBODY = 'tick the notices that may leave';

const keyOf = (visit: Pick<Visit, 'ctx' | 'formKey'> & { params: Record<string, string> }): string =>
  actKey(visit, pattern, visit.formKey);

function sendingIn(incidentId: string, key: string, raw: Raw) {
  const lateReason = textIn(raw, 'lateReason');
  return {
    incidentId,
    key,
    chosen: chosenIn(raw),
    ...(lateReason !== '' && { lateReason }),
    ...(Object.hasOwn(raw, 'othersConfirmed.yes') && { othersConfirmed: true as const }),
    ...(Object.hasOwn(raw, 'reasonConfirmed.yes') && { reasonConfirmed: true as const }),
  };
}

/** What was ticked, each as the page had shown it. */
function chosenIn(raw: Raw): Chosen[] {
  return Object.keys(raw).flatMap((name) => {
    const [, noticeId] = /^send\.([A-Za-z0-9-]{1,64})$/.exec(name) ?? [];
    if (noticeId === undefined) return [];
    return [{ noticeId, seen: readSeen(raw[`seen.${noticeId}`] ?? '') ?? { revision: 0, stamp: '' } }];
  });
}

type Asked = Pick<Visit, 'formKey' | 'csrf' | 'now' | 'refusal'> & {
  params: { incidentId: string };
  raw: Raw | null;
  isAll: boolean;
  refused: ReadonlyMap<string, DomainError>;
};

const none: Question = { name: 'form', kind: 'text', label: { key: 'batch.send' }, optional: true };

function viewOf(inside: Inside, batch: Batch, visit: Asked): BatchView | null {
  const { frame, names } = inside;
  const [first] = batch.all;
  if (first === undefined) return null;
  const { late, others, othersInReason } = questionsOf(frame.zone);
  const isLate = batch.ready.some((one) => one.isLate);
  const hasOthers = batch.ready.some((one) => one.others.length > 0);
  const refused = refusedForm(
    [none, { ...late, optional: true }, { ...others, optional: true }, { ...othersInReason, optional: true }],
    visit,
    frame.zone,
    frame,
    names,
  );
  const common = itemLines(batch.common, frame, false).filter(({ letter }) => batch.common[letter] !== null);
  return {
    action: `/incidents/${visit.params.incidentId}/notices`,
    key: visit.formKey,
    csrf: visit.csrf,
    faults: refused.summary,
    changed: refused.changed,
    incident: { id: visit.params.incidentId, reference: referenceOf(first.incident) },
    common,
    lines: batch.ready.map((one) => lineOf(one, batch, inside, visit)),
    unready: batch.unready.map(({ fullCase, items }) => ({
      controller: nameAmong(fullCase, batch.all),
      href: `${placeOf(fullCase.notice)}/draft?check=1`,
      why: whyUnready(items),
    })),
    refused: batch.all.flatMap((fullCase) => {
      const error = visit.refused.get(fullCase.notice.id);
      if (error === undefined) return [];
      return [
        { controller: nameAmong(fullCase, batch.all), href: placeOf(fullCase.notice), why: whyOf(error, inside) },
      ];
    }),
    ...standing(batch, inside),
    late: isLate ? { ...fieldOf(late, visit.raw, frame.zone, refused.errorAt('lateReason')), optional: false } : null,
    othersAsked: hasOthers ? fieldOf(others, visit.raw, frame.zone, refused.errorAt('othersConfirmed')) : null,
    reasonAsked: namesInReason(visit)
      ? fieldOf(othersInReason, visit.raw, frame.zone, refused.errorAt('reasonConfirmed'))
      : null,
    caught: frame.caught,
  };
}

/** The reason that was given names somebody: it is asked for by a box of its own. */
const namesInReason = ({ refused, raw }: Asked): boolean =>
  Object.hasOwn(raw ?? {}, 'reasonConfirmed.yes') ||
  [...refused.values()].some(
    (error) => error.code === 'input.invalid' && error.issues.some(({ message }) => message === REASON_NAMED),
  );

const whyUnready = (items: readonly string[]): Said =>
  items.length > 0 ? { key: 'batch.unsettled', values: { items: items.join(', ') } } : { key: 'batch.nothingNew' };

const placeOf = ({ id, opened }: { id: string; opened: { incidentId: string } }): string =>
  noticePath({ incidentId: opened.incidentId, noticeId: id });

function lineOf({ fullCase, items, seen, others }: ReadyNotice, batch: Batch, inside: Inside, visit: Asked): BatchLine {
  const { frame } = inside;
  const { notice } = fullCase;
  const isCounted = items.c.answer === 'value' && (items.c.persons !== null || items.c.records !== null);
  const own = itemNames.filter((item) => !isSame(batch.common[item], items[item]) || (item === 'c' && isCounted));
  return {
    noticeId: notice.id,
    controller: nameAmong(fullCase, batch.all),
    href: `${placeOf(notice)}/review`,
    clock: clockOf(fullCase, visit.now)?.clock ?? null,
    seen: writeSeen(seen),
    checked: visit.raw === null ? visit.isAll : Object.hasOwn(visit.raw, `send.${notice.id}`),
    recipients: waysOf(fullCase),
    differs: itemLines({ ...emptyDraft, ...items }, frame, true).filter(({ letter }) => own.includes(letter)),
    others: namedWords(others),
  };
}

/** Where every notice of the incident stands. */
function standing({ all, ready, unready }: Batch, { frame }: Inside): Pick<BatchView, 'gone' | 'all' | 'figures'> {
  const open = all.filter(({ notice }) => notice.versions.length > 0);
  const states = ['LEAVING', 'CAUGHT', 'SENT', 'RECEIVED', 'ACKED'] as const;
  const figure = (key: Word, value: number) => ({ label: { key }, value: writeCount(frame.language, value) });
  return {
    gone: open.filter(({ notice }) => notice.delivery !== 'LEAVING').length,
    all: all.length,
    figures: [
      figure('batch.ready', ready.length),
      figure('batch.unready', unready.length),
      ...states.map((state) =>
        figure(`delivery.${state}`, open.filter(({ notice }) => notice.delivery === state).length),
      ),
    ],
  };
}

/** Of one of many, which holds no text of who sends. */
export function ofOne(said: Said): Said {
  if (typeof said === 'string') return said;
  if (said.key === 'form.changed') return { ...said, key: 'batch.changed' };
  return said.key === 'form.letterChanged' ? { ...said, key: 'batch.letterChanged' } : said;
}

/** Why one of them did not leave: of what moved meanwhile, what, when and by whom. */
export function whyOf(error: DomainError, { frame, names }: Inside): Said {
  const changed = changedWords(error, frame, names);
  if (changed !== null) return ofOne(changed);
  if (error.code === 'input.invalid') {
    return error.issues.map(({ message }) => phrase(frame.language, wordsOf(message, frame))).join(' ');
  }
  return { key: error.code === 'state.refused' ? 'err.state' : 'err.check' };
}
