import type { PeerWhy } from '../../domain/exchange/why';

export const EXCHANGE_PATH = '/exchange/{orgId}';
export const EXCHANGE_FILE_PATH = `${EXCHANGE_PATH}/files`;

/** What another installation is answered: machines read `code`, whoever looks there reads the rest. */
export const exchangeProblems: Record<PeerWhy, { status: number; title: string }> = {
  unreadable: { status: 400, title: 'This is no message that this version can read; see docs/formats.md, section 5' },
  altered: { status: 400, title: 'It was changed after it was sealed: send the bytes that were sealed' },
  stranger: {
    status: 403,
    title:
      'It is sealed by no key that is let in here: the other side has to record your key, let your notices in or tie its agreement to you',
  },
  misaddressed: { status: 421, title: 'It is addressed to another organisation: compare address and key of the tie' },
  ahead: { status: 425, title: 'It was made in the future: set your clock, or wait' },
  superseded: { status: 409, title: 'A later version is known already, or another text came under this name' },
  unknown: { status: 404, title: 'There is no such notice or question here' },
  invalid: { status: 422, title: 'What it says cannot be; nothing was changed' },
  tooLarge: { status: 413, title: 'It is longer than any message' },
  busy: { status: 429, title: 'Too many messages: wait' },
  bytesMissing: {
    status: 428,
    title: 'The document would be kept: post the same two lines to …/files, and its bytes right after them',
  },
};
