import { createWriteStream, mkdirSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const inside = (...names) => join(root, ...names);

/** Something that the person who typed the command can mend: one sentence that says what to do. */
export class Stop extends Error {}

/** Runs a command's work; a `Stop` ends it with its sentence alone, anything else with its stack. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : (inWords(error) ?? error));
    process.exitCode = 1;
  }
}

/** What the file system refuses, in a sentence; undefined for anything else. */
export function inWords(error) {
  switch (error?.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `\nThe disk is full (${error.path ?? root}): free some space, then run the same command again.`;
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return `\n${error.path ?? root} cannot be written: give yourself the right to write there, or copy the project to a folder of yours, then run the same command again.`;
    default:
      return undefined;
  }
}

/** How often a step that goes on says so where no line can be written again. */
const TELL_EVERY_MS = 15_000;

/**
 * Runs a program to its end: says at once what it is, how long it usually takes and where all its output goes, then shows
 * what it does on one moving line; where there is no terminal, by a line now and then.
 *
 * @throws Stop with the reason that the output betrays and the place of the log.
 */
export async function runShown(title, command, args, options = {}) {
  const { cwd = root, show = () => undefined, env = process.env, usual, tellEveryMs = TELL_EVERY_MS } = options;
  const startedMs = performance.now();
  const logFile = inside('.vigie', 'logs', `${title.replaceAll(/\W+/g, '-')}.log`);
  mkdirSync(inside('.vigie', 'logs'), { recursive: true });
  const log = createWriteStream(logFile);
  if (usual !== undefined) console.log(`  ${title}: ${usual} (log: ${relative(process.cwd(), logFile)})`);
  const line = movingLine(title, tellEveryMs, usual === undefined);
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const take = (chunk) => {
    log.write(chunk);
    output = (output + chunk).slice(-20_000);
    const last = String(chunk).split('\n').map(show).findLast(Boolean);
    if (last) line.show(last);
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const ticking = setInterval(() => line.tick(startedMs), Math.min(1_000, tellEveryMs));
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('close', resolve);
  });
  clearInterval(ticking);
  log.end();
  line.end(code === 0 ? `done in ${seconds(startedMs)}` : 'failed');
  if (code !== 0) throw new Stop(`${title} failed: ${reasonIn(output)} (all of it: ${logFile})`);
}

export const seconds = (sinceMs) => `${((performance.now() - sinceMs) / 1_000).toFixed(1)} s`;

/** One line that is written again and again on a terminal; elsewhere a line at the start, at the end and now and then. */
function movingLine(title, tellEveryMs, announces) {
  const isTerminal = process.stdout.isTTY === true;
  let doing = '…';
  let toldMs = performance.now();
  const width = process.stdout.columns || 80;
  const write = (text) => process.stdout.write(`\r\u001B[2K${`  ${title}: ${text}`.slice(0, width - 1)}`);
  if (isTerminal) write(doing);
  else if (announces) console.log(`  ${title} …`);
  return {
    show(what) {
      doing = what;
      if (isTerminal) write(doing);
    },
    tick(startedMs) {
      const since = `${Math.round((performance.now() - startedMs) / 1_000)} s`;
      if (isTerminal) return write(`${doing} (${since})`);
      if (performance.now() - toldMs < tellEveryMs) return;
      toldMs = performance.now();
      console.log(`  ${title}: ${since}, ${doing}`);
    },
    end(what) {
      if (isTerminal) process.stdout.write('\r\u001B[2K');
      console.log(`  ${title}: ${what}`);
    },
  };
}

function reasonIn(output) {
  if (/ENOSPC|No space left/i.test(output)) return 'the disk is full; free some space, then run the same command again';
  if (/EROFS|EACCES|Read-only file system|Permission denied/i.test(output))
    return 'the folder cannot be written; give yourself the right to write there, then run the same command again';
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|Temporary failure in name resolution|ConnectionError|Max retries/i.test(
      output,
    )
  )
    return 'the package registry did not answer; check the network or proxy, then run the same command again';
  const lines = output.split('\n').map((text) => text.trim());
  return (
    lines.findLast((text) => /error/i.test(text) && !/complete log|npm help|^npm error$/i.test(text)) ??
    lines.findLast(Boolean) ??
    'no word about why'
  );
}
