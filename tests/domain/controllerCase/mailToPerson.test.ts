import { describe, expect, it } from '@jest/globals';
import { MOST_RECIPIENTS } from '../../../domain/controllerCase/recipients';
import { nameOfMail, numberIn, readNameOfMail } from '../../../domain/controllerCase/mailToPerson';
import { envelopeIdOf } from '../../../domain/delivery/envelopeId';

const caseId = '0199e1f0-0000-7000-8000-000000000070';
const [secret, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const nameOf = (n: number, ordinal = 2) => nameOfMail(secret, { caseId, ordinal }, n);
const tokenOf = (n: number): string => readNameOfMail(nameOf(n))?.token ?? '';

describe('the name of a mail to a person', () => {
  it('leads back to the case, the list and the number, and is the same each time', () => {
    for (const n of [1, 2, 99_999, MOST_RECIPIENTS]) {
      expect(readNameOfMail(nameOf(n))).toMatchObject({ caseId, ordinal: 2 });
      expect(numberIn(secret, tokenOf(n))).toBe(n);
      expect(nameOf(n)).toBe(nameOf(n));
    }
    expect(readNameOfMail(`${caseId}.0f1e2d3c4b5a6978`)).toBeNull();
    expect(readNameOfMail(`${nameOf(1)}.3`)).toBeNull();
    expect(readNameOfMail(`${caseId}.p1-2`)).toBeNull(); // as the first versions called them: anybody can make those
  });

  it('fits an ENVID with the longest ids (RFC 3461 §4.4)', () => {
    expect(() => envelopeIdOf(caseId, nameOf(MOST_RECIPIENTS, 9_999))).not.toThrow();
  });

  it('is believed of no other list, and with no single bit changed', () => {
    expect(numberIn(other, tokenOf(7))).toBeNull();
    const bytes = Buffer.from(tokenOf(7), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const forged = Buffer.from(bytes);
      forged.writeUInt8(forged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(numberIn(secret, forged.toString('base64url'))).toBeNull();
    }
    for (const token of ['', 'x', `${tokenOf(7)}AAAA`]) expect(numberIn(secret, token)).toBeNull();
  });

  it('says nothing of the number: neighbours share no more than the place of their list', () => {
    const written = (n: number) => Buffer.from(tokenOf(n), 'base64url').subarray(-3);
    const neighbours = Array.from({ length: 64 }, (_, n) => written(n + 1).readUIntBE(0, 3));
    const steps = neighbours.slice(1).map((one, at) => one - (neighbours[at] ?? 0));
    expect(new Set(neighbours).size).toBeGreaterThan(60);
    expect(steps.filter((step) => Math.abs(step) < 256).length).toBeLessThan(4);
  });
});
