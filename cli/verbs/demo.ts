import { runDemo } from '../demo/run';
import type { Verb } from '../shell/shell';

/** `vigie demo`: the same as `npm run demo`, on what is running. */
export const demo: Verb = (program, shell) => {
  program
    .command('demo')
    .description(shell.say('demo.about'))
    .action(() => runDemo(shell));
};
