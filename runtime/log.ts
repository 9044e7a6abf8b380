import pino, { type Logger } from 'pino';
import type { Config } from './config';

/** One JSON line an event on standard output; ids only, and nothing that opens a door. */
export function openLog(process: string, { logLevel }: Pick<Config, 'logLevel'>): Logger {
  return pino({
    name: process,
    level: logLevel,
    redact: ['*.password', '*.token', '*.authorization', '*.cookie', '*.url', 'authorization', 'cookie'],
  });
}
