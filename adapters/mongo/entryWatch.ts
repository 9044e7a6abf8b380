import type { mongo } from 'mongoose';
import type { Entry } from '../../domain/journal/entry';

const REOPEN_MS = 2_000;

/**
 * Tells of appended entries across processes, by a change stream. A wake-up only: whoever needs each entry follows
 * `seq` by itself, since a stream that broke has lost what came meanwhile.
 */
export function watchEntries(db: mongo.Db, onEntry: (entry: Pick<Entry, 'orgId' | 'seq'>) => void) {
  const inserts = [{ $match: { operationType: 'insert' } }];
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let stream: mongo.ChangeStream<Entry, mongo.ChangeStreamInsertDocument<Entry>> | undefined;

  function open(): void {
    if (isClosed) return;
    stream = db.collection<Entry>('entries').watch<Entry, mongo.ChangeStreamInsertDocument<Entry>>(inserts);
    stream.on('change', ({ fullDocument: { orgId, seq } }) => onEntry({ orgId, seq }));
    stream.on('error', reopen);
    stream.on('close', reopen);
  }

  /** `error` and `close` come both: one timer for the two. */
  function reopen(): void {
    if (isClosed || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      open();
    }, REOPEN_MS);
  }

  open();
  return {
    async close(): Promise<void> {
      isClosed = true;
      clearTimeout(timer);
      await stream?.close();
    },
  };
}
