import { EntryMissing } from '../../domain/journal/entryMissing';
import { done, refused, type Result } from '../../domain/shared/errors';

/** What a proof rests on is read: an entry that was removed makes it `journal.damaged`, as nothing can be proved over it. */
export async function provable<T>(reading: Promise<T>): Promise<Result<T>> {
  try {
    return done(await reading);
  } catch (error) {
    if (error instanceof EntryMissing) return refused({ code: 'journal.damaged', seq: error.seq });
    throw error;
  }
}
