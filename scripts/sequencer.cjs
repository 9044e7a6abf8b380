'use strict';
const { default: Sequencer } = require('@jest/test-sequencer');

/** The longest first: a machine that has never run them does not know, and would end with one that runs alone. */
const LONGEST = [
  'security/twins/twins',
  'security/pages',
  'security/schemathesis',
  'security/verify',
  'security/injection',
  'security/pagesTenants',
  'workflows/processorNotice',
];
const rankOf = ({ path }) => {
  const rank = LONGEST.findIndex((name) => path.endsWith(`/tests/${name}.test.ts`));
  return rank === -1 ? LONGEST.length : rank;
};

module.exports = class extends Sequencer {
  sort(tests) {
    // oxlint-disable-next-line unicorn/no-array-sort -- the sequencer's own, not an array's
    return super.sort(tests).toSorted((one, other) => rankOf(one) - rankOf(other));
  }
};
