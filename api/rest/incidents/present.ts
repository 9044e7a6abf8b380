import type { z } from 'zod';
import type { Asker } from '../../../application/policies/asker';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { statusOf } from '../../../domain/approval/approval';
import type { Facts, Incident } from '../../../domain/incident/incident';
import { originTier, proposedAwareness, type SubNotice } from '../../../domain/incident/subNotice';
import { elsewhereIn } from '../../../domain/controllerCase/regimes';
import { askedOf, unanswered } from '../../../domain/incident/regimes';
import { wordOf } from '../../../domain/incident/word';
import { presentNotes } from '../noteView';
import { presentRegimes } from '../regimes/present';
import type { ApprovalView, ClockView, FactsView, IncidentRow, IncidentView } from './views';

/** Names each field: what the domain gains is not published by accident. */
export function presentRow(incident: Incident): z.output<typeof IncidentRow> {
  const { id, reference, stage, report, declared, revision, clock } = incident;
  return {
    id,
    ref: reference.incident ?? reference.signal,
    receipt: reference.signal,
    word: wordOf(incident),
    stage,
    exercise: report.exercise,
    kind: declared?.kind ?? null,
    severity: declared?.severity ?? null,
    alertedAt: report.alertedAt,
    alertedDay: report.alertedDay ?? null,
    revision,
    clock: presentClock(clock),
  };
}

/** As it stood at an instant; `own`: the case of our own processing, which may have opened later. */
export function presentIncident(
  incident: Incident,
  { own, at: now }: { own: ControllerCase | null; at: Date },
  asker: Asker,
): z.output<typeof IncidentView> {
  const { report, declared, touched, ownProcessing, facts, closed } = incident;
  const { text, source, channel, kind, alertedAt, detectedAt, at, systems } = report;
  const then = own !== null && Date.parse(own.opened.at) <= now.getTime() ? own : null;
  const declarant = { name: report.declarantName, email: report.declarantEmail, phone: report.declarantPhone };
  return {
    ...presentRow(incident),
    report: { text, source, channel, looksLike: kind, alertedAt, detectedAt, receivedAt: at, declarant, systems },
    leadId: declared?.leadId ?? null,
    touched: touched.map(({ agreementId, role }) => ({ agreementId, role })),
    ownProcessing,
    ownCase: then && { id: then.id, ref: then.reference },
    subNotices: incident.subNotices.map(presentSubNotice),
    proposedAwareness: proposedAwareness(incident),
    facts: presentFacts(facts.common),
    factsByAgreement: Object.fromEntries(
      Object.entries(facts.byAgreement).map(([agreementId, part]) => [agreementId, presentFacts(part)]),
    ),
    measures: incident.measures.map((one) => {
      const { measureId, seq, byId, status, agreementId, what, owner, recoveredData } = one;
      return { measureId, seq, byId, kind: one.kind, status, at: one.at, agreementId, what, owner, recoveredData };
    }),
    notes: presentNotes(incident.notes, asker),
    approvals: incident.approvals.map((approval) => presentApproval(approval, incident, now)),
    clockHistory: incident.clockHistory.map(({ seq, byId, at: movedAt, type, before, after }) => {
      return { seq, byId, at: movedAt, type, before: presentClock(before), after: presentClock(after) };
    }),
    breakGlasses: incident.breakGlasses.map(({ seq, byId, at: brokenAt, command, reason, reviewed }) => {
      return { seq, byId, at: brokenAt, command, reason, reviewedBy: reviewed?.byId ?? null };
    }),
    regimes: presentRegimes(askedOf(incident), now, unanswered(incident, then && elsewhereIn(then))),
    closedAt: closed?.at ?? null,
  };
}

function presentSubNotice(said: SubNotice): z.output<typeof IncidentView>['subNotices'][number] {
  const { subNoticeId, seq, byId, chain, reference, receivedAt, certain, nature, touched, ownProcessing } = said;
  const { toldBy, email, phone, text, items, seal, held } = said;
  const told = { toldBy, email, phone, text, items, seal, held };
  const others = {
    ...(said.alsoFrom === undefined ? {} : { alsoFrom: said.alsoFrom }),
    ...(said.leftOut === undefined ? {} : { leftOut: said.leftOut }),
  };
  const facts = { chain, ...others, reference, receivedAt, certain, nature, touched, ownProcessing };
  return {
    subNoticeId,
    seq,
    byId,
    ...facts,
    ...told,
    originTier: originTier(said),
    acknowledgedAt: said.acknowledged?.at ?? null,
  };
}

function presentClock({ status, provisionalT0, awareAt, detectedAt, nature, held, changedAt }: Incident['clock']) {
  return { status, provisionalT0, awareAt, detectedAt, nature: [...nature], held, changedAt } satisfies z.output<
    typeof ClockView
  >;
}

function presentApproval(
  approval: Incident['approvals'][number],
  { decided }: Incident,
  now: Date,
): z.output<typeof ApprovalView> {
  const { requestId, command, requestHash, reason, requestedBy, requestedAt, expiresAt, voices } = approval;
  const status = statusOf(approval, decided, now);
  const said = voices.map(({ actorId }) => actorId);
  return { requestId, command, status, requestHash, reason, requestedBy, requestedAt, expiresAt, voices: said };
}

function presentFacts(facts: Facts): z.output<typeof FactsView> {
  const { cause, origin, data, sensitive, personCategories, persons, records, ongoing, malicious } = facts;
  const { attackKnownAt, beganAt, endedAt, consequences, harms, description, consequencesText, systems } = facts;
  const what = { cause, origin, data, sensitive, personCategories, persons, records, ongoing, malicious };
  const when = { attackKnownAt, beganAt, endedAt };
  const after = { consequences, harms, description, consequencesText, systems };
  const known = Object.entries({ ...what, ...when, ...after }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known);
}
