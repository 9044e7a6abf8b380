import { type ControllerCase, decisionOf } from '../controllerCase/case';
import { owedBy } from '../controllerCase/closing';
import { reachedInAll } from '../controllerCase/personsReached';
import { missingOf } from '../controllerCase/recordRegion';
import type { Outgoing } from '../delivery/outbox';
import { hashOfContent } from '../letters/hashOfContent';
import type { Items } from '../notice/items';
import { plain } from '../shared/plain';
import { endsAt } from './nextMilestone';
import { reportLines } from './reportLines';
import { whenFirstFiled } from './caseSteps';
import type { CaseReport, ItemState, NoticeReport, PersonReport, Report } from './reportValues';
import type { Witnessed, WitnessedNotice } from './witnessed';

/**
 * What an exercise has shown, as far as the journal goes: each step against its target, what was missing in each notice,
 * who reacted, which reminders were needed, who would have been told (duty S3-06, invariant 12). The same entries give
 * the same report, wherever and whenever it is reckoned.
 */
export function reportOf(seen: Witnessed): Report {
  const { planned, stopped } = seen.exercise;
  const lines = reportLines(seen);
  const sum = (of: 'points' | 'most'): number => lines.reduce((total, line) => total + line[of], 0);
  return {
    scenario: planned.scenario,
    pace: planned.pace,
    startedAt: planned.startsAt,
    endedAt: stopped?.at ?? endsAt(seen.exercise),
    lines,
    notices: seen.notices.map(noticeReport),
    ...(seen.cases.length > 0 && { cases: seen.cases.map((one) => caseReport(one, seen)) }),
    people: peopleOf(seen),
    reminders: remindersOf(seen),
    authorities: [
      ...new Set(
        seen.cases.flatMap(({ authorities }) =>
          authorities.filter(({ filings }) => filings.length > 0).map(({ authorityId }) => authorityId),
        ),
      ),
    ],
    persons: seen.cases.reduce((total, { persons }) => total + reachedInAll(persons), 0),
    score: sum('points'),
    most: sum('most'),
  };
}

/** SHA-256 of the report's canonical JSON. */
export const hashOfReport = (report: Report): string => hashOfContent(plain(report));

function noticeReport({ notice, contacts }: WitnessedNotice): NoticeReport {
  const versions = notice.versions.filter(({ kind }) => kind !== 'withdrawal' && kind !== 'report');
  const [first] = versions;
  const last = versions.at(-1);
  const isTested = (accepts: boolean): string[] =>
    contacts.filter(({ acceptsExercises }) => acceptsExercises === accepts).map(({ id }) => id);
  return {
    noticeId: notice.id,
    agreementId: notice.opened.agreementId,
    versions: versions.length,
    automatic: first?.automatic ?? false,
    first: first === undefined ? null : statesOf(first.items),
    last: last === undefined ? null : statesOf(last.items),
    told: first === undefined ? [] : isTested(true),
    wouldBeTold: first === undefined ? [] : isTested(false),
    acknowledged: notice.acknowledgements.length > 0,
  };
}

function caseReport(one: ControllerCase, { entries }: Witnessed): CaseReport {
  const first = whenFirstFiled(one, entries);
  const owed = one.stage === 'CLOSED' ? [] : owedBy(one).map(({ what }) => what);
  return {
    caseId: one.id,
    origin: one.opened.origin,
    risk: decisionOf(one)?.risk ?? null,
    first: first === null ? null : missingOf(first),
    last: missingOf(one),
    owed: [...new Set(owed)],
  };
}

const STATE = { value: 'given', toFollow: 'toFollow', cannotBeDetermined: 'never' } as const;

function statesOf(items: Items | null): NonNullable<NoticeReport['first']> {
  const of = (name: 'c' | 'd' | 'e'): ItemState => (items === null ? 'missing' : STATE[items[name].answer]);
  const isSaid = (said: boolean): ItemState => (said ? 'given' : 'missing');
  return {
    a: isSaid(items !== null && items.a.trim() !== ''),
    b: isSaid(items !== null && items.b.length > 0),
    c: of('c'),
    d: of('d'),
    e: of('e'),
  };
}

/** Who of our own people was written to, and who did something; by the number of their acts. */
function peopleOf({ exercise, incident, notices, cases, entries }: Witnessed): PersonReport[] {
  const subjects = [
    exercise,
    ...(incident === null ? [] : [incident]),
    ...notices.map(({ notice }) => notice),
    ...cases,
  ];
  const mails = subjects
    .flatMap(({ outbox }): readonly Outgoing[] => outbox)
    .flatMap(({ to, frozenAt }) => (to.kind === 'person' ? [{ id: to.id, at: frozenAt }] : []));
  const acts = entries.flatMap(({ actor, recordedAt: at }) => (actor.kind === 'person' ? [{ id: actor.id, at }] : []));
  const ids = [...new Set([...mails, ...acts].map(({ id }) => id))];
  const of = (all: typeof acts, personId: string) =>
    all
      .filter(({ id }) => id === personId)
      .map(({ at }) => at)
      .toSorted((a, b) => Date.parse(a) - Date.parse(b));
  return ids
    .map((personId) => {
      const [told, did] = [of(mails, personId), of(acts, personId)];
      return {
        personId,
        told: told.length,
        acts: did.length,
        firstToldAt: told[0] ?? null,
        firstActAt: did[0] ?? null,
      };
    })
    .toSorted((a, b) => b.acts - a.acts);
}

const NEWS: readonly string[] = [
  'receipt',
  'alert',
  'subNotice',
  'opened',
  'reassess',
  'asked',
  'answered',
  'acknowledged',
];

/** Reminders, not news: each is a step that somebody was late for, or nearly. */
function remindersOf({ entries }: Witnessed): Report['reminders'] {
  return entries.flatMap(({ type, fields, recordedAt: at }): Report['reminders'] => {
    const of = KINDS[type];
    const ladder = fields[type === 'people.told' ? 'step' : 'ladder']?.value;
    if (of === undefined || typeof ladder !== 'string' || NEWS.includes(ladder)) return [];
    const roles = fields['roles']?.value;
    return [{ of, ladder, roles: Array.isArray(roles) ? (roles as Report['reminders'][number]['roles']) : [], at }];
  });
}

const KINDS: Partial<Record<string, Report['reminders'][number]['of']>> = {
  'people.told': 'incident',
  'notice.reminded': 'notice',
  'case.reminded': 'case',
};
