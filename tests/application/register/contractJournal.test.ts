import { beforeAll, describe, expect, it } from '@jest/globals';
import { takeRegister } from '../../../application/register/readRegister';
import { wholeRegister } from '../../../domain/register/filter';
import { registerTable } from '../../../api/registers/registerTable';
import { tableFile } from '../../../api/registers/tableFile';
import { controllers, type ControllerKey, createNoticeHouse, type House } from '../../fakes/noticeHouse';
import { becomeAware, send, T0 } from '../../fakes/threeControllers';
import { gathered, unzip } from '../../fakes/unzip';

const keys = Object.keys(controllers) as ControllerKey[];
/** What would give another controller away: its name, its domain, its service, its contract, its own facts. */
const marksOf = (key: ControllerKey): string[] => [
  controllers[key].name,
  controllers[key].domain,
  controllers[key].service,
  `${key.toUpperCase()}-2026-01`,
  `secret de ${key}`,
  `mesure pour ${key}`,
  `sous-traitant de ${key}`,
];
let house: House;

beforeAll(async () => {
  house = await createNoticeHouse(T0);
  await becomeAware(house);
  for (const [index, agreementId] of keys.entries()) {
    await house.write('incident', 'i1', {
      type: 'facts.recorded',
      values: { agreementId, description: `secret de ${agreementId}`, persons: { approx: 1001 + index } },
    });
    await house.write('incident', 'i1', {
      type: 'measure.added',
      values: {
        measureId: agreementId,
        kind: 'contain',
        status: 'taken',
        at: T0,
        agreementId,
        what: `mesure pour ${agreementId}`,
        owner: null,
        recoveredData: null,
      },
    });
    await house.write('incident', 'i1', {
      type: 'subNotice.received',
      values: {
        subNoticeId: agreementId,
        chain: [`sous-traitant de ${agreementId}`],
        reference: null,
        receivedAt: T0,
        certain: false,
        nature: [],
        touched: [{ agreementId, role: 'processor' }],
        ownProcessing: false,
        toldBy: null,
        email: null,
        phone: null,
        text: null,
        items: null,
      },
    });
    await send(house, (await house.noticeOf(agreementId)).id, `send-${agreementId}`);
  }
  await house.write('incident', 'i1', {
    type: 'facts.recorded',
    values: {
      agreementId: null,
      cause: 'external-malicious',
      description: 'Chez Val, Aube et Orme.',
      persons: { approx: 3033 },
    },
  });
  await house.write('incident', 'i1', {
    type: 'measure.added',
    values: {
      measureId: 'common',
      kind: 'other',
      status: 'taken',
      at: T0,
      agreementId: null,
      what: keys.flatMap(marksOf).join(', '),
      owner: null,
      recoveredData: null,
    },
  });
});

async function fileOf(agreementId: string | null, format: 'csv' | 'xlsx'): Promise<string> {
  const ctx = house.as('sacha', ['DPO']);
  const register = await takeRegister({ ctx, input: { filter: { ...wholeRegister, agreementId } } });
  if (!register.ok) throw new Error(register.error.code);
  const writing = { language: 'fr' as const, zone: 'Europe/Paris', now: T0 };
  const table = registerTable(register.value, {}, writing);
  const file = await tableFile(ctx, table, format);
  if (!file.ok || !('lines' in file.value)) throw new Error('no file');
  const bytes = await gathered(file.value.lines);
  return format === 'csv' ? bytes.toString() : [...unzip(bytes).values()].map(String).join('\n');
}

describe.each(keys)('the journal of the contract %s (invariant 8, contract Annex 2 §12)', (key) => {
  it.each(['csv', 'xlsx'] as const)('as %s holds its own part, and not one byte of another', async (format) => {
    const text = await fileOf(key, format);
    for (const mark of [controllers[key].name, `secret de ${key}`, `mesure pour ${key}`, `sous-traitant de ${key}`]) {
      expect(text).toContain(mark);
    }
    for (const other of keys.filter((one) => one !== key)) {
      for (const mark of marksOf(other)) expect([mark, text.includes(mark)]).toEqual([mark, false]);
    }
    expect(text).toContain(String(1001 + keys.indexOf(key)));
    expect(text).not.toContain('3033');
    expect(text).not.toContain('Chez Val');
  });

  it('bears no number of ours: it would tell how busy others are (ADR 0002)', async () => {
    expect(await fileOf(key, 'csv')).not.toMatch(/\b(INC|SIG)-20\d\d-/);
  });
});

describe('our own register', () => {
  it('holds the part of each beside its name', async () => {
    const text = await fileOf(null, 'csv');
    for (const key of keys) expect(text).toContain(`secret de ${key}`);
    expect(text).toMatch(/INC-20\d\d-\d+/);
    expect(text).toContain('Intrusion chez Val Témoin');
  });

  it('is for those who may read the journal', async () => {
    const refused = { ok: false, error: { code: 'actor.forbidden' } };
    for (const role of ['O', 'CC', 'CDPO'] as const) {
      const read = await takeRegister({ ctx: house.as('x', [role]), input: { filter: wholeRegister } });
      expect(read).toEqual(refused);
    }
  });

  it('of an agreement that there is not is not found', async () => {
    const input = { filter: { ...wholeRegister, agreementId: 'nobody' } };
    expect(await takeRegister({ ctx: house.as('x', ['DPO']), input })).toEqual({
      ok: false,
      error: { code: 'subject.unknown' },
    });
  });
});
