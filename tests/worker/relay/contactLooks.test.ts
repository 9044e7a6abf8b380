import { describe, expect, it } from '@jest/globals';
import { DAY_MS } from '../../../domain/shared/instant';
import { createContactLooks } from '../../../worker/relay/contactLooks';

describe('F36 contacts that ask for a test are looked for', () => {
  it('with the first sweep, then only once something of an agreement was written, a day has passed, or it failed', async () => {
    let now = 0;
    let fails = false;
    const looked: string[] = [];
    const looks = createContactLooks(
      async (orgId) => {
        looked.push(orgId);
        if (fails) throw new Error('away');
      },
      () => new Date(now),
    );
    const sweep = async (orgId = 'o1') => {
      looks.sweep(orgId);
      await new Promise(setImmediate);
      return looked.splice(0);
    };
    expect([await sweep(), await sweep(), await sweep('o2')]).toEqual([['o1'], [], ['o2']]);
    looks.changed('o1');
    expect([await sweep('o2'), await sweep(), await sweep()]).toEqual([[], ['o1'], []]);
    now = DAY_MS - 1;
    expect(await sweep()).toEqual([]);
    now = DAY_MS;
    fails = true;
    expect([await sweep(), await sweep()]).toEqual([['o1'], ['o1']]);
    fails = false;
    expect([await sweep(), await sweep()]).toEqual([['o1'], []]);
  });
});
