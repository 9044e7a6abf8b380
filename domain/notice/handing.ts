import { type FileHanding, fileExchanged } from '../file/handing';
import type { KeptFile } from '../file/kept';
import type { HandedWhat } from './events';
import type { Acknowledgement, Notice } from './fold';
import { askedFrom } from './measures';
import { tellingsOf } from './measureSaid';

/** What is handed to the controller's own organisation: a version by its number, an acknowledgement by version and contact, an answer by its question's id, a file by its entry, a measure by its own id. */
export type ToHand = { what: HandedWhat; id: string; atMs: number };

/** Whether its versions become a case of the controller's: a drill is nobody's, and an incident report tells of no breach (rule E5). */
export const isHandedOn = ({ opened }: Pick<Notice, 'opened'>): boolean =>
  opened.purpose === 'breach' && !opened.exercise;

/** For which organisation of this installation a version is, when it is frozen. */
export const insideFor = (notice: Pick<Notice, 'opened'>, inside: string | null): string | null =>
  isHandedOn(notice) ? inside : null;

/**
 * What was frozen or answered for an organisation of this installation and is not known to be there. Oldest first; whether
 * a version is for one was settled when it was frozen.
 */
export function toHand(
  notice: Pick<Notice, 'versions' | 'acknowledgements' | 'questions' | 'files' | 'measures' | 'handed'>,
): ToHand[] {
  const { versions, questions, handed } = notice;
  const all: ToHand[] = [
    ...versions
      .filter(({ inside }) => inside !== null)
      .map(({ number, frozenAt }) => ({ what: 'version' as const, id: String(number), atMs: Date.parse(frozenAt) })),
    ...questions.flatMap(({ id, via, answeredAt }) =>
      via === 'account' && answeredAt !== null ? [{ what: 'answer' as const, id, atMs: Date.parse(answeredAt) }] : [],
    ),
    ...ofAcknowledgements(notice),
    ...ofFiles(notice),
    ...ofMeasures(notice),
  ];
  const isThere = ({ what, id }: ToHand): boolean => handed.some((one) => one.what === what && one.id === id);
  return all.filter((one) => !isThere(one)).toSorted((a, b) => a.atMs - b.atMs);
}

/** Which acknowledgement it is. */
export const acknowledgementId = ({ version, contactId }: Pick<Acknowledgement, 'version' | 'contactId'>): string =>
  `${version}-${contactId}`;

/** The first of each version that went there, where the controller's own side did not say it itself. */
function ofAcknowledgements({ versions, acknowledgements }: Pick<Notice, 'versions' | 'acknowledgements'>): ToHand[] {
  return versions
    .filter(({ inside }) => inside !== null)
    .flatMap(({ number, frozenAt }) => {
      const read = acknowledgements.find(({ version }) => version === number);
      if (read === undefined || (read.via !== 'link' && read.via !== 'call')) return [];
      const atMs = Math.max(Date.parse(read.at), Date.parse(frozenAt));
      return [{ what: 'acknowledgement' as const, id: acknowledgementId(read), atMs }];
    });
}

/** Documents with answers that went there; what was asked there has its documents there. */
const ofFiles = ({ questions, files }: Pick<Notice, 'questions' | 'files'>): ToHand[] =>
  files
    .filter(
      ({ about }) =>
        about.kind === 'answer' && questions.some(({ id, via }) => id === about.questionId && via === 'account'),
    )
    .map(({ seq, at }) => ({ what: 'file', id: String(seq), atMs: Date.parse(at) }));

/**
 * Where a version was for an organisation here, what is proposed is, too; that it was taken without an answer; and the word
 * that came by another way, so that both journals agree. All after the version that opens the case.
 */
function ofMeasures({ versions, measures }: Pick<Notice, 'versions' | 'measures'>): ToHand[] {
  const opening = versions.find(({ inside }) => inside !== null);
  if (opening === undefined) return [];
  const since = (at: string): number => Math.max(Date.parse(at), Date.parse(opening.frozenAt));
  return measures.flatMap((measure) => {
    const { id, taken, verdict } = measure;
    const at = { proposal: askedFrom(measure, versions), taking: taken?.at, verdict: verdict?.at };
    return tellingsOf(measure, versions).map((what) => ({ what, id, atMs: since(at[what] ?? opening.frozenAt) }));
  });
}

/** Whether a document is with the controller's own organisation; null where it does not go there. */
export function fileHandingOf(notice: Notice, file: KeptFile): FileHanding | null {
  const isThis = ({ what, id }: Pick<ToHand, 'what' | 'id'>): boolean => what === 'file' && id === String(file.seq);
  const handed = notice.handed.find(isThis);
  if (handed !== undefined) return { state: handed.result, at: handed.at, statedAt: null, why: null };
  if (toHand(notice).some(isThis)) return { state: 'waiting', at: null, statedAt: null, why: null };
  return fileExchanged(notice.outbox, file);
}
