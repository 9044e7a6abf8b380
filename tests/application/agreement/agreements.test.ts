import { beforeEach, describe, expect, it } from '@jest/globals';
import { proposeAmendment } from '../../../application/agreement/proposeAmendment';
import { compareVersions, listAgreements, readAgreement } from '../../../application/agreement/readAgreement';
import { recordAgreement } from '../../../application/agreement/recordAgreement';
import { signForController, signForProcessor } from '../../../application/agreement/signAmendment';
import { settleLinks } from '../../../application/agreement/settleLinks';
import { issueSigningLink, openSigningLink } from '../../../application/agreement/signingLinks';
import { withdrawAmendment } from '../../../application/agreement/withdrawAmendment';
import type { Context } from '../../../application/ports/ports';
import { valuesOf } from '../../../domain/journal/entry';
import { documentHashOf } from '../../../domain/agreement/annex1';
import { createIncidentHouse, type IncidentHouse } from '../../fakes/incidentHouse';
import { amended, annex1 } from '../../fakes/agreements';
import { readable } from '../../fakes/threeControllers';

let house: IncidentHouse;
let guest: Context;

beforeEach(async () => {
  house = await createIncidentHouse();
  guest = { ...house.engine, actor: { kind: 'guest', id: 'c1' } };
});

async function recorded(): Promise<string> {
  const written = await recordAgreement({ ctx: house.director, input: { key: house.newKey(), document: annex1 } });
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  return written.value.id;
}

async function proposed(): Promise<string> {
  const agreementId = await recorded();
  const input = { agreementId, key: house.newKey(), document: amended(), decided: 1 };
  const written = await proposeAmendment({ ctx: house.dpo, input });
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  return agreementId;
}

const signature = () => ({
  key: house.newKey(),
  documentHash: documentHashOf(amended()),
  name: 'Camille Exemple',
  function: 'Présidente',
});

/** The secret as the contact gets it: it is in the mail and nowhere else. */
async function mailedToken(agreementId: string, contactId = 'c1'): Promise<string> {
  const input = { agreementId, contactId, key: house.newKey() };
  const issued = await issueSigningLink({ ctx: house.director, input });
  if (!issued.ok) throw new Error(JSON.stringify(issued.error));
  const token = /\/a\/([\w-]{43})/.exec(readable(house.mails.at(-1)?.raw ?? ''))?.[1];
  if (token === undefined) throw new Error('no link in the mail');
  expect(JSON.stringify([issued, house.journal.entries])).not.toContain(token);
  return token;
}

async function linkOf(agreementId: string, contactId = 'c1') {
  const opened = await openSigningLink(house.ports, await mailedToken(agreementId, contactId));
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

describe('recording an agreement', () => {
  it('is done once, however often it is asked, and a second time under another key refused', async () => {
    const input = { key: 'k', document: annex1 };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => recordAgreement({ ctx: house.director, input })),
    );
    expect(new Set(answers.map((one) => one.ok && one.value.seq)).size).toBe(1);
    expect(await recordAgreement({ ctx: house.director, input: { ...input, key: 'other' } })).toMatchObject({
      error: { issues: [{ pointer: '/reference' }] },
    });
  });

  it('names the controller by an opaque id that its SIREN gives, or by the one given', async () => {
    const id = await recorded();
    const read = await readAgreement({ ctx: house.dpo, input: { agreementId: id } });
    expect(read.ok && read.value.agreement.partyId).toMatch(/^party-[0-9a-f]{24}$/);
    const document = { ...annex1, reference: 'AUTRE' };
    const given = await recordAgreement({ ctx: house.director, input: { key: 'g', document, partyId: 'p-7' } });
    const other = await readAgreement({ ctx: house.dpo, input: { agreementId: given.ok ? given.value.id : '' } });
    expect(other.ok && other.value.agreement.partyId).toBe('p-7');
  });

  it('begins with version 1', async () => {
    const document = { ...annex1, version: 2 };
    expect(await recordAgreement({ ctx: house.director, input: { key: 'k', document } })).toMatchObject({
      error: { issues: [{ pointer: '/version' }] },
    });
  });

  it('is management’s or the DPO’s, and read by no contact of a controller', async () => {
    for (const ctx of [house.oncall, house.manager, guest, house.as('c', ['CC'])]) {
      const refused = await recordAgreement({ ctx, input: { key: 'x', document: annex1 } });
      expect(refused).toEqual({ ok: false, error: { code: 'actor.forbidden' } });
    }
    const listed = await listAgreements({ ctx: house.as('c', ['CDPO']), input: { limit: 10 } });
    expect(listed).toEqual({ ok: false, error: { code: 'actor.forbidden' } });
  });
});

describe('an amendment', () => {
  it('is in force once management and a contact, by its link, have signed the same hash', async () => {
    const agreementId = await proposed();
    expect((await signForProcessor({ ctx: house.director, input: { agreementId, ...signature() } })).ok).toBe(true);
    const link = await linkOf(agreementId);
    expect((await signForController({ ctx: guest, input: { link, ...signature() } })).ok).toBe(true);
    const read = await readAgreement({ ctx: house.dpo, input: { agreementId } });
    expect(read.ok && read.value.timeline.map(({ version, from }) => [version.version, from])).toEqual([
      [1, '2026-01-14T23:00:00.000Z'],
      [2, '2026-06-30T22:00:00.000Z'],
    ]);
    expect(read.ok && read.value.agreement.versions[1]?.signatures).toMatchObject([
      { side: 'processor', signerId: 'alix', name: 'Camille Exemple' },
      { side: 'controller', signerId: 'c1' },
    ]);
  });

  it('is signed for us by management alone, for the controller by a guest of this organisation alone', async () => {
    const agreementId = await proposed();
    const link = await linkOf(agreementId);
    const refused = { ok: false, error: { code: 'actor.forbidden' } };
    expect(await signForProcessor({ ctx: house.dpo, input: { agreementId, ...signature() } })).toEqual(refused);
    expect(await signForController({ ctx: house.director, input: { link, ...signature() } })).toEqual(refused);
    const foreign = { ...guest, orgId: 'o2' };
    expect(await signForController({ ctx: foreign, input: { link, ...signature() } })).toEqual(refused);
  });

  it('tells a proposer of an older revision what changed', async () => {
    const agreementId = await proposed();
    const input = { agreementId, key: house.newKey(), document: amended(), decided: 1 };
    expect(await proposeAmendment({ ctx: house.dpo, input })).toMatchObject({
      error: { code: 'revision.stale', current: 2, changed: [{ type: 'agreement.amendmentProposed' }] },
    });
  });

  it('that is withdrawn cannot be signed', async () => {
    const agreementId = await proposed();
    const link = await linkOf(agreementId);
    await withdrawAmendment({ ctx: house.director, input: { agreementId, key: 'w', reason: 'erreur' } });
    expect(await signForController({ ctx: guest, input: { link, ...signature() } })).toMatchObject({
      error: { code: 'state.refused', state: 'IN_FORCE' },
    });
  });

  it('shows what it changes', async () => {
    const agreementId = await proposed();
    const compared = await compareVersions({ ctx: house.dpo, input: { agreementId, from: 1, to: 2 } });
    expect(compared.ok && compared.value.map(({ pointer }) => pointer)).toEqual([
      '/version',
      '/inForceFrom',
      '/terms/breachNotice/hours',
    ]);
    expect(await compareVersions({ ctx: house.dpo, input: { agreementId, from: 1, to: 9 } })).toMatchObject({
      error: { code: 'subject.unknown' },
    });
  });
});

describe('a link to sign', () => {
  it('is for a contact of the version in force, and only while there is something to sign', async () => {
    const agreementId = await recorded();
    const ask = (contactId: string) =>
      issueSigningLink({ ctx: house.director, input: { agreementId, contactId, key: house.newKey() } });
    expect(await ask('c1')).toMatchObject({ error: { code: 'state.refused' } });
    await proposeAmendment({ ctx: house.dpo, input: { agreementId, key: 'p', document: amended() } });
    expect(await ask('c9')).toMatchObject({ error: { issues: [{ pointer: '/contactId' }] } });
    expect(await ask('c2')).toMatchObject({ ok: true });
  });

  it('is mailed to that contact alone, after an entry that names version and contact, and decides nothing', async () => {
    const agreementId = await proposed();
    await mailedToken(agreementId);
    const contact = annex1.controller.noticeContacts.find(({ order }) => order === 1);
    expect(house.mails.map(({ to }) => to)).toEqual([contact?.email]);
    const entry = house.journal.entries.find(({ type }) => type === 'agreement.linkIssued');
    expect(entry && valuesOf(entry)).toMatchObject({ version: 2, contactId: 'c1', deliverable: { channel: 'email' } });
    const agreement = await house.ports.projections.read('o1', 'agreement', agreementId);
    expect([agreement?.decided, agreement?.revision]).toEqual([2, 5]); // link, attempt, outcome
    expect(JSON.stringify(entry)).not.toContain('@val-temoin');
  });

  it('that the relay put off leaves later by itself, the same link, until there is nothing to sign', async () => {
    const { send } = house.ports.mailer;
    house.ports.mailer.send = async () => ({ result: 'deferred', replyCode: 451 });
    const agreementId = await proposed();
    const input = { agreementId, contactId: 'c1', key: house.newKey() };
    expect(await issueSigningLink({ ctx: house.director, input })).toMatchObject({ value: { mail: 'deferred' } });
    expect(await settleLinks({ ctx: house.engine })).toMatchObject({
      value: { tried: 0, nextAtMs: house.clock.now.getTime() + 60_000 },
    });
    house.ports.mailer.send = send;
    house.clock.now = new Date(house.clock.now.getTime() + 60_000);
    expect(await settleLinks({ ctx: house.engine })).toEqual({ ok: true, value: { tried: 1, nextAtMs: null } });
    expect(await settleLinks({ ctx: house.engine })).toEqual({ ok: true, value: { tried: 0, nextAtMs: null } });
    const [, token = ''] = /\/a\/([\w-]{43})/.exec(readable(house.mails.at(-1)?.raw ?? '')) ?? [];
    expect((await openSigningLink(house.ports, token)).ok).toBe(true);
    expect(await issueSigningLink({ ctx: house.director, input })).toMatchObject({ value: { mail: 'accepted' } });
  });

  it('asked for again, is another: the older opens nothing', async () => {
    const agreementId = await proposed();
    const first = await mailedToken(agreementId);
    const second = await mailedToken(agreementId);
    expect(await openSigningLink(house.ports, first)).toEqual({ ok: false, error: { code: 'link.unknown' } });
    expect((await openSigningLink(house.ports, second)).ok).toBe(true);
  });

  it.each([
    ['after 30 days', 30 * 86_400_000, async () => undefined],
    [
      'an hour after it was signed by',
      3_600_000,
      async (_agreementId: string, token: string) => {
        const link = await openSigningLink(house.ports, token);
        if (link.ok) await signForController({ ctx: guest, input: { link: link.value, ...signature() } });
      },
    ],
    [
      'once the amendment is withdrawn',
      0,
      async (agreementId: string) => {
        await withdrawAmendment({ ctx: house.director, input: { agreementId, key: 'w', reason: 'erreur' } });
      },
    ],
  ])('ends %s', async (_when, afterMs, act) => {
    const agreementId = await proposed();
    const token = await mailedToken(agreementId);
    expect((await openSigningLink(house.ports, token)).ok).toBe(true);
    await act(agreementId, token);
    const start = house.clock.now.getTime();
    house.clock.now = new Date(start + afterMs - 1);
    expect((await openSigningLink(house.ports, token)).ok).toBe(true);
    house.clock.now = new Date(start + afterMs);
    expect(await openSigningLink(house.ports, token)).toEqual({ ok: false, error: { code: 'link.expired' } });
  });

  it('is not one to a notice, nor one that nobody issued', async () => {
    const notice = await house.ports.links.issue('o1', 'n1', 'c1');
    for (const token of [notice, 'nothing']) {
      expect(await openSigningLink(house.ports, token)).toEqual({ ok: false, error: { code: 'link.unknown' } });
    }
  });
});
