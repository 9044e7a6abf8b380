import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { signalAt, type Trial } from './trial';

/** What a client saw acknowledged: the entry's number, under the key that the client chose. */
export type Acknowledged = { seq: number; key: string };

const AGAIN_AFTER_MS = 100;

/** A client of the API: what is not answered, or by a fault of the house, it asks again under the same Idempotency-Key. */
export function openClient(trial: Trial) {
  let broken = 0;

  async function write(path: string, body: object): Promise<Acknowledged> {
    const key = randomUUID();
    for (;;) {
      const answer = await trial.ask('POST', path, body, { 'idempotency-key': key });
      if (answer !== null && answer.status < 300) return { seq: answer.body.seq, key };
      if (answer !== null && answer.status < 500) throw new Error(`refused: ${answer.status} ${path}`);
      if (answer === null) broken += 1;
      await sleep(AGAIN_AFTER_MS);
    }
  }

  return {
    /** How often no whole answer came. */
    broken: () => broken,
    note: (incidentId: string, text: string) => write(`/incidents/${incidentId}/notes`, { text }),
    signal: () => write('/signals', signalAt(new Date().toISOString())),
    draft: (noticeId: string, text: string) => write(`/notices/${noticeId}/draft`, { items: { a: text } }),
  };
}
