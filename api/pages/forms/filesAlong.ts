import { MOST_FILE_BYTES, MOST_FILES } from '../../../domain/file/kept';
import type { Issue } from '../../../domain/shared/errors';
import type { Said } from '../../../templates/pages/words/word';
import type { ApiError } from '../../http/problems';
import type { Question } from './question';

export const fileBounds: Said = {
  key: 'files.hint',
  values: { mb: MOST_FILE_BYTES / 1_000_000, n: MOST_FILES },
};

/** Documents that come with what is said, in the same form. */
export const filesQuestion: Question = {
  name: 'files',
  kind: 'files',
  label: { key: 'files.along' },
  hint: fileBounds,
  optional: true,
};

type Refused = { ok: false; error: ApiError };

/** What its questions find themselves is said by the page that is shown again. */
export const NOT_ANSWERED: Refused = { ok: false, error: { code: 'input.invalid', issues: [] } };

/** What is wrong with the documents, beside what is wrong with the form. */
export const withFileIssues = ({ error }: Refused, issues: readonly Issue[]): Refused =>
  error.code === 'input.invalid'
    ? { ok: false, error: { ...error, issues: [...error.issues, ...issues] } }
    : { ok: false, error };
