const ENDING = '.files';

/**
 * Where the files of a subject lie: apart from what it sent, so that a mail which comes back as a file is another document,
 * and each can be taken away by itself.
 */
export const filesPlace = (subjectId: string): string => `${subjectId}${ENDING}`;

/** Whose files lie there. */
export const subjectOf = (place: string): string => place.slice(0, -ENDING.length);
