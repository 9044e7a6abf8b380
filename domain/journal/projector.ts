/**
 * Number of the folds as a whole. Raise it whenever one of them gives another state from the same entries: cached rows of
 * older numbers are then not looked at again.
 */
export const PROJECTOR = 73;
