import { caseDecisions } from '../../../domain/controllerCase/events';
import type { Entry, SubjectKind } from '../../../domain/journal/entry';
import { momentWords } from '../../../templates/pages/frame/moment';
import { phrase, type Said } from '../../../templates/pages/words/word';
import { authorOf, type Inside } from '../frame';
import { titleOfEntry } from '../story';
import type { Question, Raw } from './question';

/** Decisions of a case after which whatever a form asks can still be asked. */
const takeNothing: readonly Entry['type'][] = ['case.opened', 'risk.scored', 'persons.unreached'];

/** What moves an incident, a notice or a case on, so that what a form asks may have been done already, or be possible no more. */
const steps: readonly Entry['type'][] = [
  'triage.started',
  'event.dismissed',
  'event.reopened',
  'incident.declared',
  'incident.closed',
  'incident.reopened',
  'breach.suspected',
  'breach.ruledOut',
  'aware.set',
  'aware.corrected',
  'notice.version',
  'notice.answered',
  'notice.closed',
  'notice.reopened',
  ...caseDecisions.filter((type) => !takeNothing.includes(type)),
];

/** Where a form comes too late: what was done, when, and by whom. Null where nothing was. */
export async function overtakenBy(
  { ctx, frame, names }: Pick<Inside, 'ctx' | 'frame' | 'names'>,
  subject: { kind: SubjectKind; id: string },
): Promise<Said | null> {
  const entries = await ctx.ports.journal.readSubject(ctx.orgId, subject, 0);
  const last = entries.findLast(({ type }) => steps.includes(type));
  if (last === undefined) return null;
  const values = {
    what: phrase(frame.language, titleOfEntry(last)),
    at: momentWords(last.recordedAt, frame, 'full'),
    by: phrase(frame.language, authorOf(names, last.actor)),
  };
  return { key: 'form.overtaken', values };
}

/** All words that a person typed into a form, so that they can be kept as a note; null where there are none. */
export function textTyped(questions: readonly Question[], raw: Raw | null): string | null {
  const typed = questions
    .filter(({ kind }) => kind === 'area' || kind === 'text')
    .map(({ name }) => (raw !== null && Object.hasOwn(raw, name) ? (raw[name] ?? '').trim() : ''))
    .filter((text) => text !== '');
  return typed.length === 0 ? null : typed.join('\n\n');
}
