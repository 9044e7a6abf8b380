import type { Unwritten } from '../../../application/controllerCase/fileTogether';
import { copiesOwed } from '../../../domain/controllerCase/receiptCopies';
import { notReached } from '../../../domain/controllerCase/notReached';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { authorityRegion, decisionOf, naturesOf } from '../../../domain/controllerCase/case';
import { stageAllows } from '../../../domain/controllerCase/transitions';
import { owedBy } from '../../../domain/controllerCase/closing';
import type { AuthorityFile } from '../../../domain/controllerCase/authority';
import { recordRegion } from '../../../domain/controllerCase/recordRegion';
import { silenceOf } from '../../../domain/controllerCase/silence';
import { askedOf } from '../../../domain/controllerCase/regimes';
import { screeningOf } from '../../../domain/regime/asked';
import { authorityClock, caseRows } from '../../../domain/deadline/caseRows';
import type { ClockRow } from '../../../domain/deadline/clockRow';
import type { Incident } from '../../../domain/incident/incident';
import type { Entry } from '../../../domain/journal/entry';
import type { Language } from '../../../domain/letters/head';
import type { CaseView } from '../../../templates/pages/case';
import type { ApprovalLine } from '../../../templates/pages/parts/approvals';
import { phrase, type Said, type Word } from '../../../templates/pages/words/word';
import type { Inside } from '../frame';
import { caseTitle, asWritten, referenceOf, sourceOf, whatOf } from '../rowWords';
import { isMachine, storyLine, toTheSecond } from '../story';
import { allowedActs } from './actions';
import { adviceLines } from './adviceLines';
import { assessmentPanel } from './assessment';
import { authorityName } from './authorityNames';
import { competenceView, notCompetentNote } from './competenceWords';
import { decisionView } from './decisionView';
import { publishedAt } from './messagePage';
import { nextActOf } from './nextAct';
import { leftOpenLines } from './leftOpenLines';
import { owedLine } from './owedLine';
import { processorNow } from './processorNow';
import { processorLines } from './processorLines';
import { sameLines } from './sameBreach';
import type { Sending } from './sending';
import { stageLines } from '../regimes/stageLines';
import { waitingApart } from './waitingLines';
import { togetherWords, unwrittenWords } from './togetherWords';

type At = {
  entries: readonly Entry[];
  approvals: readonly ApprovalLine[];
  sending: Sending;
  incident: Incident | null;
  isAgain: boolean;
  /** It belongs to an exercise whose report stands. */
  exerciseEnded: boolean;
  /** What was filed with this case for others, too, and is not in their files. */
  unwritten?: readonly Unwritten[];
  /** Open cases of whose breach this one may be. */
  alike?: readonly ControllerCase[];
  now: Date;
  /** Read back: as it was known at `now`, with nothing to do. */
  isPast?: boolean;
};

/** A controller's case as its page shows it. */
export function caseView(
  one: ControllerCase,
  inside: Inside,
  {
    entries,
    approvals,
    sending,
    incident,
    isAgain,
    exerciseEnded,
    unwritten = [],
    alike = [],
    now,
    isPast = false,
  }: At,
): CaseView {
  const { ctx, frame, names } = inside;
  const clock = authorityClock(one);
  const open = isPast ? [] : allowedActs(one, ctx, sending);
  const allowed = open.filter(({ kind }) => kind !== 'case.reopen' || !exerciseEnded);
  const canScore = allowed.some(({ kind }) => kind === 'risk.score');
  return {
    id: one.id,
    reference: one.reference,
    title: caseTitle(one),
    isAgain,
    knownAt: isPast ? now.toISOString() : null,
    next: isPast ? null : nextActOf(one, ctx, { now, sending }),
    strip: stripOf(one, frame.language),
    same: sameLines(
      one,
      alike,
      allowed.some(({ kind }) => kind === 'case.same'),
    ),
    clock: clock && { clock, reg1182: clock.reg1182 ?? clock.dueAt, provisional: one.clock.status === 'provisional' },
    limits: caseRows(one, now)
      .filter(isListed)
      .map((row) => ({
        what: whatOf(row, frame.language),
        clock: row.clock,
        source: sourceOf(row),
      })),
    incident: incident && incidentLine(one, incident),
    approvals,
    owed: owedBy(one).map((owed) => owedLine(one, owed, { language: frame.language, now })),
    leftOpen: leftOpenLines(one, frame.language),
    processorNow: isPast ? null : processorNow(one, allowed, frame.language),
    isOpen: one.stage !== 'CLOSED',
    told: one.told.toReversed().map(({ kind, from, receivedAt: at, text }) => ({
      kind: { key: `telling.${kind}` },
      from: asWritten(from),
      at,
      text: asWritten(text),
    })),
    assessment: isScored(one) ? assessmentPanel(one, { names, language: frame.language, canScore }) : null,
    decisions: one.decisions.toReversed().map((decision) => decisionView(decision, one.advices, inside)),
    advices: adviceLines(one, names),
    competence: competenceView(one, {
      language: frame.language,
      mayRecord: open.some(({ kind }) => kind === 'record.change'),
    }),
    ...waitingApart({
      files: fileLines(one, { now, unwritten, language: frame.language }),
      processor: processorLines(one, inside, isPast),
    }),
    persons: { ...personsLines(one, frame.language), published: publishedAt(ctx, one) },
    regimes: { unanswered: screeningOf(askedOf(one)).unanswered.length, stages: stageLines(askedOf(one), now) },
    actions: allowed
      .filter(({ home }) => home === undefined)
      .map(({ segment, label }) => ({ href: `/cases/${one.id}/${segment}`, label: { key: label } })),
    story: toTheSecond(
      entries.filter((entry) => !isMachine(entry)).map((entry) => storyLine(entry, names, frame, null)),
    ),
  };
}

/** The authority's, other laws' and second voices have places of their own on the page. */
const isListed = ({ obligation, clock }: ClockRow): boolean =>
  clock.doneAt === null && !['authority', 'regime', 'approval'].includes(obligation);

const follows = {
  provisional: 'case.followsSuspicion',
  confirmed: 'case.follows',
  cancelled: 'case.followsNone',
} as const satisfies Record<NonNullable<ControllerCase['followed']>['status'], Word>;

const incidentLine = ({ followed }: ControllerCase, incident: Incident): NonNullable<CaseView['incident']> => ({
  href: `/incidents/${incident.id}`,
  reference: referenceOf(incident),
  note: followed && { key: follows[followed.status] },
});

const isScored = ({ scores, stage }: ControllerCase): boolean => scores.length > 0 || stageAllows(stage, 'risk.score');

function stripOf(one: ControllerCase, language: Language): CaseView['strip'] {
  const natures = naturesOf(one)
    .map((nature) => phrase(language, { key: `nature.${nature}` }))
    .join(', ');
  const risk = decisionOf(one)?.risk;
  const words = (label: CaseView['strip'][number]['label'], value: Said) => ({ label, value, at: null });
  return [
    words({ key: 'case.stage' }, { key: `caseStage.${one.stage}` }),
    words({ key: 'case.nature' }, natures === '' ? { key: 'incident.natureUnknown' } : natures),
    { label: { key: 'case.knownSince' }, value: '', at: one.clock.t0 },
    words({ key: 'case.risk' }, { key: risk === undefined ? 'case.riskNone' : `risk.${risk}` }),
    words({ key: 'case.authority' }, { key: `authorityState.${authorityRegion(one)}` }),
    words({ key: 'case.persons' }, personsState(one)),
    words({ key: 'case.recordState' }, { key: `recordState.${recordRegion(one)}` }),
  ];
}

/** From when an authority has been silent long enough, once that is past. */
function silentFrom(file: AuthorityFile, { opened }: ControllerCase, now: Date): string | null {
  const overAt = silenceOf(file, opened)?.overAt ?? null;
  return overAt === null || Date.parse(overAt) > now.getTime() ? null : overAt;
}

type Looking = { now: Date; unwritten: readonly Unwritten[]; language: Language };

const fileLines = (one: ControllerCase, { now, unwritten, language }: Looking): CaseView['files'] =>
  one.authorities.map((file) => ({
    ...lineOfFile(one, file, silentFrom(file, one, now), unwritten),
    notCompetent: notCompetentNote(one, file.authorityId, language),
  }));

const lineOfFile = (
  one: ControllerCase,
  { authorityId, state, filings, questions }: AuthorityFile,
  silent: string | null,
  unwritten: readonly Unwritten[],
): Omit<CaseView['files'][number], 'notCompetent'> => ({
  authority: authorityName(authorityId),
  state: { key: `authorityState.${state}` },
  silentFrom: silent,
  filings: filings.map(({ seq, type, sentAt, receiptNumber, bundle, noCopy }) => ({
    type: { key: `filing.${type}` },
    at: sentAt,
    together: togetherWords(one.id, { bundle }),
    unwritten: unwrittenWords(unwritten, seq),
    isCopyOwed: copiesOwed(one).includes(seq),
    noCopy: noCopy === undefined ? null : asWritten(noCopy.reason),
    receipt: { key: 'case.receipt', values: { number: receiptNumber } },
  })),
  questions: questions.map(({ text, askedAt, dueAt, answeredAt }) => ({
    text: asWritten(text),
    askedAt,
    dueAt,
    answeredAt,
  })),
});

/** Where telling the persons stands; told in part where not all of those concerned were reached. */
function personsState(one: ControllerCase): Said {
  const short = notReached(one);
  if (short === null) return { key: `personsState.${one.persons.state}` };
  const told = short.told - short.bounced;
  const { concerned } = short;
  return concerned === null
    ? { key: 'personsState.partly', values: { told } }
    : { key: 'personsState.partlyOf', values: { told, concerned } };
}

function personsLines(one: ControllerCase, language: Language): Omit<CaseView['persons'], 'published'> {
  const { persons } = one;
  const texts = [persons.draft?.fr, persons.draft?.en].filter((text) => typeof text === 'string');
  return {
    state: personsState(one),
    draft: texts.length === 0 ? null : texts.join('\n\n'),
    tellings: persons.tellings.map(({ at, means, told, again, concerned, bounced }) => {
      const many = again === 0 ? told : phrase(language, { key: 'case.tellingAgain', values: { told, again } });
      const values = { means: phrase(language, { key: `means.${means}` }), told: many, bounced };
      return {
        at,
        line:
          concerned === null
            ? { key: 'case.tellingLine', values }
            : { key: 'case.tellingOf', values: { ...values, concerned } },
      };
    }),
  };
}
