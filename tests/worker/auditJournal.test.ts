import { describe, expect, it } from '@jest/globals';
import { eraseField } from '../../application/journal/eraseField';
import { createAudit } from '../../worker/signer/auditJournal';
import { createArchive, writeStory } from '../fakes/givenOut';

async function open() {
  const archive = createArchive();
  const { journal, proofs, ctx } = archive;
  await writeStory(archive);
  await proofs.signNow('slime');
  const found: number[] = [];
  const audit = createAudit({ journal, heads: proofs.heads, changed: async (_org, seq) => void found.push(seq) }, 0);
  const erase = async (seq: number, name: string) => {
    const erased = await eraseField({ ctx, input: { seq, names: [name], ground: 'personAsked', key: `e${seq}` } });
    if (!erased.ok) throw new Error(erased.error.code);
  };
  return { journal, audit, found, erase, sign: () => proofs.signNow('slime') };
}

describe('the audit of a journal', () => {
  it('finds nothing in what is as it was written, and passes over what an entry says was erased, signed or not', async () => {
    const { audit, found, erase, sign } = await open();
    await erase(1, 'text');
    await audit.step('slime');
    await sign();
    await audit.step('slime');
    expect(found).toEqual([]);
  });

  it('finds a value that was taken out of the database without an entry that says so, once an entry', async () => {
    const { journal, audit, found, erase } = await open();
    await erase(1, 'text'); // another one that was erased explains nothing
    await journal.erase('slime', 1, ['kind']);
    await journal.erase('slime', 4, ['text', 'class']);
    await audit.step('slime');
    expect(found).toEqual([1, 4]);
  });

  it('finds what an erasure took once the entry that says so has lost its own words', async () => {
    const { journal, audit, found, erase, sign } = await open();
    await erase(1, 'text');
    await sign();
    const [said] = journal.entries.slice(-1);
    await journal.erase('slime', said?.seq ?? 0, ['names']);
    await audit.step('slime');
    expect(found).toEqual([1, said?.seq]);
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
