#!/usr/bin/env node
import { run } from './program';
import { terminal } from './shell/shell';

// Whoever reads only the first lines (`| head`) is no fault of anybody.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

void run(process.argv.slice(2), terminal(process.env)).then((code) => {
  process.exitCode = code;
});
