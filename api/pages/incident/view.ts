import { writtenSoFar } from '../../../application/notice/writtenSoFar';
import { proposedAwareness } from '../../../domain/incident/subNotice';
import type { IncidentOverview } from '../../../application/overview/readIncidentOverview';
import type { Asker } from '../../../application/policies/asker';
import { mayOpenCase, mayReadCases } from '../../../application/policies/controllerCase';
import { mayCommand } from '../../../application/policies/incident';
import { maySendNotice } from '../../../application/policies/notice';
import { sentAt } from '../../../domain/notice/case';
import { newestVersion } from '../../../domain/notice/fold';
import type { Incident } from '../../../domain/incident/incident';
import type { Language } from '../../../domain/letters/head';
import type { IncidentView, NoticeLine, ToldLine } from '../../../templates/pages/incident';
import type { ApprovalLine } from '../../../templates/pages/parts/approvals';
import { phrase, type Said, type Word } from '../../../templates/pages/words/word';
import type { Inside } from '../frame';
import { nameOf } from '../frame';
import { sharedItemLines } from '../itemWords';
import { proofsOf, toldByMail, toldContacts } from '../proofs';
import { nameAmong, referenceOf, titleOf, whatOf } from '../rowWords';
import { isMachine, storyLine, toTheSecond } from '../story';
import { allowedActs, REGIMES } from './actions';
import { nextActOf } from './nextAct';
import { personsKnown } from './personsKnown';
import { subNoticeLines } from './subNoticeLines';

const FOLDED_STORY = 40;

/** An incident as its page shows it. */
export function incidentView(
  inside: Inside,
  overview: IncidentOverview,
  at: { showsAll: boolean; isAgain: boolean; approvals: readonly ApprovalLine[]; exerciseEnded: boolean },
): IncidentView {
  const { incident, cases, entries, rows } = overview;
  const { frame, names, ctx } = inside;
  const told = entries.filter((entry) => at.showsAll || !isMachine(entry));
  return {
    id: incident.id,
    reference: referenceOf(incident),
    title: titleOf(incident),
    declared: declaredWords(incident, frame.language),
    isAgain: at.isAgain,
    next: nextActOf(overview, inside),
    strip: stripOf(overview, inside),
    own: ownLine(overview, ctx),
    toOpenCase:
      overview.own === null && mayOpenCase(ctx) ? `/cases/new?incidentId=${encodeURIComponent(incident.id)}` : null,
    vulnerabilities: overview.vulnerabilities.map(({ id, reference, stage, proven }) => ({
      href: `/vulnerabilities/${id}`,
      reference,
      state: { key: `stage.${stage}` },
      note: proven.text ?? { key: 'atOnce.erased' },
    })),
    subNotices: subNoticeLines(overview, ctx),
    declarant: declarantOf(incident, inside),
    clocks: rows
      .filter(({ obligation }) => obligation !== 'approval')
      .map((row) => ({
        what:
          row.stage === null
            ? clockName(row.obligation, row.item, controllerName(overview, row.noticeId))
            : whatOf(row, frame.language),
        clock: row.clock,
        note: null,
        provisional: row.provisional,
        toldCertain: row.provisional && proposedAwareness(incident) !== null,
      })),
    items: cases.some(({ notice }) => notice.opened.purpose === 'breach')
      ? sharedItemLines(
          cases
            .filter(({ notice }) => notice.opened.purpose === 'breach' && notice.life !== 'WITHDRAWN')
            .map((one) => ({
              whose: nameAmong(one, cases),
              draft: writtenSoFar(one),
              needed: newestVersion(one.notice) === null,
            })),
          frame,
        )
      : [],
    controllers: cases.map((one) => ({
      name: nameAmong(one, cases),
      note: noteOf(one.notice, one.agreement.reference, frame.language),
    })),
    notices: cases.map((one) => noticeLine(incident.id, one, cases)),
    maySend: maySendNotice(ctx),
    told: toldLines(overview, inside),
    approvals: at.approvals,
    actions: [
      ...allowedActs(incident, ctx, at)
        .filter(({ home }) => home === undefined)
        .map(({ segment, label }) => ({ href: `/incidents/${incident.id}/${segment}`, label: { key: label } })),
      { href: `/incidents/${incident.id}/${REGIMES}`, label: { key: 'regimes.open' } },
    ],
    story: toTheSecond(
      told.slice(0, at.showsAll ? undefined : FOLDED_STORY).map((entry) => {
        return storyLine(entry, names, frame, entry.subject.kind === 'incident' ? incident : null);
      }),
    ),
    mayAddFact: mayCommand(ctx, 'facts.record'),
    hiddenEntries: entries.length - Math.min(told.length, FOLDED_STORY),
    showsAll: at.showsAll,
  };
}

/** The case of our own processing, for who may read cases. */
function ownLine({ own, incident }: IncidentOverview, asker: Asker): IncidentView['own'] {
  if (own === null || !mayReadCases(asker)) return null;
  return {
    href: `/cases/${own.id}`,
    reference: own.reference,
    state: { key: `caseStage.${own.stage}` },
    note: { key: incident.clock.status === 'provisional' ? 'incident.ownSuspected' : 'incident.ownHint' },
  };
}

const controllerName = ({ cases }: IncidentOverview, noticeId: string | null): string | null => {
  const found = cases.find(({ notice }) => notice.id === noticeId);
  return found === undefined ? null : nameAmong(found, cases);
};

function clockName(obligation: string, item: string | null, controller: string | null): Said {
  if (controller === null) return { key: `row.${obligation}` as Word };
  return { key: `clockOf.${obligation}` as Word, values: { controller, ...(item !== null && { item }) } };
}

function declaredWords({ declared }: Incident, language: Language): Said | null {
  if (declared === null) return null;
  const say = (key: Word) => phrase(language, { key });
  const values = { kind: say(`kind.${declared.kind}`), severity: say(`severity.${declared.severity}`).toLowerCase() };
  return { key: 'incident.declaredAs', values };
}

const declarantOf = ({ report }: Incident, { names }: Inside): IncidentView['declarant'] => ({
  name: report.declarantName ?? nameOf(names, { id: report.byId }),
  phone: report.declarantPhone,
  email: report.declarantEmail,
});

function stripOf(overview: IncidentOverview, { names, frame }: Inside): IncidentView['strip'] {
  const { clock, declared, report, stage } = overview.incident;
  const say = (key: Word) => phrase(frame.language, { key });
  const natures = clock.nature.map((one) => say(`nature.${one}`)).join(', ');
  return [
    { label: { key: 'incident.state' }, value: { key: `stage.${stage}` }, at: null },
    {
      label: { key: 'incident.nature' },
      value: natures === '' ? { key: 'incident.natureUnknown' } : natures,
      at: null,
    },
    clock.detectedAt === null
      ? { label: { key: 'incident.alerted' }, value: '', at: report.alertedAt, day: report.alertedDay }
      : { label: { key: 'incident.detected' }, value: '', at: clock.detectedAt },
    clock.awareAt === null
      ? { label: { key: 'incident.aware' }, value: '–', at: null }
      : { label: { key: 'incident.aware' }, value: '', at: clock.awareAt },
    { label: { key: 'incident.persons' }, value: personsKnown(overview), at: null },
    declared === null
      ? {
          label: { key: 'incident.reportedBy' },
          value: report.declarantName ?? nameOf(names, { id: report.byId }),
          at: null,
        }
      : { label: { key: 'incident.lead' }, value: nameOf(names, { id: declared.leadId }), at: null },
  ];
}

type OneCase = IncidentOverview['cases'][number];

const noteOf = (notice: OneCase['notice'], agreement: string, language: 'fr' | 'en'): Said => {
  const state: Word = notice.life === 'OPEN' ? `delivery.${notice.delivery}` : `delivery.${notice.life}`;
  return `${phrase(language, { key: state })} · ${agreement}`;
};

export function noticeLine(incidentId: string, one: OneCase, cases: readonly OneCase[]): NoticeLine {
  const { notice, agreement } = one;
  const version = newestVersion(notice);
  const acked = notice.acknowledgements.findLast(({ version: read }) => read === version?.number);
  const href = `/incidents/${incidentId}/notices/${notice.id}`;
  const isWaiting = agreement.terms.acknowledgement.expected && version !== null && version.kind !== 'withdrawal';
  return {
    href,
    controller: nameAmong(one, cases),
    label:
      version === null ? { key: 'notice.noVersion' } : { key: 'notice.version', values: { n: String(version.number) } },
    sentAt: sentAt(notice, version),
    sending: { key: notice.life === 'OPEN' ? `delivery.${notice.delivery}` : `delivery.${notice.life}` },
    proofs: version === null ? [] : proofsOf(notice, version, agreement),
    acknowledged: acked ? (acked.name ?? { key: `via.${acked.via}` }) : isWaiting ? { key: 'incident.noAck' } : null,
    acknowledgedAt: acked?.at ?? null,
    state: version === null ? 'near' : 'run',
  };
}

function toldLines({ incident, cases }: IncidentOverview, { names }: Inside): ToldLine[] {
  const contacts = cases.flatMap((one) => toldContacts(one, nameAmong(one, cases)));
  const people = new Set(incident.outbox.filter(({ to }) => to.kind === 'person').map(({ to }) => to.id));
  const inside = [...people].map((id) => {
    const told = toldByMail(incident.outbox.filter(({ to }) => to.kind === 'person' && to.id === id));
    return { name: nameOf(names, { id }), of: '', ...told };
  });
  return [...contacts, ...inside];
}
