import { request as send } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listen, type Listening } from '../../api/http/listen';
import { giveTime } from '../../api/http/patience';

const REQUEST_MS = 150;
let door: Listening;
beforeAll(async () => {
  const app: Parameters<typeof listen>[0] = (request, response) => {
    if (request.url === '/file') giveTime(request);
    request.resume().once('end', () => response.end('whole'));
  };
  door = await listen(app, { port: 0, host: '127.0.0.1', requestMs: REQUEST_MS });
});
afterAll(() => door.stop(0));

/** A request whose body comes in ten pieces, so many milliseconds apart: its status, or null where it was cut off unanswered. */
async function dribble(path: string, apartMs: number): Promise<number | null> {
  const asking = send({ port: door.port, host: '127.0.0.1', path, method: 'POST' });
  const answered = new Promise<number | null>((resolve) => {
    asking.once('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? null);
    });
    asking.once('error', () => resolve(null));
  });
  for (let piece = 0; piece < 10 && !asking.destroyed; piece += 1) {
    asking.write('x');
    await sleep(apartMs);
  }
  asking.end();
  return answered;
}

describe('a request that comes slowly', () => {
  it('is ended with 408 once its time is over', async () => {
    expect(await dribble('/', 50)).toBe(408);
  });

  it('is taken within its time', async () => {
    expect(await dribble('/', 1)).toBe(200);
  });

  it('with a file has more of it', async () => {
    expect(await dribble('/file', 50)).toBe(200);
  });
});
