import type { Ports } from '../../application/ports/ports';
import type { Health } from './health';
import type { Log } from './log';

/** What `runtime/` gives to the door, once. */
export type Door = {
  ports: Ports;
  log: Log;
  health: Health;
  /** Where people reach this door, e.g. `https://vigie.exemple.fr`. Null: at whatever Host they name (a trial). */
  publicUrl: string | null;
  /** Of the proxies in front, whose `X-Forwarded-For` is believed: addresses or networks. Empty: nobody's is. */
  trustedProxies: readonly string[];
  /** Absolute path of the one stylesheet. */
  stylesheet: string;
  /** Told of each answer; `route` is the template of the path, never the path. */
  observe(answer: { method: string; route: string; status: number; seconds: number }): void;
  /** Parse every answer by its schema, and fail loudly: for tests. */
  checkAnswers?: boolean;
};

export const isHttps = ({ publicUrl }: Pick<Door, 'publicUrl'>): boolean => publicUrl?.startsWith('https:') ?? false;
