import { describe, expect, it } from '@jest/globals';
import { createAudit } from '../../worker/signer/auditJournal';
import { createArchive, writeStory } from '../fakes/givenOut';

async function open() {
  const { journal, proofs, ...archive } = createArchive();
  await writeStory({ journal, proofs, ...archive });
  await proofs.signNow('slime');
  const found: number[] = [];
  const audit = createAudit({ journal, heads: proofs.heads, changed: async (_org, seq) => void found.push(seq) }, 0);
  return { journal, audit, found };
}

describe('the audit of a journal', () => {
  it('finds nothing in what is as it was written, and passes over erased values', async () => {
    const { journal, audit, found } = await open();
    await journal.erase('slime', 1, ['text']);
    await audit.step('slime');
    expect(found).toEqual([]);
  });

  it('finds an old value that was changed in the database', async () => {
    const { journal, audit, found } = await open();
    const field = journal.entries[2]?.fields['partyId'];
    if (field === undefined) throw new Error('no field');
    field.value = 'someoneElse';
    await audit.step('slime');
    expect(found).toEqual([3]);
  });

  it('finds an entry that is gone, and a story that was written anew', async () => {
    const robbed = await open();
    robbed.journal.entries.splice(1, 1);
    await expect(robbed.audit.step('slime')).rejects.toMatchObject({ refusal: { reason: 'entryMissing', found: 2 } });
    const anew = await open();
    const [first] = anew.journal.entries;
    if (first === undefined) throw new Error('no entry');
    first.leaf = 'f'.repeat(64);
    await expect(anew.audit.step('slime')).rejects.toMatchObject({ refusal: { reason: 'journalDiffers' } });
  });
});
