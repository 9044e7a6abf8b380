import { z } from 'zod';
import { writtenSoFar } from '../../../application/notice/writtenSoFar';
import { notOverwritten } from '../../../application/notice/notOverwritten';
import { noteNotice } from '../../../application/notice/noteNotice';
import type { FullCase } from '../../../application/notice/readCase';
import { recipientsOf } from '../../../application/notice/recipientsOf';
import { zoneOf } from '../../../application/organisation/zoneOf';
import { mayDraftNotice } from '../../../application/policies/notice';
import { protectAt } from '../../../domain/notice/case';
import { newestVersion } from '../../../domain/notice/fold';
import { type DraftView, draftPage } from '../../../templates/pages/draft';
import type { TriFields } from '../../../templates/pages/parts/tri';
import { isWord, phrase, type Said, type Word } from '../../../templates/pages/words/word';
import { definePage } from '../../http/definePage';
import { type Question, fieldOf, faultOf, type Raw } from '../forms/question';
import { refusedForm, revisionIn, revisionOf, whyRefused } from '../forms/refusal';
import { type Faulty, summaryOf } from '../forms/sheet';
import { enterHouse, goTo, type Inside, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { controllerOf, referenceOf } from '../rowWords';
import { unservedWays } from '../unservedWays';
import { choiceIn, draftIn, pastFault, questionsOf, rawOf, textIn, tris } from './fields';
import { madeUpLines } from './madeUp';
import { otherNames } from './otherNames';
import { caseAt, clockOf, noticeParams, noticePath, paperOf, waysOf } from './noticeVisit';

/** What can be said now: items a to e. "Unknown" is an answer; saving never fails for it. */
export const draftPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/incidents/{incidentId}/notices/{noticeId}/draft',
    audience: 'member',
    policy: mayDraftNotice,
    params: noticeParams,
    query: z.object({ check: z.literal('1').optional(), kept: z.literal('1').optional() }),
    async render(visit) {
      const entered = await enterHouse(house, visit, 'incidents', `${noticePath(visit.params)}/draft`);
      if (!entered.ok) return entered;
      const inside = entered.value;
      const read = await caseAt(inside.ctx, visit.params);
      if (!read.ok) return read;
      const view = viewOf(inside, read.value, visit, visit.query.check === '1');
      const others = await otherNames(inside.ctx, read.value, writtenSoFar(read.value));
      const madeUp = madeUpLines(read.value, writtenSoFar(read.value), inside);
      const { drafting } = read.value.notice;
      const revision = revisionOf(visit, drafting.revision);
      const { savedAt } = drafting;
      return shownAs(
        draftPage(inside.frame, { ...view, madeUp, others, revision, savedAt, kept: visit.query.kept === '1' }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run(visit, { key, form: raw }) {
        const { ctx, params } = visit;
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const read = await caseAt(ctx, params);
        if (!read.ok) return read;
        const zone = await zoneOf(ctx);
        const items = draftIn(raw, writtenSoFar(read.value).b ?? [], zone, visit.now);
        const { noticeId } = params;
        // a form that names no revision has shown nothing
        const over = revisionIn(raw) ?? 0;
        const written = await noteNotice({ ctx, input: { noticeId, key, command: { kind: 'draft', items }, over } });
        if (!written.ok && written.error.code === 'key.reused') {
          // This form was kept already, with another text: that is what it would be written over.
          const kept = await caseAt(ctx, params);
          const free = kept.ok ? await notOverwritten(ctx, kept.value.notice, over) : kept;
          if (!free.ok) return { ...free, again: { _key: '' } };
        }
        if (!written.ok) return written;
        // What was typed is kept: what comes back is another form, made from this draft.
        const revision = String(written.value.revision);
        const isForReview = textIn(raw, 'do') === 'review';
        const faults = faultsOf(raw, zone, visit.now);
        if (isForReview ? faults.length > 0 : faults.some(isSlip))
          return { ok: false, error: { code: 'input.invalid', issues: [] }, again: { _key: '', revision } };
        const path = `/o/${params.orgId}${noticePath(params)}`;
        return goTo(isForReview ? `${path}/review` : `${path}/draft?kept=1`);
      },
    },
  });

/** What must be settled before anything leaves: a and b, and one of three answers for c, d, e. */
function faultsOf(raw: Raw, zone: string, now: Date): Faulty[] {
  const questions = questionsOf(zone);
  const fault = (question: Question): Faulty[] => {
    const key = faultOf(question, raw, zone) ?? pastFault(question, raw, zone, now);
    return key === null ? [] : [{ name: question.name, text: { key } }];
  };
  const contact: Faulty[] =
    textIn(raw, 'b-phone') === '' && textIn(raw, 'b-email') === ''
      ? [{ name: 'b-phone', text: { key: 'err.contact' } }]
      : [];
  return [
    ...questions.a.flatMap(fault),
    ...questions.b.flatMap(fault),
    ...contact,
    ...tris.flatMap((letter): Faulty[] => {
      const choice = choiceIn(raw, letter);
      return choice === null
        ? [{ name: letter, text: { key: 'err.choose' } }]
        : questions[letter][choice].flatMap(fault);
    }),
  ];
}

const slips: readonly Word[] = ['err.tooFar', 'err.phone', 'err.email', 'err.line'];

/** A year, a number, an address or a name that cannot be meant is told on saving already: the rest is kept without it. */
const isSlip = ({ text }: Faulty): boolean => typeof text !== 'string' && slips.includes(text.key);

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
  isChecked: boolean,
): Omit<DraftView, 'madeUp' | 'others' | 'revision' | 'savedAt' | 'kept'> {
  const { frame, names } = inside;
  const { notice, agreement, incident } = fullCase;
  const { zone } = frame;
  const draft = writtenSoFar(fullCase);
  const questions = questionsOf(zone);
  const raw = visit.refusal?.form ?? rawOf(draft, draft.b ?? [], zone);
  const refused = refusedForm([], visit, zone, frame, names);
  const isJudged = isChecked || whyRefused(visit.refusal)?.code === 'input.invalid';
  const faults = isJudged ? faultsOf(raw, zone, visit.now) : refused.faults;
  const errorAt = (name: string): Said | null => faults.find((fault) => fault.name === name)?.text ?? null;
  const fields = (list: readonly Question[]) => list.map((one) => fieldOf(one, raw, zone, errorAt(one.name)));
  const clock = clockOf(fullCase, visit.now);
  const version = newestVersion(notice);
  const triOf = (letter: TriFields['letter']): TriFields => ({
    letter,
    chosen: choiceIn(raw, letter),
    error: errorAt(letter),
    value: fields(questions[letter].value),
    follow: fields(questions[letter].follow),
    never: fields(questions[letter].never),
  });
  const b = fields(questions.b);
  return {
    action: `${noticePath(visit.params)}/draft`,
    back: null,
    key: visit.formKey,
    csrf: visit.csrf,
    faults: summaryOf(faults, aboutItem),
    changed: refused.changed,
    incident: { id: incident.id, reference: referenceOf(incident) },
    noticeId: notice.id,
    controller: controllerOf(fullCase),
    version: (version?.number ?? 0) + 1,
    isSupplement: version !== null,
    clock: clock?.clock ?? null,
    provisional: clock?.provisional ?? false,
    a: fields(questions.a),
    b: { summary: draft.b ?? [], fields: b, open: b.some(({ error }) => error !== null) },
    tris: tris.map(triOf),
    paper: paperOf(fullCase, draftIn(raw, draft.b ?? [], zone, visit.now), inside),
    ways: [
      ...waysOf(fullCase).map(({ way, who }) => ({ label: way, who })),
      ...(agreement.terms.acknowledgement.expected ? [ladder(frame.language)] : []),
    ],
    unserved: unservedWays(recipientsOf(fullCase), fullCase.offers),
    aloneAt: version === null ? protectAt(fullCase) : null,
  };
}

const ladder = (language: 'fr' | 'en') => ({
  label: { key: 'draft.wayAck' as const },
  who: phrase(language, { key: 'draft.wayLadder' }),
});

/** Which of a to e a field belongs to. */
function aboutItem(name: string): Said | null {
  const key = `item.${name[0] ?? ''}`;
  return isWord(key) ? { key } : null;
}
