import type { PackOwnCase } from '../../application/overview/readPack';
import { owedBy } from '../../domain/controllerCase/closing';
import { hasProcessor } from '../../domain/controllerCase/processor';
import type { ClockRow } from '../../domain/deadline/clockRow';
import type { Language } from '../../domain/letters/head';
import { momentWords } from '../../templates/pages/frame/moment';
import { phrase, type Said, type Word } from '../../templates/pages/words/word';
import { owedLine } from '../pages/case/owedLine';
import { asWritten, whatOf } from '../pages/rowWords';

export type Part = { title: string; rows: { term: string; value: string }[] };
export type Writing = { language: Language; zone: string; now: string; house: string };

/** Dots to write on. */
export const BLANK = '. '.repeat(60).trim();

/**
 * A breach seen from the controller, for whoever has only paper (F35): who told us, by which reference; each limit with its
 * zone; the processor and the authority with what is said to them on the telephone; what is owed.
 */
export function ownCasePart(
  { one, processor, authority }: PackOwnCase,
  rows: readonly ClockRow[],
  writing: Writing,
): Part {
  const { language, house } = writing;
  const say = (key: Word, values?: Extract<Said, object>['values']): string =>
    phrase(language, values === undefined ? { key } : { key, values });
  const at = (instant: string): string => momentWords(instant, writing, 'long');
  const last = one.told.at(-1) ?? one.opened;
  const theirs = last.reference ?? say('pack.noReference');
  const about = { house, ours: one.reference, theirs, at: at(one.clock.t0) };
  const limits = rows
    .filter(({ caseId, clock }) => caseId === one.id && clock.doneAt === null)
    .map((row) => ({ term: at(row.clock.dueAt), value: phrase(language, whatOf(row, language)) }));
  const told = [phrase(language, asWritten(last.from)), theirs, at(last.receivedAt)].join(' · ');
  const toProcessor = processor && [
    processor.name,
    processor.dpo.name,
    processor.dpo.phone ?? say('board.noNumber'),
    processor.dpo.email,
  ];
  const owed = owedBy(one).map((each) =>
    phrase(language, owedLine(one, each, { language, now: new Date(writing.now) })),
  );
  return {
    title: [say('pack.ownCase'), one.reference].join(' · '),
    rows: [
      { term: say('pack.toldBy'), value: told },
      ...limits,
      ...(toProcessor === null && !hasProcessor(one)
        ? []
        : [
            { term: say('pack.processor'), value: toProcessor?.join(' · ') ?? BLANK },
            { term: say('pack.script'), value: say('pack.callProcessor', about) },
          ]),
      {
        term: say('pack.authority'),
        value: [authority.name, authority.address ?? '–', authority.channel.url].join(' · '),
      },
      { term: say('pack.authorityPhone'), value: BLANK },
      { term: say('pack.script'), value: say('pack.callAuthority', about) },
      { term: say('pack.owed'), value: owed.length === 0 ? say('pack.nothingOwed') : owed.join(' ; ') },
    ],
  };
}
