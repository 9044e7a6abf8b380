import type { Name } from '../../application/ports/people';
import { RecordNeed } from '../../domain/controllerCase/recordRegion';
import type { CaseReport, NoticeReport, Report, ReportLine } from '../../domain/exercise/reportValues';
import type { Language } from '../../domain/letters/head';
import type { CaseLine, ExerciseView, NoticeLine, StepLine } from '../../templates/pages/exercise';
import { durationWords } from '../../templates/pages/frame/duration';
import { type Said, type Word, word } from '../../templates/pages/words/word';
import { needNames } from '../authority/recordWords';

/** Names of what a report says by id: controllers by agreement, contacts by agreement and contact, people by person. */
export type ReportNames = {
  controllers: ReadonlyMap<string, string>;
  contacts: ReadonlyMap<string, string>;
  people: ReadonlyMap<string, Pick<Name, 'name'>>;
  authorities: ReadonlyMap<string, string>;
  /** Our own cases: number, and whose notice opened it. */
  cases: ReadonlyMap<string, CaseName>;
};

type CaseName = { reference: string; from: string | null };

export const contactKey = (agreementId: string, contactId: string): string => `${agreementId} ${contactId}`;

type Shown = Pick<ExerciseView, 'points' | 'steps' | 'notices' | 'cases' | 'people' | 'reminders' | 'outside'>;

const TONES = { onTarget: 'done', inTime: '', late: 'late', missed: 'late', none: '' } as const;

/** The report in words: every length is one of the time that the exercise stands for. `runsAt`: now, while it goes on. */
export function reportView(report: Report, names: ReportNames, language: Language, runsAt: Date | null = null): Shown {
  const stands = (from: string, to: string): string =>
    durationWords((Date.parse(to) - Date.parse(from)) * report.pace, language);
  const person = (id: string | null): string | null => (id === null ? null : (names.people.get(id)?.name ?? id));
  const controller = (id: string): string => names.controllers.get(id) ?? id;
  const caseOf = (id: string): string => {
    const { reference, from } = names.cases.get(id) ?? { reference: id, from: null };
    return `${reference} (${from ?? word(language, 'exercises.caseOurs', {})})`;
  };
  const stepOf = (line: ReportLine): StepLine => {
    const { step, agreementId, caseId, startedAt, doneAt, targetAt, limitAt, verdict, points, most, byId } = line;
    const isOpen =
      verdict === 'missed' && runsAt !== null && limitAt !== null && Date.parse(limitAt) > runsAt.getTime();
    return {
      step: { key: `exercises.step.${step}` },
      forWhom: caseId === undefined ? (agreementId === null ? null : controller(agreementId)) : caseOf(caseId),
      took: startedAt === null || doneAt === null ? null : stands(startedAt, doneAt),
      target: startedAt === null || targetAt === null ? null : stands(startedAt, targetAt),
      verdict: { key: isOpen ? 'exercises.notYet' : `exercises.verdict.${verdict}` },
      tone: isOpen ? '' : TONES[verdict],
      points: most === 0 ? '–' : `${points}/${most}`,
      by: person(byId),
    };
  };
  const noticeOf = ({ agreementId, first, last, automatic, told, wouldBeTold }: NoticeReport): NoticeLine => {
    const contacts = (ids: readonly string[]): string =>
      ids.map((id) => names.contacts.get(contactKey(agreementId, id)) ?? id).join(', ') || '–';
    return {
      controller: controller(agreementId),
      first: automatic ? { key: 'exercises.automatic' } : lackedIn(first),
      last: lackedIn(last),
      told: contacts(told),
      wouldBeTold: contacts(wouldBeTold),
    };
  };
  const fieldsOf = (fields: readonly RecordNeed[]): string => {
    if (fields.length === 0) return word(language, 'exercises.fieldsNone', {});
    const n = String(fields.length);
    if (fields.length === RecordNeed.options.length) return word(language, 'exercises.fieldsAll', { n });
    return needNames(language, fields);
  };
  const lacksOf = ({ caseId, risk, first, last, owed }: CaseReport): CaseLine => ({
    what: caseOf(caseId),
    risk: { key: risk === null ? 'exercises.undecided' : `risk.${risk}` },
    first: first === null ? { key: 'exercises.untold' } : fieldsOf(first),
    last: fieldsOf(last),
    owed: owed.map((what) => word(language, `exercises.owed.${what}`, {})).join(', ') || { key: 'exercises.owed.none' },
  });
  const authorities = report.authorities.map((id) => names.authorities.get(id) ?? id).join(', ');
  return {
    points: { key: 'exercises.points', values: { score: String(report.score), most: String(report.most) } },
    steps: report.lines.map(stepOf),
    notices: report.notices.map(noticeOf),
    cases: (report.cases ?? []).map(lacksOf),
    people: report.people.map(({ personId, told, acts, firstToldAt, firstActAt }) => ({
      name: person(personId) ?? personId,
      told,
      acts,
      after: firstActAt === null ? null : stands(firstToldAt ?? report.startedAt, firstActAt),
    })),
    reminders: report.reminders.length,
    outside: {
      key: 'exercises.outside',
      values: {
        authorities: authorities === '' ? word(language, 'exercises.noAuthority', {}) : authorities,
        persons: String(report.persons),
      },
    },
  };
}

/** Which of a to e a version left open: promised for later counts as not said. */
function lackedIn(states: NoticeReport['first']): Said {
  if (states === null) return { key: 'exercises.nothing' };
  const open = Object.entries(states).flatMap(([name, state]) =>
    state === 'missing' || state === 'toFollow' ? [name] : [],
  );
  const key: Word = open.length === 0 ? 'exercises.whole' : 'exercises.lacked';
  return { key, values: { items: open.join(', ') } };
}
