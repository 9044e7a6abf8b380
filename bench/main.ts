import { projectRoot } from '../runtime/root';
import { benchHttpToSmtp } from './httpToSmtp';
import { benchJournal } from './journal';
import { isMet, report } from './report';

/** `npm run bench`: exit code 1 where a target is missed. */
async function main(): Promise<void> {
  const root = projectRoot();
  console.log('HTTP → SMTP …');
  const rows = await benchHttpToSmtp(root);
  console.log('journal …');
  rows.push(...(await benchJournal(root)));
  console.log(`\n${report(root, rows, new Date())}`);
  if (rows.some((row) => isMet(row) === false)) process.exitCode = 1;
}

void main();
