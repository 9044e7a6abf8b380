/** Tests that may be skipped, and why. Whatever else is skipped where `CI` is set is counted as failed. */
const ALLOWED = [
  {
    file: 'tests/faults/disk.test.ts',
    reason: 'needs a mount namespace of its own: Linux where user namespaces are allowed',
  },
  {
    file: 'tests/browser/screenshots.test.ts',
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
export const unexplained = (skipped) => skipped.filter(({ file }) => reasonOf(file) === undefined);

/** One line a file: how many of its tests were skipped, and why. */
export function skipLines(skipped) {
  const files = [...new Set(skipped.map(({ file }) => file))];
  return files.map((file) => {
    const own = skipped.filter((one) => one.file === file);
    const titles = own.map(({ title }) => title).join('; ');
    return `${MARK}${file} (${own.length}): ${reasonOf(file) ?? `NOT ALLOWED: ${titles}`}`;
  });
}

const reasonOf = (file) => ALLOWED.find((one) => one.file === file)?.reason;
