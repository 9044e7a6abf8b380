import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { answerLaws } from '../../../cli/exercise/answerLaws';
import type { Api } from '../../../cli/shell/api';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let api: Pick<Api, 'get' | 'post'>;
beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
  const token = told.night.people.get('sacha')?.token ?? '';
  const at = (path: string) => `/api/v1/organisations/o1${path}`;
  api = {
    async get<T>(path: string, schema: z.ZodType<T>) {
      const { body, headers } = await door.call('GET', at(path), { token });
      return { body: schema.parse(body), etag: headers.get('etag') };
    },
    async post<T>(path: string, body: unknown, schema: z.ZodType<T>, more: { etag?: string } = {}) {
      const headers = { 'idempotency-key': randomUUID(), ...(more.etag && { 'if-match': more.etag }) };
      const answer = await door.call('POST', at(path), { token, body, headers });
      if (answer.status >= 400) throw new Error(answer.text);
      return { body: schema.parse(answer.body), etag: null };
    },
  };
});
afterAll(() => door.stop());

it('the team leaves no law of an incident unanswered and no stage owed', async () => {
  const path = `/incidents/${told.ransomware.id}`;
  const read = async () =>
    (await door.call('GET', `/api/v1/organisations/o1${path}`, { token: told.night.people.get('sacha')?.token ?? '' }))
      .body.regimes;
  expect((await read()).unanswered.length).toBeGreaterThan(0);
  await answerLaws(api as Api, path, { reason: 'exercice' });
  const { unanswered, stages } = await read();
  const owed = stages.filter((one: { sentAt: string | null; optional: boolean }) => !one.optional && !one.sentAt);
  expect([unanswered, owed]).toEqual([[], []]);
});
