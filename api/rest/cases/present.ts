import type { z } from 'zod';
import { statusOf } from '../../../domain/approval/approval';
import { copiesOwed } from '../../../domain/controllerCase/receiptCopies';
import { authorityRegion, type ControllerCase, decisionOf, naturesOf } from '../../../domain/controllerCase/case';
import { isCompetent } from '../../../domain/controllerCase/competence';
import { owedBy, owedWords } from '../../../domain/controllerCase/closing';
import type { Draft } from '../../../domain/controllerCase/persons';
import { isAwaited } from '../../../domain/consultation/measure';
import { handingOf } from '../../../domain/controllerCase/processor';
import { authorityLimit, openLimit } from '../../../domain/controllerCase/term';
import { exchangedOf } from '../../../domain/exchange/exchanged';
import { legalStatus } from '../../../domain/deadline/legalClock';
import { fileHandingOf } from '../../../domain/controllerCase/fileHanding';
import { presentFile } from '../fileView';
import { presentExchanged } from '../exchangedView';
import { presentCompetence } from './competence';
import { presentDecision, presentScore } from './presentRisk';
import { presentQualification } from './qualificationView';
import { presentRecord } from './recordViews';
import { askedOf } from '../../../domain/controllerCase/regimes';
import type { Asker } from '../../../application/policies/asker';
import { presentNotes } from '../noteView';
import { presentRegimes } from '../regimes/present';
import type { CaseClockView, CaseRow, CaseView } from './views';
import { presentMeasure } from '../measureView';

/** Names each field: what the domain gains is not published by accident. */
export function presentCaseRow(one: ControllerCase, now: Date): z.output<typeof CaseRow> {
  const { id, reference: ref, stage, opened, revision, persons } = one;
  const { origin, agreementId, incidentId, exercise, receivedAt } = opened;
  return {
    id,
    ref,
    stage,
    origin,
    agreementId,
    incidentId,
    exercise,
    receivedAt,
    revision,
    risk: decisionOf(one)?.risk ?? null,
    authority: authorityRegion(one),
    persons: persons.state,
    clock: presentClock(one, now),
  };
}

function presentClock(one: ControllerCase, now: Date): z.output<typeof CaseClockView> {
  const { status, t0, awareAt } = one.clock;
  const due = authorityLimit(one);
  const open = openLimit(one);
  const state = open && legalStatus(open, now);
  const { lawProfile } = one.opened;
  return { status, t0, lawProfile, awareAt, strict: due?.strict ?? null, reg1182: due?.reg1182 ?? null, state };
}

const presentDraft = ({ fr, en, measuresFr, measuresEn, texts }: Draft) => ({
  fr,
  en,
  measuresFr,
  measuresEn,
  texts: texts.map(({ text, language, documentId: hash }) => ({ text, language, hash })),
});

const presentFollowed = ({ incidentSeq, status, t0, awareAt }: NonNullable<ControllerCase['followed']>) => ({
  incidentSeq,
  status,
  t0,
  awareAt,
});

/** @param asker who reads: counsel's notes are shown to few */
export function presentCase(one: ControllerCase, now: Date, asker: Asker): z.output<typeof CaseView> {
  const { persons } = one;
  return {
    ...presentCaseRow(one, now),
    nature: [...naturesOf(one)],
    proposedQualification: presentQualification(one),
    followed: one.followed && presentFollowed(one.followed),
    told: one.told.map(({ seq, kind, receivedAt, reference, version, from, text }) => {
      return { seq, kind, receivedAt, reference, version, from, text };
    }),
    advices: one.advices.map(({ seq, byId, at, risk, text }) => ({ seq, byId, at, risk, text })),
    scores: one.scores.map(presentScore),
    decisions: one.decisions.map(presentDecision),
    competence: presentCompetence(one),
    authorities: one.authorities.map(({ authorityId, state, filings, withdrawals, questions }) => ({
      authorityId,
      competent: isCompetent(one, authorityId),
      state,
      filings: filings.map(({ seq, type, sentAt, receiptNumber, delayReasons, delayText, noCopy, bundle = [] }) => ({
        seq,
        type,
        sentAt,
        receiptNumber,
        delayReasons: [...delayReasons],
        delayText,
        copyDue: copiesOwed(one).includes(seq),
        noCopyReason: noCopy?.reason ?? null,
        bundle: [...bundle],
      })),
      withdrawals: [...withdrawals],
      questions: questions.map(({ id, askedAt, dueAt, text, answeredAt }) => ({
        id,
        askedAt,
        dueAt,
        text,
        answeredAt,
      })),
    })),
    processor: {
      acknowledged: one.processor.acknowledged.map((read) => {
        const { seq, version, acknowledgedAt, name, function: role } = read;
        return { seq, version, acknowledgedAt, name, function: role, ...handedBy(one, read) };
      }),
      questions: one.processor.questions.map((asked) => {
        const { id, askedAt, dueAt, urgent, text, answeredAt, answer } = asked;
        return { id, askedAt, dueAt, urgent, text, answeredAt, answer, ...handedBy(one, asked) };
      }),
      measures: one.processor.measures.map((measure) => {
        const { urgent, answered } = measure;
        const dueAt = isAwaited(measure) ? measure.dueAt : null;
        const sent = answered === null ? { handing: null, exchange: null } : handedBy(one, answered);
        return { ...presentMeasure(measure, dueAt), urgent, via: answered?.via ?? null, ...sent };
      }),
    },
    regimes: presentRegimes(askedOf(one), now),
    telling: {
      state: persons.state,
      requiredAt: persons.requiredAt,
      exemption: persons.exemption?.ground ?? null,
      draft: persons.draft && presentDraft(persons.draft),
      published: persons.published && { version: persons.published.version, at: persons.published.at },
      tellings: persons.tellings.map(({ at, means, told, again, concerned, bounced }) => {
        return { at, means, told, again, concerned, bounced };
      }),
    },
    approvals: one.approvals.map((approval) => {
      const { requestId, command, requestHash, reason, requestedBy, expiresAt, voices } = approval;
      const status = statusOf(approval, one.decided, now);
      const said = voices.map(({ actorId }) => actorId);
      return { requestId, command, status, requestHash, reason, requestedBy, expiresAt, voices: said };
    }),
    ...presentRecord(one),
    notes: presentNotes(one.notes, asker),
    files: one.files.map((file) => presentFile(file, fileHandingOf(one, file))),
    owed: owedBy(one).map(owedWords),
    closedAt: one.closed?.at ?? null,
  };
}

/** To the notice of the processor in this installation, or to its own installation; both null: by hand. */
const handedBy = (
  { processor, outbox }: ControllerCase,
  entry: { seq: number; byItself: boolean; exchangeId: string | null },
) => ({
  handing: handingOf(processor, entry),
  exchange: presentExchanged(exchangedOf(outbox, entry.exchangeId)),
});
