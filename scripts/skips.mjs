/** Tests that may be skipped, by file and whole title, and why. Whatever else is skipped where `CI` is set is counted as failed. */
export const ALLOWED = [
  {
    file: 'tests/faults/disk.test.ts',
    titles: [
      'a start on a disk that is read-only says in one sentence what to do',
      'a start on a disk that is full says in one sentence what to do',
      'a disk that fills up while Vigie runs acknowledges nothing that it did not keep, heals by itself once there is space, and has no gap',
    ],
    reason: 'needs a mount namespace of its own: Linux where user namespaces are allowed',
  },
  {
    file: 'tests/browser/screenshots.test.ts',
    titles: ['pictures of every page'],
    reason: 'makes pictures for the documentation, only when scripts/screenshots.mjs asks for them',
  },
];

/** How each line begins that names a skipped test; `.ci/run` repeats these at its end. */
const MARK = 'skipped: ';

/**
 * Of the tests that were skipped, those that nothing allows.
 *
 * @param {{ file: string, title: string }[]} skipped `file` below the project's folder
 */
export const unexplained = (skipped) => skipped.filter((one) => reasonOf(one) === undefined);

/** One line a file and reason: how many of its tests were skipped, and why; without a reason, which. */
export function skipLines(skipped) {
  const keyOf = (one) => JSON.stringify([one.file, reasonOf(one)]);
  return [...new Set(skipped.map(keyOf))].map((key) => {
    const own = skipped.filter((one) => keyOf(one) === key);
    const titles = own.map(({ title }) => title).join('; ');
    return `${MARK}${own[0].file} (${own.length}): ${reasonOf(own[0]) ?? `NOT ALLOWED: ${titles}`}`;
  });
}

const reasonOf = ({ file, title }) => ALLOWED.find((one) => one.file === file && one.titles.includes(title))?.reason;
