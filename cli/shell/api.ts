import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { linkBase, readConfig } from '../../runtime/config';
import { projectRoot } from '../../runtime/root';
import { readRunning } from '../../runtime/running';
import { readKeptPort } from '../../runtime/servers/keptPort';
import { Ending, exit } from './exit';
import { refusalOf } from './problem';
import type { Shell } from './shell';

const ANSWER_WITHIN_MS = 30_000;
const USUAL_ADDRESS = 'http://127.0.0.1:8080';
/** What Vigie alone answers to who shows no token. */
const Stranger = z.object({ type: z.string().startsWith('urn:vigie:problem:') });

export type Answer<T> = { body: T; etag: string | null };

const Me = z.object({ orgId: z.string() });

/** The API of one organisation, as one token sees it. */
export type Api = {
  url: string;
  get<T>(path: string, schema: z.ZodType<T>): Promise<Answer<T>>;
  /** `etag`: of the newest decision that was read, for a decision that rests on it. */
  post<T>(
    path: string,
    body: unknown,
    schema: z.ZodType<T>,
    more?: { key?: string; etag?: string },
  ): Promise<Answer<T>>;
  /** Bytes as they are, of another type than JSON. */
  postRaw<T>(path: string, raw: { bytes: Buffer; mediaType: string; key: string }, schema: z.ZodType<T>): Promise<T>;
  /** The text of a signed file that the API makes. */
  file(path: string, body: unknown): Promise<string>;
  /** The bytes of a document that is read. */
  bytes(path: string): Promise<Buffer>;
};

/** @throws Ending `usage` where address or token are missing */
export function apiOf(shell: Shell): Api {
  const { env, say } = shell;
  const named = namedAddress(shell);
  const token = env['VIGIE_TOKEN'];
  const orgId = env['VIGIE_ORG'] || null;
  if (!token) throw new Ending(exit.usage, say('fault.token'));
  return connect(shell, { url: named ?? keptAddress(env), isNamed: named !== null, token, orgId });
}

function namedAddress({ env, say }: Shell): string | null {
  const given = env['VIGIE_URL'];
  if (!given) return null;
  if (!/^https?:$/.test(URL.canParse(given) ? new URL(given).protocol : '')) {
    throw new Ending(exit.usage, say('fault.url', { value: given }));
  }
  return given.replace(/\/+$/, '');
}

/** Where this installation answers: of its running start, else of the next one on the same data folder. */
function keptAddress(env: NodeJS.ProcessEnv): string {
  try {
    const config = readConfig(env, projectRoot());
    const port = config.port ?? readKeptPort(config.dataFolder);
    return readRunning(config)?.publicUrl ?? linkBase({ ...config, port });
  } catch {
    return USUAL_ADDRESS; // a variable that only the server reads is wrong: its own start says so
  }
}

/** `isNamed`: a person said that Vigie is there; else whoever answers shows it first, and only then sees the token. */
type Place = { url: string; isNamed: boolean; token: string; orgId: string | null };

/** Paths begin after the organisation: the one that is named, else the token's own, asked for once. */
export function connect(shell: Shell, { url, isNamed, token, orgId }: Place): Api {
  const { say } = shell;
  let known = orgId;
  let isKnown = isNamed;

  async function send(path: string, init: RequestInit): Promise<Response> {
    known ??= (await read(await call('/me', { method: 'GET' }), Me)).body.orgId;
    return call(`/organisations/${encodeURIComponent(known)}${path}`, init);
  }

  async function meet(): Promise<void> {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const answer = await shell
      .fetch(`${url}/api/v1/me`, { signal, redirect: 'error' })
      .then((response) => response.json())
      .catch(() => undefined);
    if (!Stranger.safeParse(answer).success) throw new Ending(exit.away, say('fault.notRunning', { url }));
    isKnown = true;
  }

  async function call(path: string, init: RequestInit): Promise<Response> {
    if (!isKnown) await meet();
    const headers = { authorization: `Bearer ${token}`, 'accept-language': shell.language, ...init.headers };
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const response = await shell
      .fetch(`${url}/api/v1${path}`, { ...init, headers, signal, redirect: 'error' })
      .catch(() => {
        throw new Ending(exit.away, say('fault.away', { url }));
      });
    if (response.ok) return response;
    if (response.status >= 500) throw new Ending(exit.away, say('fault.trouble', { status: response.status, url }));
    throw await refusalOf(response, shell);
  }

  function write(path: string, body: unknown, { key = randomUUID(), etag }: { key?: string; etag?: string } = {}) {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(etag !== undefined && { 'if-match': etag }),
    };
    return send(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  async function read<T>(response: Response, schema: z.ZodType<T>): Promise<Answer<T>> {
    const parsed = schema.safeParse(await response.json().catch(() => undefined));
    if (!parsed.success) throw new Ending(exit.failed, say('fault.answer', { url: response.url || url }));
    return { body: parsed.data, etag: response.headers.get('etag') };
  }

  return {
    url,
    get: async (path, schema) => read(await send(path, { method: 'GET' }), schema),
    post: async (path, body, schema, more) => read(await write(path, body, more), schema),
    async postRaw(path, { bytes, mediaType, key }, schema) {
      const headers = { 'content-type': mediaType, 'idempotency-key': key };
      return (await read(await send(path, { method: 'POST', headers, body: new Uint8Array(bytes) }), schema)).body;
    },
    bytes: async (path) => Buffer.from(await (await send(path, { method: 'GET' })).arrayBuffer()),
    file: async (path, body) => (await write(path, body)).text(),
  };
}
