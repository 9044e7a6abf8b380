import { z } from 'zod';
import { isEnded } from '../../../application/exercise/isEnded';
import type { FullCase } from '../../../application/notice/readCase';
import { everyContact } from '../../../application/notice/recipientsOf';
import { mayNoteNotice, mayReadNotice, mayReplayDelivery, maySendNotice } from '../../../application/policies/notice';
import type { Entry } from '../../../domain/journal/entry';
import type { KeptFile } from '../../../domain/file/kept';
import { ackWhileCaught } from '../../../domain/notice/ackWhileCaught';
import { answerDue } from '../../../domain/notice/answerDue';
import { awaitedFor, type NoticeMeasure } from '../../../domain/notice/measures';
import { newestMeasureExchange, tellingsOf } from '../../../domain/notice/measureSaid';
import { fileHandingOf } from '../../../domain/notice/handing';
import { newestVersion, type Notice, type Question, type VersionState } from '../../../domain/notice/fold';
import { diffItems } from '../../../domain/notice/items';
import { noticePage, type NoticeView, type VersionLine } from '../../../templates/pages/notice';
import type { WaitingCall } from '../../../templates/pages/parts/calls';
import { phrase, type Word } from '../../../templates/pages/words/word';
import { definePage, type Page } from '../../http/definePage';
import { againQuery } from '../forms/once';
import { authorOf, enterHouse, type Inside, nameOf, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { changeLines, itemLines } from '../itemWords';
import type { ExchangeLine } from '../../../templates/pages/incident';
import { isAfterEnd } from '../../../domain/notice/readByLink';
import { keptIn } from '../keptFiles';
import { measureLine } from '../measureLine';
import { exchangeLine, proofsOf } from '../proofs';
import { controllerOf, referenceOf } from '../rowWords';
import { notedLater } from '../story';
import { callsToMake } from './callsToMake';
import { copiesOf, copyPages } from './copies';
import { actionsOf } from './noticeActs';
import { caseAt, clockOf, noticeParams, noticePath } from './noticeVisit';

const base = '/o/{orgId}/incidents/{incidentId}/notices/{noticeId}';

/** One notice with its versions and proofs; `/sent` is the same page, just after sending. */
export const noticePages = (house: PageHouse): Page[] => [
  page(house, base, false),
  page(house, `${base}/sent`, true),
  ...copyPages(),
];

const page = (house: PageHouse, path: string, isSent: boolean): Page =>
  definePage({
    path,
    audience: 'member',
    policy: mayReadNotice,
    params: noticeParams,
    query: z.object(againQuery),
    async render(visit) {
      const here = noticePath(visit.params);
      const entered = await enterHouse(house, visit, 'incidents', isSent ? `${here}/sent` : here);
      if (!entered.ok) return entered;
      const { ctx } = entered.value;
      const read = await caseAt(ctx, visit.params);
      if (!read.ok) return read;
      const subject = { kind: 'notice' as const, id: visit.params.noticeId };
      const entries = await ctx.ports.journal.readSubject(ctx.orgId, subject, 0);
      const waiting = await callsToMake(entered.value, [read.value], visit.now);
      const view = viewOf(entered.value, read.value, {
        ...visit,
        entries,
        exerciseEnded: await isEnded(ctx, read.value.incident.report.drill),
        isSent,
        isAgain: visit.query.again === '1',
        waiting,
      });
      return shownAs(noticePage(entered.value.frame, view));
    },
  });

type At = {
  params: z.infer<typeof noticeParams>;
  now: Date;
  entries: readonly Entry[];
  isSent: boolean;
  waiting: WaitingCall[];
  isAgain: boolean;
  exerciseEnded: boolean;
};

function viewOf(inside: Inside, fullCase: FullCase, at: At): NoticeView {
  const { ctx, frame } = inside;
  const { notice, incident, agreement } = fullCase;
  const contacts = everyContact(agreement);
  const who = (id: string): string =>
    contacts.find((contact) => contact.id === id)?.name ?? nameOf(inside.names, { id });
  const clock = clockOf(fullCase, at.now);
  const newest = newestVersion(notice);
  const path = noticePath(at.params);
  const where = { path, language: frame.language, handingOf: (file: KeptFile) => fileHandingOf(notice, file) };
  const canSend = notice.life === 'OPEN' && maySendNotice(ctx) && notice.opened.purpose === 'breach';
  return {
    incident: { id: incident.id, reference: referenceOf(incident) },
    noticeId: notice.id,
    isAgain: at.isAgain,
    reference: notice.opened.reference,
    agreement: agreement.reference,
    controller: controllerOf(fullCase),
    state: { key: notice.life === 'OPEN' ? `delivery.${notice.delivery}` : `delivery.${notice.life}` },
    clock: clock?.clock ?? null,
    provisional: clock?.provisional ?? false,
    sent:
      at.isSent && newest !== null
        ? {
            version: newest.number,
            next: [{ key: 'notice.sentNext1' }, { key: 'notice.sentNext2' }, { key: 'notice.sentNext3' }],
          }
        : null,
    act:
      canSend && !at.isSent && newest?.kind !== 'withdrawal'
        ? { href: `${path}/draft`, label: { key: newest === null ? 'notice.write' : 'notice.supplement' } }
        : null,
    versions: versionLines(inside, fullCase, at.entries, path).toReversed(),
    mayAnswer: mayNoteNotice(ctx),
    questions: notice.questions.map(
      ({ id, contactId, via, text, urgentHours, askedAt, recordedAt, answeredAt, answer, exchangeId }) => ({
        id,
        who: who(contactId),
        at: askedAt,
        notedAt: notedLater({ at: askedAt, recordedAt }),
        dueAt: answerDue(askedAt, agreement, urgentHours),
        text: text ?? phrase(frame.language, { key: 'detail.erased' }),
        answeredAt,
        answer: answeredAt === null ? null : (answer ?? phrase(frame.language, { key: 'detail.erased' })),
        exchange: exchangeLine(notice.outbox, exchangeId),
        ...keptIn(
          notice.files,
          { id, answeredAt },
          { ...where, adds: mayNoteNotice(ctx) ? addsTo(via, agreement) : {} },
        ),
      }),
    ),
    measures: notice.measures.map((measure) =>
      measureLine(measure, {
        proposedAt: measure.proposedAt,
        dueAt: awaitedFor(measure, notice, agreement)?.dueAt ?? null,
        handing: handingOf(notice, measure),
        via: measure.answered?.via ?? null,
        afterEnd: measure.verdict !== null && isAfterEnd(notice, measure.verdict),
      }),
    ),
    waiting: at.waiting,
    calls: notice.calls.map(({ contactId, at: when, recordedAt, reached, note }) => ({
      who: who(contactId),
      at: when,
      notedAt: notedLater({ at: when, recordedAt }),
      reached,
      note,
    })),
    contacts: contacts.map(({ name, role, email, phone, channels }) => ({
      name,
      role: { key: `contact.${role}` },
      email,
      phone,
      ways: channels.map((channel) => phrase(frame.language, { key: `channel.${channel}` as Word })).join(', '),
    })),
    actions: actionsOf(fullCase, inside.ctx, at.exerciseEnded).map(({ segment, label }) => ({
      href: `${path}/${segment}`,
      label,
    })),
  };
}

function versionLines(
  { frame, names, ctx }: Inside,
  fullCase: FullCase,
  entries: readonly Entry[],
  path: string,
): VersionLine[] {
  const { notice, agreement } = fullCase;
  const writers = entries.filter(({ type }) => type === 'notice.version');
  return notice.versions.map((version, index) => {
    const before = notice.versions.slice(0, index).findLast(({ items }) => items !== null)?.items ?? null;
    const changed = before !== null && version.items !== null ? diffItems(before, version.items) : [];
    const writer = writers[index];
    return {
      number: version.number,
      kind: { key: `version.${version.kind}` },
      frozenAt: version.frozenAt,
      by: writer === undefined ? { key: 'who.system' } : authorOf(names, writer.actor),
      lateReason: version.lateReason,
      held: version.held.map((item) => ({ key: `item.${item}` as const })),
      items:
        version.items === null
          ? []
          : itemLines(
              version.items,
              frame,
              true,
              changed.map(({ item }) => item),
            ),
      changes: before !== null && version.items !== null ? changeLines(before, version.items, frame) : [],
      proofs: proofsOf(notice, version, agreement, mayReplayDelivery(ctx) ? `${path}/replay` : null),
      handed: handedOf(notice, version),
      copies: copiesOf(fullCase, version, path),
      acknowledgements: notice.acknowledgements
        .filter((one) => one.version === version.number)
        .map((one) => ({
          at: one.at,
          notedAt: notedLater(one),
          name: [one.name, one.function].filter(Boolean).join(', '),
          via: { key: `via.${one.via}` },
          caught: ackWhileCaught(notice, one),
        })),
    };
  });
}

/** A contact takes all of its own by its link; to a case, of this installation or another, go those of the answer. */
const addsTo = (via: Question['via'], { outside }: FullCase['agreement']) =>
  ({
    question: via === 'link' || via === 'call' ? 'goes' : 'stays',
    answer: via === 'exchange' && outside === null ? 'stays' : 'goes',
  }) as const;

/** Of a measure for an organisation of this installation or another: whether what was told last is there. */
function handingOf({ handed, versions, outbox }: Notice, measure: NoticeMeasure): ExchangeLine | null {
  if (versions.every(({ inside }) => inside === null)) {
    return exchangeLine(outbox, newestMeasureExchange(measure, versions));
  }
  const what = tellingsOf(measure, versions).at(-1) ?? 'proposal';
  const result = handed.find((one) => one.what === what && one.id === measure.id)?.result ?? 'waiting';
  return { label: { key: `handing.${result}` }, at: null, why: null };
}

/** Of a version for an organisation of this installation: whether it is there. */
function handedOf({ handed }: Notice, { number, inside }: VersionState): VersionLine['handed'] {
  if (inside === null) return null;
  const found = handed.find(({ what, id }) => what === 'version' && id === String(number));
  return { text: { key: `handing.${found?.result ?? 'waiting'}` }, at: found?.at ?? null };
}
