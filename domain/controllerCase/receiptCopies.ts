import type { ControllerCase } from './case';

/**
 * Entries of what was filed whose receipt has no copy: only its number was kept (domain rules 2.2: the receipt is kept with its
 * number). It is due until it is kept, or somebody says why there is none; it stops nothing.
 */
export const copiesOwed = ({ authorities, files }: Pick<ControllerCase, 'authorities' | 'files'>): number[] =>
  authorities
    .flatMap(({ filings }) => filings)
    .filter(
      ({ seq, copyHash, noCopy }) =>
        copyHash === null &&
        noCopy === undefined &&
        !files.some(({ about }) => about.kind === 'filing' && about.seq === seq),
    )
    .map(({ seq }) => seq);
