import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Config, type Connected, linkBase } from './config';

/** Where the parts of a running start answer; the file is readable by its owner alone, since it opens the database. */
const Running = z.object({
  publicUrl: z.url(),
  adminUrl: z.url(),
  mongoUrl: z.string(),
  temporalAddress: z.string(),
  smtpUrl: z.string(),
});
export type Running = z.infer<typeof Running>;

type Place = { dataFolder: string };

const fileOf = ({ dataFolder }: Place): string => join(dataFolder, 'running.json');

export function writeRunning(config: Connected): void {
  const { mongoUrl, smtpUrl, temporal } = config;
  const running: Running = {
    publicUrl: linkBase(config),
    adminUrl: `http://127.0.0.1:${config.adminPort}`,
    mongoUrl,
    smtpUrl,
    temporalAddress: temporal.address,
  };
  writeFileSync(fileOf(config), JSON.stringify(running), { mode: 0o600 });
}

/** Null when nothing runs on this data folder. */
export function readRunning(place: Place): Running | null {
  try {
    return Running.parse(JSON.parse(readFileSync(fileOf(place), 'utf8')));
  } catch {
    return null;
  }
}

export const clearRunning = (place: Place): void => rmSync(fileOf(place), { force: true });

/** The configuration of a program that works beside a running start, on its servers and with its links. */
export function connectTo(
  config: Config,
  { publicUrl, mongoUrl, smtpUrl, temporalAddress }: Omit<Running, 'adminUrl'>,
): Connected {
  const smtpCatching = config.smtpUrl === null;
  return {
    ...config,
    publicUrl,
    mongoUrl,
    smtpUrl,
    smtpCatching,
    temporal: { ...config.temporal, address: temporalAddress },
  };
}
