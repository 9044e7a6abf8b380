import { describe, expect, it } from '@jest/globals';
import { createAttempts } from '../../api/sessions/attempts';
import { networkOf } from '../../api/sessions/networkOf';

describe('attempts', () => {
  it('from one /64 are those of one place, however its addresses are written', () => {
    const attempts = createAttempts(() => 0);
    const waits = Array.from({ length: 50 }, (_, n) => attempts.note(`2001:db8::${(n + 1).toString(16)}:0:0:1`));
    expect(waits.filter((seconds) => seconds > 0)).toHaveLength(40);
    expect(attempts.note('2001:db8:0:1::1')).toBe(0);
  });
});

describe('the network of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::ffff:cb00:7107', '203.0.113.7'],
    ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8::1', '8193:3512:0:0'],
    ['2001:0db8:0000:0000:1:2:3:4', '8193:3512:0:0'],
    ['2001:DB8::5:6:7:8', '8193:3512:0:0'],
    ['2001:db8:0:0:5::', '8193:3512:0:0'],
    ['2001:db8::4:5:6:7:8', '8193:3512:0:4'],
    ['fe80::1%eth0', '65152:0:0:0'],
    ['::1', '0:0:0:0'],
    ['64:ff9b::203.0.113.7', '100:65435:0:0'],
    ['unknown', ''],
    ['x:y', ''],
    ['', ''],
  ])('%s: %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
