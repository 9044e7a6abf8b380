'use strict';
const { join } = require('node:path');
const { testTimeout } = require('../../../jest.config.js');

/** One test file, with one guard taken out (see transform.cjs), on the servers of the run that asks for it. */
module.exports = {
  rootDir: join(__dirname, '../../..'),
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: { '^.+\\.ts$': join(__dirname, 'transform.cjs') },
  testTimeout,
};
