import { describe, expect, it } from '@jest/globals';
import { newId } from '../../runtime/newId';

describe('an id', () => {
  it('is a UUIDv7 of its instant (RFC 9562, section 5.7)', () => {
    const id = newId(new Date(0x017f22e279b0));
    expect(id).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('is never the same twice, and sorts by its millisecond', () => {
    const ids = Array.from({ length: 1_000 }, (_, index) => newId(new Date(1_800_000_000_000 + index)));
    expect(new Set(ids).size).toBe(1_000);
    expect(ids.toSorted()).toEqual(ids);
  });
});
