import { ackWhileCaught } from '../../../domain/notice/ackWhileCaught';
import type { z } from 'zod';
import type { FullCase } from '../../../application/notice/readCase';
import { tellingOf } from '../../../application/notice/tellingOf';
import { lastResult } from '../../../domain/delivery/outbox';
import { exchangedOf } from '../../../domain/exchange/exchanged';
import { answerDue } from '../../../domain/notice/answerDue';
import { dueOf, protectAt } from '../../../domain/notice/case';
import type { NamedClient } from '../../../domain/notice/noticeTexts';
import { awaitedFor } from '../../../domain/notice/measures';
import { newestMeasureExchange } from '../../../domain/notice/measureSaid';
import { fileHandingOf } from '../../../domain/notice/handing';
import { presentFile } from '../fileView';
import { presentMeasure } from '../measureView';
import type { Notice } from '../../../domain/notice/fold';
import { presentExchanged } from '../exchangedView';
import type { NoticeRow, NoticeView } from './views';

/** Names each field: what the domain gains is not published by accident. */
export function presentRow(fullCase: FullCase): z.output<typeof NoticeRow> {
  const { notice, agreement } = fullCase;
  const { id, revision, opened, delivery, content, life } = notice;
  const { reference, purpose, exercise, incidentId, agreementId } = opened;
  const controller = agreement.document?.controller.name ?? null;
  const place = { id, reference, revision, purpose, exercise, incidentId, agreementId, controller };
  return { ...place, delivery, content, life, clock: presentClock(fullCase) };
}

export function presentNotice(fullCase: FullCase, named: readonly NamedClient[]): z.output<typeof NoticeView> {
  const { notice } = fullCase;
  const { draft, acknowledgements, questions, calls, explained, closed } = notice;
  return {
    ...presentRow(fullCase),
    draft,
    subNotices: fullCase.subNotices.map(({ place, recordedAt, receivedAt, certain, authorised }) => {
      return { place, recordedAt, receivedAt, certain, authorised };
    }),
    letter: presentLetter(fullCase),
    othersNamed: named.map(({ item, name }) => ({ item, name })),
    versions: notice.versions.map((version) => presentVersion(notice, version)),
    acknowledgements: acknowledgements.map((one) => {
      const { version, contactId, via, name, at, recordedAt } = one;
      const said = { version, contactId, via, name, function: one.function, at, recordedAt };
      return { ...said, caught: ackWhileCaught(notice, one) };
    }),
    questions: questions.map((question) => {
      const { id, contactId, via, text, urgentHours, askedAt, recordedAt, answeredAt, answer, exchangeId } = question;
      const dueAt = answerDue(askedAt, fullCase.agreement, urgentHours);
      const exchange = presentExchanged(exchangedOf(notice.outbox, exchangeId));
      return { id, contactId, via, text, urgentHours, askedAt, recordedAt, dueAt, answeredAt, answer, exchange };
    }),
    files: notice.files.map((file) => presentFile(file, fileHandingOf(notice, file))),
    measures: notice.measures.map((measure) => {
      const { declaredId, urgentHours, answered } = measure;
      const dueAt = awaitedFor(measure, notice, fullCase.agreement)?.dueAt ?? null;
      const exchange = presentExchanged(exchangedOf(notice.outbox, newestMeasureExchange(measure, notice.versions)));
      return { ...presentMeasure(measure, dueAt), declaredId, urgentHours, via: answered?.via ?? null, exchange };
    }),
    calls: calls.map(({ contactId, reached, note, at, recordedAt }) => ({ contactId, reached, note, at, recordedAt })),
    handed: notice.handed.map(({ what, id, result, at }) => ({ what, id, result, at })),
    explained: explained.map(({ what, at }) => ({ what, at })),
    closedAt: closed?.at ?? null,
    closedOn: closed?.ground ?? null,
  };
}

function presentLetter(fullCase: FullCase): z.output<typeof NoticeView>['letter'] {
  const { facts, measures, chronology, contract, recipients } = tellingOf(fullCase);
  const { nature, cause, origin, ongoing, systems, severity, text, ruledOut, toldBySubs } = facts;
  const { alertedAt, detectedAt, awareAt, status, t0, dueAt } = chronology;
  const listed = (list: typeof measures.taken) => list.map(({ what, by, at }) => ({ what, by, at }));
  return {
    facts: {
      nature: [...nature],
      cause,
      origin,
      ongoing,
      systems: [...systems],
      severity,
      text,
      ruledOut,
      toldBySubs: [...toldBySubs],
    },
    measures: {
      taken: listed(measures.taken),
      proposed: listed(measures.proposed),
      toDecide: listed(measures.toDecide),
    },
    chronology: { alertedAt, detectedAt, awareAt, status, t0, dueAt },
    contract: { agreementId: contract.agreementId, version: contract.version },
    recipients: recipients.map(({ contactId, name, ways }) => {
      return { contactId, name, ways: ways.map(({ channel, address }) => ({ channel, address })) };
    }),
  };
}

function presentClock(fullCase: FullCase): z.output<typeof NoticeRow>['clock'] {
  const due = dueOf(fullCase);
  if (due === null) return null;
  const { t0, dueAt, provisional } = due;
  return { t0, dueAt, provisional, protectAt: protectAt(fullCase), dischargedAt: fullCase.notice.dischargedAt };
}

type Version = Notice['versions'][number];

function presentVersion({ outbox }: Notice, version: Version): z.output<typeof NoticeView>['versions'][number] {
  const { number, kind, automatic, provisional, toldCertain, frozenAt, items, promises, text, lateReason, held } =
    version;
  const { agreementVersion, dueAt, pdfs, deliverableIds, unserved } = version;
  const said = {
    number,
    kind,
    automatic,
    provisional,
    toldCertain,
    frozenAt,
    items,
    promises,
    text,
    lateReason,
    held: [...held],
  };
  const deliveries = outbox
    .filter(({ id }) => deliverableIds.includes(id))
    .map((outgoing) => {
      const { id, to, channel, documentId, messageId, attempts, replayAskedAt } = outgoing;
      const reports = outgoing.reports.map(({ action, status, at: reportedAt }) => ({
        action,
        status,
        at: reportedAt,
      }));
      const at = attempts.at(-1)?.outcome?.at ?? null;
      const place = { deliverableId: id, contactId: to.id, channel, documentId, messageId };
      const tries = attempts.map(({ n, outcome }) => {
        const known = {
          result: outcome?.result ?? null,
          replyCode: outcome?.replyCode ?? null,
          at: outcome?.at ?? null,
        };
        return { n, ...known, why: outcome?.exchange?.why ?? null, receivedAt: outcome?.exchange?.receivedAt ?? null };
      });
      const result = lastResult(outgoing);
      return { ...place, attempts: attempts.length, tries, replayAskedAt, result, at, reports };
    });
  return {
    ...said,
    agreementVersion,
    dueAt,
    pdfContacts: pdfs.map(({ contactId }) => contactId),
    deliveries,
    unserved: [...unserved],
  };
}
