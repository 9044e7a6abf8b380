import { beforeEach, describe, expect, it } from '@jest/globals';
import { acceptJournal } from '../../../application/journal/acceptJournal';
import { noteRefusal } from '../../../application/journal/noteRefusal';
import { readSigning } from '../../../application/journal/readSigning';
import { settleAlarms } from '../../../application/organisation/settleAlarms';
import type { Context } from '../../../application/ports/ports';
import { createMemoryHouse } from '../../fakes/memoryHouse';
import { asSystem, camille, contextOf, newcomer, startedHouse } from '../../fakes/organisations';
import { must } from '../../fakes/realHouse';

let now = new Date('2026-03-27T12:00:00.000Z');
const shorter = { reason: 'journalShorter', marked: 5, found: 3 } as const;

async function house() {
  now = new Date('2026-03-27T12:00:00.000Z');
  const memory = createMemoryHouse(() => now);
  const { orgId, director } = await startedHouse(memory.ports);
  const { secret } = await newcomer(director, ['DPO'], { ...camille, name: 'Sacha', email: 'sacha@exemple.fr' });
  const dpo = await contextOf(memory.ports, secret);
  const letTwoDaysPass = () => (now = new Date(now.getTime() + 2 * 86_400_000)); // a new key is no second voice for a day
  return { ...memory, director, dpo, system: asSystem(memory.ports, orgId), letTwoDaysPass };
}

let one: Awaited<ReturnType<typeof house>>;
beforeEach(async () => {
  one = await house();
});
const accept = (ctx: Context, refused: number, key: string) =>
  acceptJournal({ ctx, input: { refused, because: 'sauvegarde remise', key } });

describe('the signer stopped', () => {
  it('writes it down once, whatever reason a restart gives, and tells management and the DPO', async () => {
    const first = must(await noteRefusal({ ctx: one.system, input: shorter }));
    const again = { ...shorter, reason: 'journalDiffers', found: 9 } as const;
    expect(must(await noteRefusal({ ctx: one.system, input: again }))).toEqual(first);
    must(await settleAlarms({ ctx: one.system }));
    const told = one.mails.filter(({ raw }) => raw.includes('houseAlarm')).map(({ to }) => to);
    expect(told.toSorted()).toEqual(['camille@exemple.fr', 'sacha@exemple.fr']);
  });

  it('two persons let it go on, each with a reason; before, the signer is told to wait', async () => {
    const { seq } = must(await noteRefusal({ ctx: one.system, input: shorter }));
    expect(await accept(one.director, seq, 'early')).toMatchObject({ ok: true });
    expect(await accept(one.dpo, seq, 'early-2')).toMatchObject({ error: { code: 'approval.samePerson' } });
    one.letTwoDaysPass();
    const asked = must(await accept(one.director, seq, 'k1'));
    expect(asked.accepted).toBe(false);
    expect(must(await accept(one.director, seq, 'k1'))).toEqual(asked); // a repeat
    expect(await accept(one.director, seq, 'k2')).toMatchObject({ error: { code: 'approval.samePerson' } });
    expect(must(await noteRefusal({ ctx: one.system, input: shorter })).acceptedBy).toBeNull();
    const given = must(await accept(one.dpo, seq, 'k3'));
    expect(given.accepted).toBe(true);
    expect(must(await noteRefusal({ ctx: one.system, input: shorter }))).toMatchObject({
      acceptedBy: given.seq,
      found: 3,
    });
    expect(must(await readSigning({ ctx: one.dpo }))).toMatchObject([{ seq, acceptedBy: given.seq, marked: 5 }]);
  });
});
