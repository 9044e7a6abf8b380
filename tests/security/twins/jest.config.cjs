'use strict';
const { join } = require('node:path');
const base = require('../../../jest.config.js');

const rootDir = join(__dirname, '../../..');
const transform = { '^.+\\.ts$': join(__dirname, 'transform.cjs') };

/** The usual run, of one project, with one guard taken out (see transform.cjs). */
module.exports = { ...base, rootDir, projects: base.projects.map((project) => ({ ...project, rootDir, transform })) };
