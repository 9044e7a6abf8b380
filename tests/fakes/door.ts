import { plainProblemPage } from '../../api/http/problemPage';
import { createApp, type House } from '../../api/http/createApp';
import type { Door } from '../../api/http/door';
import { listen } from '../../api/http/listen';
import { publicDocuments, restRoutes } from '../../api/rest/routes';
import { plainEntrance } from '../../api/sessions/plainEntrance';
import { createEntrance } from '../../api/sessions/entrance';
import type { Ports } from '../../application/ports/ports';

export type Call = { token?: string | null; headers?: Record<string, string>; body?: unknown; raw?: string };

/** The real door on a free port, over these ports. `logged` is what its log was told. */
export async function openDoor(ports: Ports, { house, door }: { house?: Partial<House>; door?: Partial<Door> } = {}) {
  const logged: { level: string; facts: object; message: string }[] = [];
  const note = (level: string) => (facts: object, message: string) => void logged.push({ level, facts, message });
  const all: Door = {
    ports,
    log: { info: note('info'), warn: note('warn'), error: note('error') },
    health: {
      database: async () => true,
      clockOffsetMs: async () => 0,
      projections: async () => true,
      temporal: async () => true,
      signing: async () => true,
      isStopping: () => false,
    },
    publicUrl: null,
    trustedProxies: [],
    stylesheet: __filename,
    observe: () => {},
    checkAnswers: true,
    ...door,
  };
  const isHttps = all.publicUrl?.startsWith('https:') ?? false;
  const app = createApp(all, {
    routes: restRoutes,
    documents: publicDocuments('0.0.0'),
    entrance: createEntrance(isHttps, plainEntrance, () => ports.now().getTime()),
    pages: [],
    renderProblem: plainProblemPage,
    ...house,
  });
  const { port, stop } = await listen(app, { port: 0, host: '127.0.0.1' });
  const base = `http://127.0.0.1:${port}`;

  /** A call of the API: JSON in, JSON out. `raw` is sent as it is. */
  async function call(method: string, path: string, { token = null, headers = {}, body, raw }: Call = {}) {
    const response = await fetch(base + path, {
      method,
      redirect: 'manual',
      headers: {
        // one that is kept open is reset where whoever tests, in the same process, is at work for longer than it lives
        connection: 'close',
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(method === 'POST' && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...((body !== undefined || raw !== undefined) && { body: raw ?? JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson && text !== '' ? JSON.parse(text) : null,
    };
  }

  return { base, port, call, stop, logged };
}
