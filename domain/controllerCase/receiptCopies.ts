import type { ControllerCase } from './case';

/**
 * Entries of what was filed or withdrawn whose receipt has no copy: only its number was kept (domain rules 2.2: the receipt is
 * kept with its number). It is due, and stops nothing.
 */
export const copiesOwed = ({ authorities, files }: Pick<ControllerCase, 'authorities' | 'files'>): number[] =>
  authorities
    .flatMap(({ filings }) => filings)
    .filter(
      ({ seq, copyHash }) =>
        copyHash === null && !files.some(({ about }) => about.kind === 'filing' && about.seq === seq),
    )
    .map(({ seq }) => seq);
