import type { IncidentOverview } from '../../../application/overview/readIncidentOverview';
import type { Asker } from '../../../application/policies/asker';
import type { ClockRow } from '../../../domain/deadline/clockRow';
import type { IncidentCommand } from '../../../domain/incident/commands';
import type { Incident } from '../../../domain/incident/incident';
import { unanswered } from '../../../domain/incident/regimes';
import { momentWords } from '../../../templates/pages/frame/moment';
import type { Frame } from '../../../templates/pages/frame/frame';
import type { NextAct } from '../../../templates/pages/incident';
import type { Word } from '../../../templates/pages/words/word';
import type { Inside } from '../frame';
import { nameAmong, roleNames, wayOf, whatOf } from '../rowWords';
import { waitsForOther } from '../waits';
import { allowedActs, REGIMES } from './actions';

/** The one next thing: the clock of this reader whose limit comes first, else the next step of the stage; null when all is done. */
export function nextActOf(overview: IncidentOverview, inside: Inside): NextAct | null {
  const { rows, cases } = overview;
  const { ctx, frame } = inside;
  const stageStep = stepOf(overview, ctx);
  const isOfStage = ({ obligation }: ClockRow) => stageRows.includes(obligation);
  const open = rows.filter((row) => row.clock.doneAt === null && (stageStep !== null || !isOfStage(row)));
  const awaited = open.find((row) => row.caseId === null && waitsForOther(row, inside));
  const mine = open.filter((row) => !waitsForOther(row, inside));
  const first = mine.find(({ caseId }) => caseId === null);
  const burning = tellingFirst(first, mine) ?? (mayEnd(overview) ? mine[0] : undefined);
  if (burning === undefined) return awaited === undefined ? stageStep : awaitedOf(awaited, frame);
  if (stageStep !== null && isOfStage(burning)) return { ...stageStep, clock: burning.clock };
  const fullCase = cases.find(({ notice }) => notice.id === burning.noticeId);
  const way = wayOf(burning, ctx);
  const what = whatOf(burning, frame.language);
  return {
    clock: burning.clock,
    text: fullCase === undefined ? what : controllerLine(burning.obligation, nameAmong(fullCase, cases), burning.item),
    extra:
      burning.alone?.act === 'protect'
        ? { key: 'next.aloneProtect', values: { at: momentWords(burning.alone.at, frame, 'full') } }
        : null,
    ...way,
  };
}

/** Whoever was told nothing yet goes before the acknowledgement of who was told, whatever limit comes first. */
function tellingFirst(first: ClockRow | undefined, mine: readonly ClockRow[]): ClockRow | undefined {
  const isUntold = ({ obligation, noticeId }: ClockRow) => obligation === 'notice' && noticeId !== null;
  return first?.obligation === 'acknowledgement' ? (mine.find(isUntold) ?? first) : first;
}

/** What is left of a breach is its case: the incident does not end before it. */
const mayEnd = ({ incident, own }: IncidentOverview): boolean => incident.stage === 'BREACH' && own !== null;

/** A second approval that somebody else has to give. */
const awaitedOf = ({ clock, roles, incidentId }: ClockRow, { language }: Frame): NextAct => ({
  clock,
  text: { key: 'next.awaited', values: { roles: roleNames(roles, language) } },
  extra: null,
  href: `/incidents/${incidentId}#accords`,
  act: { key: 'act.approval' },
});

const stageRows: readonly string[] = ['triage', 'investigation', 'assessment'];

function controllerLine(obligation: string, controller: string, item: string | null) {
  return { key: `for.${obligation}` as Word, values: { controller, ...(item !== null && { item }) } };
}

const steps: Partial<Record<IncidentOverview['incident']['stage'], { kind: IncidentCommand['kind']; text: Word }>> = {
  EVENT_NEW: { kind: 'triage.start', text: 'next.triage' },
  TRIAGE: { kind: 'incident.declare', text: 'next.investigate' },
  INCIDENT: { kind: 'breach.suspect', text: 'next.decide' },
  BREACH_SUSPECTED: { kind: 'aware.set', text: 'next.confirm' },
  BREACH: { kind: 'incident.close', text: 'next.close' },
};

/** Before an incident can be closed, somebody has said of each other law whether it applies. */
const isScreeningNext = (incident: Incident, elsewhere: IncidentOverview['elsewhere']): boolean =>
  (incident.stage === 'BREACH' || (incident.stage === 'INCIDENT' && incident.ruledOut !== null)) &&
  unanswered(incident, elsewhere).length > 0;

const toScreen = ({ id }: Incident): NextAct => ({
  clock: null,
  text: { key: 'caseNext.screen' },
  extra: null,
  href: `/incidents/${id}/${REGIMES}`,
  act: { key: 'regimes.open' },
});

function stepOf({ incident, elsewhere }: IncidentOverview, asker: Asker): NextAct | null {
  const step = steps[incident.stage];
  const allowed = allowedActs(incident, asker);
  const mayAnswer = allowed.some(({ kind }) => kind === 'regime.exclude' || kind === 'regime.concern');
  if (mayAnswer && isScreeningNext(incident, elsewhere)) return toScreen(incident);
  const act = allowed.find(({ kind }) => kind === step?.kind);
  if (step === undefined || act === undefined) return null;
  const isDecided = incident.ruledOut !== null && incident.stage === 'INCIDENT';
  if (isDecided) return null;
  return {
    clock: null,
    text: { key: step.text },
    extra: null,
    href: `/incidents/${incident.id}/${act.segment}`,
    act: { key: act.label },
  };
}
