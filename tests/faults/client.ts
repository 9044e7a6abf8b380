import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { signalAt, type Trial } from './trial';

/** What a client saw acknowledged: the entry's number and subject, under the key that the client chose. */
export type Acknowledged = { seq: number; id: string; key: string };
export type Client = ReturnType<typeof openClient>;

const AGAIN_AFTER_MS = 100;

/** A client of the API: what is not answered, or by a fault of the house, it asks again under the same Idempotency-Key. */
export function openClient(trial: Trial) {
  let broken = 0;

  /** `of`: what it decides on, as it stands whenever it is asked. */
  async function write(path: string, body: object, of: string | null = null): Promise<Acknowledged> {
    const key = randomUUID();
    for (;;) {
      const etag = of === null ? '' : ((await trial.ask('GET', of))?.etag ?? '');
      const guard = etag === '' ? {} : { 'if-match': etag };
      const lacks = of !== null && etag === '';
      const answer = lacks ? null : await trial.ask('POST', path, body, { 'idempotency-key': key, ...guard });
      if (answer !== null && answer.status < 300) return { seq: answer.body.seq, id: answer.body.id, key };
      if (answer !== null && answer.status < 500)
        throw new Error(`refused: ${answer.status} ${path} ${JSON.stringify(answer.body)}`);
      if (answer === null) broken += 1;
      await sleep(AGAIN_AFTER_MS);
    }
  }

  return {
    /** How often no whole answer came. */
    broken: () => broken,
    write,
    decide: (of: string, place: string, body: object) => write(of + place, body, of),
    note: (incidentId: string, text: string) => write(`/incidents/${incidentId}/notes`, { text }),
    signal: () => write('/signals', signalAt(new Date().toISOString())),
    draft: (noticeId: string, text: string) => write(`/notices/${noticeId}/draft`, { items: { a: text } }),
  };
}
