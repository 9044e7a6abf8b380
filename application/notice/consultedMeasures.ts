import { isAwaited, whatOf } from '../../domain/consultation/measure';
import type { Measure as LetterMeasure } from '../../domain/letters/items';
import type { NotingCommand } from '../../domain/notice/commands';
import { awaitedFor, type NoticeMeasure } from '../../domain/notice/measures';
import { done, refused, type Result } from '../../domain/shared/errors';
import type { FullCase } from './readCase';

type Listed = Record<'taken' | 'proposed' | 'toDecide', LetterMeasure[]>;

/** Measures of the incident that are this controller's own part: free text of the common part may name another one. */
export const ownMeasures = ({ incident, notice }: FullCase): FullCase['incident']['measures'] =>
  incident.measures.filter(({ agreementId, what }) => agreementId === notice.opened.agreementId && what !== null);

/**
 * Item e of a letter: what was taken, what is proposed, what is to be decided with the controller (domain rules section
 * 8, wording A). A measure on which it is consulted stands where the consultation has led: to be decided while its word is
 * awaited, proposed once it has agreed or changed it, nowhere once it objects to it, taken where that could not be awaited.
 */
export function measuresOf(fullCase: FullCase): Listed {
  const { notice } = fullCase;
  const consulted = new Set(notice.measures.flatMap(({ declaredId }) => declaredId ?? []));
  const own = ownMeasures(fullCase);
  const listed = (status: string): LetterMeasure[] =>
    own
      .filter((measure) => measure.status === status && !(status === 'proposed' && consulted.has(measure.measureId)))
      .map(({ what, owner, at }) => ({ what: what ?? '', by: owner, at }));
  const spoken = (which: (one: NoticeMeasure) => boolean): LetterMeasure[] =>
    notice.measures.filter(which).flatMap((measure) => lineOf(fullCase, measure));
  const isListed = ({ declaredId }: NoticeMeasure) =>
    own.some(({ measureId, status }) => measureId === declaredId && status === 'taken');
  return {
    taken: [...listed('taken'), ...spoken((one) => one.state === 'TAKEN_URGENTLY' && !isListed(one))],
    proposed: [...listed('proposed'), ...spoken(({ state }) => state === 'AGREED' || state === 'CHANGED')],
    toDecide: spoken(isAwaited),
  };
}

/** Of what is to be decided, until when a word is awaited; of what was taken, when. Erased words are not told. */
function lineOf({ notice, agreement, incident }: FullCase, measure: NoticeMeasure): LetterMeasure[] {
  const what = whatOf(measure);
  if (what === null) return [];
  const by = incident.measures.find(({ measureId }) => measureId === measure.declaredId)?.owner ?? null;
  const until = awaitedFor(measure, notice, agreement)?.dueAt ?? null;
  return [{ what, by, at: until ?? measure.taken?.at ?? null }];
}

/** A measure of the incident is proposed, or taken, in its own words; of another controller's there is none here. */
export function inItsWords(fullCase: FullCase, command: NotingCommand): Result<NotingCommand> {
  if (command.kind !== 'proposeMeasure' && command.kind !== 'takeMeasure') return done(command);
  const { declaredId } = command;
  if (declaredId === null) return done(command);
  const declared = ownMeasures(fullCase).find(({ measureId }) => measureId === declaredId);
  if (declared !== undefined) return done({ ...command, what: declared.what });
  const message = 'the incident has no such measure for this controller alone';
  return refused({ code: 'input.invalid', issues: [{ pointer: '/declaredId', message }] });
}
