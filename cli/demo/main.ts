import { Ending, exit } from '../shell/exit';
import { terminal } from '../shell/shell';
import { runDemo } from './run';

/** What `npm run demo` runs, once everything is built. */
const shell = terminal(process.env);
runDemo(shell).catch((error: unknown) => {
  shell.note(error instanceof Ending ? error.message : String(error instanceof Error ? error.stack : error));
  process.exitCode = error instanceof Ending ? error.code : exit.failed;
});
