#!/usr/bin/env node
import { run } from './program';
import { terminal } from './shell/shell';

void run(process.argv.slice(2), terminal(process.env)).then((code) => {
  process.exitCode = code;
});
