import { describe, expect, it } from '@jest/globals';
import { eraseField } from '../../../application/journal/eraseField';
import { restoreJournal } from '../../../application/journal/restoreJournal';
import { createDuties } from '../../../worker/relay/createDuties';
import { createNoticeHouse } from '../../fakes/noticeHouse';
import { must } from '../../fakes/realHouse';
import { becomeAware, T0 } from '../../fakes/threeControllers';

describe('a backup that was put back', () => {
  it('loses again what was erased, says where it goes on and what had been signed, and every open clock is looked at', async () => {
    const house = await createNoticeHouse(T0);
    await becomeAware(house);
    const [report] = await house.journal.readSubject('o1', { kind: 'incident', id: 'i1' }, 0);
    const seq = report?.seq ?? 0;
    must(
      await eraseField({
        ctx: house.as('sacha', ['DPO']),
        input: { seq, names: ['text'], ground: 'personAsked', key: 'e' },
      }),
    );
    const stored = house.journal.entries.find((entry) => entry.seq === seq);
    Object.assign(stored?.fields['text'] ?? {}, { value: 'Intrusion chez Val Témoin', salt: '0'.repeat(64) }); // the backup's
    await house.signNow();
    const head = await house.journal.head('o1');

    const input = { key: 'restored-1' };
    const restored = must(await restoreJournal({ ctx: house.as('alix', ['DIR']), input }));
    expect(restored).toEqual({ seq: head + 1, head, marked: head, erasures: 1 });
    expect(must(await restoreJournal({ ctx: house.as('alix', ['DIR']), input }))).toEqual(restored);
    const [again] = await house.journal.readWindow('o1', seq - 1, 1);
    expect(again?.fields['text']).toMatchObject({ value: null, salt: null });

    const subject = { kind: 'organisation', id: 'o1' } as const;
    const poked = await createDuties(house.ports).concerned({ orgId: 'o1', subject, seq: restored.seq });
    expect(poked.map(({ obligation }) => obligation).toSorted()).toEqual([
      'incidentFollowUp',
      'processorNotice',
      'processorNotice',
      'processorNotice',
    ]);
  });

  it('is said by management', async () => {
    const { as } = await createNoticeHouse(T0);
    expect(await restoreJournal({ ctx: as('sacha', ['DPO']), input: { key: 'k' } })).toMatchObject({
      error: { code: 'actor.forbidden' },
    });
  });
});
