import { beforeEach, describe, expect, it } from '@jest/globals';
import { readSilent } from '../../../application/atOnce/board';
import { tellAtOnce } from '../../../application/atOnce/tellAtOnce';
import { issueTellingLink } from '../../../application/atOnce/tellingLinks';
import { acknowledgeTelling, readTelling } from '../../../application/guest/acknowledgeTelling';
import { enterByLink } from '../../../application/guest/enterByLink';
import { eraseField } from '../../../application/journal/eraseField';
import { commandTransfer } from '../../../application/transfer/commandTransfer';
import { recordTransfer } from '../../../application/transfer/recordTransfer';
import { fixVulnerability } from '../../../application/vulnerability/fixVulnerability';
import { proveVulnerability } from '../../../application/vulnerability/proveVulnerability';
import { acknowledgedAt } from '../../../domain/atOnce/telling';
import { RecordTransfer } from '../../../domain/transfer/decide';
import { Prove } from '../../../domain/vulnerability/decide';
import { createNoticeHouse, type House } from '../../fakes/noticeHouse';
import { must } from '../../fakes/realHouse';
import { hour, readable, T0 } from '../../fakes/threeControllers';

let house: House;
beforeEach(async () => {
  house = await createNoticeHouse(T0);
});

const touched = [{ agreementId: 'val', role: 'processor' as const }];
const settle = async () => must(await tellAtOnce({ ctx: house.engine }));
const told = {
  async vulnerability() {
    const proven = Prove.parse({ text: 'Un jeton perime passe.', provenAt: T0, severity: 'high', touched });
    return must(await proveVulnerability({ ctx: house.as('paul', ['IM']), input: { key: 'prove', proven } })).id;
  },
  async transfer() {
    const transfer = RecordTransfer.parse({
      cause: 'compulsion',
      knownAt: T0,
      source: 'x',
      text: 'Une liste.',
      touched,
    });
    return must(await recordTransfer({ ctx: house.as('sacha', ['DPO']), input: { key: 'record', transfer } })).id;
  },
};
const over = {
  vulnerability: (id: string) =>
    fixVulnerability({
      ctx: house.as('paul', ['IM']),
      input: { vulnerabilityId: id, key: 'over', fix: { fixedAt: T0, how: 'x' } },
    }),
  transfer: (id: string) =>
    commandTransfer({
      ctx: house.as('sacha', ['DPO']),
      input: { transferId: id, key: 'over', command: { kind: 'transfer.close', closedAt: T0, outcome: 'x' } },
    }),
};
/** The link in each letter, by the address that it went to. */
const links = () =>
  house.mails.map(({ to, raw }) => ({
    to,
    token: /\/m\/([\w-]{43})/.exec(readable(raw).replaceAll('=\r\n', ''))?.[1] ?? '',
  }));
const who = { name: 'Camille Exemple', function: 'DPO' };
const silent = async () => must(await readSilent({ ctx: house.as('sacha', ['DPO']) }));

describe.each(['vulnerability', 'transfer'] as const)(
  'a contact acknowledges by its link what it was told at once (duties S3-10, S3-17): %s',
  (kind) => {
    const state = async (id: string) => {
      const found = await house.ports.projections.read('o1', kind, id);
      if (found === null) throw new Error('nothing was recorded');
      return found;
    };

    it('each letter carries a link of its own, which shows the letter and changes nothing', async () => {
      const id = await told[kind]();
      await settle();
      const tokens = links().map(({ token }) => token);
      expect(tokens.every((token) => token.length === 43)).toBe(true);
      expect(new Set(tokens).size).toBe(tokens.length);
      const { revision } = await state(id);
      const seen = must(await readTelling(house.ports, tokens[0] ?? ''));
      expect(seen.letter.text).toContain(kind === 'transfer' ? 'Une liste.' : 'Un jeton perime passe.');
      expect(seen.letter.text).not.toContain('/m/');
      expect(seen.acknowledged).toBeNull();
      expect(await state(id)).toMatchObject({ revision });
    });

    it('once, with its hour, name and function; it leaves the list of the silent', async () => {
      const id = await told[kind]();
      await settle();
      expect(await silent()).toMatchObject([{ agreementId: 'val', since: T0, failed: 0 }]);
      house.clock.now = new Date(hour(2));
      const token = links()[0]?.token ?? '';
      const first = must(await acknowledgeTelling(house.ports, { token, ...who }));
      expect(must(await acknowledgeTelling(house.ports, { token, name: 'Une autre', function: 'x' }))).toEqual(first);
      const [one] = (await state(id)).told;
      expect(one && acknowledgedAt(one)).toBe(hour(2));
      expect(one?.contacted).toMatchObject([{ outcome: 'acknowledged', self: who }]);
      expect(must(await readTelling(house.ports, token)).acknowledged).toMatchObject({ self: who });
      expect(await silent()).toEqual([]);
    });

    it('an erased name leaves the acknowledgement', async () => {
      const id = await told[kind]();
      await settle();
      const { seq } = must(await acknowledgeTelling(house.ports, { token: links()[0]?.token ?? '', ...who }));
      const input = { seq, names: ['name', 'function'], ground: 'retentionEnded' as const, key: 'erase' };
      must(await eraseField({ ctx: house.as('sacha', ['DPO']), input }));
      const [one] = (await state(id)).told;
      expect(one?.contacted).toMatchObject([{ outcome: 'acknowledged', self: { name: null, function: null } }]);
    });

    it('until thirty days after it was over, and never before anybody was told', async () => {
      const id = await told[kind]();
      const named = { orgId: 'o1', kind, id, agreementId: 'val', contactId: 'c1' };
      const token = await issueTellingLink(house.ports, named);
      expect(await readTelling(house.ports, token)).toMatchObject({ error: { code: 'link.unknown' } });
      await settle();
      house.clock.now = new Date(hour(24 * 40));
      must(await readTelling(house.ports, token));
      must(await over[kind](id));
      house.clock.now = new Date(hour(24 * 29));
      must(await readTelling(house.ports, token));
      house.clock.now = new Date(hour(24 * 31));
      expect(await readTelling(house.ports, token)).toMatchObject({ error: { code: 'link.expired' } });
      expect(await acknowledgeTelling(house.ports, { token, ...who })).toMatchObject({
        error: { code: 'link.expired' },
      });
    });

    it('a link to one opens no notice, and whom the contract does not name nothing', async () => {
      const id = await told[kind]();
      await settle();
      const named = { orgId: 'o1', kind, id, agreementId: 'val', contactId: 'nobody' };
      const refusal = { error: { code: 'link.unknown' } };
      expect(await readTelling(house.ports, await issueTellingLink(house.ports, named))).toMatchObject(refusal);
      expect(await enterByLink(house.ports, links()[0]?.token ?? '')).toMatchObject(refusal);
    });
  },
);

it('who may not read the journal is shown no transfer among the silent (duty S3-17)', async () => {
  await told.transfer();
  await settle();
  expect(must(await readSilent({ ctx: house.as('ines', ['O']) }))).toEqual([]);
  expect(await silent()).toHaveLength(1);
});
