import { beforeEach, describe, expect, it } from '@jest/globals';
import { tieAgreement } from '../../../application/agreement/tieAgreement';
import { commandIncident } from '../../../application/incident/commandIncident';
import { admitParty } from '../../../application/party/admitParty';
import type { Ports } from '../../../application/ports/ports';
import { takeFromProcessor } from '../../../application/exchange/takeFromProcessor';
import { receiveNotice } from '../../../application/controllerCase/receiveNotice';
import { receiveSealed } from '../../../application/incident/receiveSealed';
import { sealedFor } from '../../../application/notice/readEnvelope';
import { sealHeader } from '../../../application/journal/sealHeader';
import { addressOf, readMessage } from '../../../domain/exchange/message';
import { upwardOf } from '../../../domain/notice/upward';
import { type ChainHouse, createChainHouse, SUB, SUB_NAME, UPPER } from '../../fakes/chainHouse';
import { items } from '../../fakes/noticeStory';
import { must } from '../../fakes/realHouse';
import { hour } from '../../fakes/threeControllers';

let house: ChainHouse;
let envelope: string;
let origin: string;

/** A version that has left by mail alone: its envelope is in the mail, or comes by HTTPS. */
beforeEach(async () => {
  house = await createChainHouse();
  const noticeId = await house.subLearns(hour(0));
  must(await house.send(SUB, noticeId));
  const notice = await house.noticeUnder(SUB, 'rang2');
  const [version] = notice.versions;
  if (version === undefined) throw new Error('nothing was sent');
  envelope = await sealedFor(house.asOf(SUB), notice, version, null);
  origin = house.ports.proofs.notary.origin(SUB);
  house.clock.now = new Date(hour(1));
});

const message = (chain: string[] = []) => ({
  kind: 'version' as const,
  envelope,
  text: 'Une copie est partie.',
  certain: true,
  nature: ['confidentiality' as const],
  knownAt: null,
  upward: {
    ...upwardOf({ items, subNotices: [], leads: [], own: '', language: 'fr', beyond: (names) => names.join() }),
    chain,
  },
});
const take = (chain?: string[]) => takeFromProcessor(house.engineOf(UPPER), origin, message(chain));
const incidents = () => house.incidentsOf(UPPER);

describe('a sub-processor’s notice from another installation (domain rules 7.5, ADR 0042)', () => {
  it('is answered by when it was taken, and known since its mails left; the same bytes are one', async () => {
    expect(await take(['Hébergeur de rang 3'])).toMatchObject({ ok: true, value: hour(1) });
    const before = house.typesOf(UPPER);
    house.clock.now = new Date(hour(2));
    expect(await take(['Hébergeur de rang 3'])).toMatchObject({ ok: true, value: hour(1) });
    expect(house.typesOf(UPPER)).toEqual(before);
    expect(await incidents()).toMatchObject([
      {
        clock: { provisionalT0: hour(0) },
        subNotices: [{ chain: [SUB_NAME, 'Hébergeur de rang 3'], toldBy: 'Sacha Gabarit, DPO' }],
      },
    ]);
  });

  it('taken in by a person from a mail, it is the same notice: one incident, once', async () => {
    const { upward: _upward, kind: _kind, knownAt: _known, ...rest } = message();
    const contact = { toldBy: 'Veille', email: 'veille@rang2.example', phone: null };
    const touched = [{ agreementId: 'val', role: 'processor' as const }];
    const nothing = { a: null, b: null, c: null, d: null, e: null, persons: null, records: null };
    const { envelope: text, ...said } = {
      ...rest,
      ...contact,
      touched,
      ownProcessing: false,
      items: nothing,
      below: [],
    };
    const bring = (more = {}) => {
      const input = { envelope: text, said: { ...said, receivedAt: hour(1), ...more }, language: 'fr' as const };
      return receiveSealed({ ctx: { ...house.asOf(UPPER), roles: ['O'] }, input });
    };
    expect(await bring({ touched: [] })).toMatchObject({ error: { issues: [{ pointer: '/touched' }] } });
    expect(must(await bring()).created).toBe(true);
    expect(must(await bring()).created).toBe(false);
    expect(await take()).toMatchObject({ ok: true, value: hour(1) });
    expect(await incidents()).toMatchObject([{ touched, subNotices: [{ seal: { version: 1 } }] }]);
  });

  it('brought by a person under one key, only the same again is a repeat; another key brings the same version once', async () => {
    const { upward: _upward, kind: _kind, knownAt: _known, envelope: text, ...rest } = message();
    const who = { below: [], toldBy: 'Veille', email: 'veille@rang2.example', phone: null, ownProcessing: false };
    const touched = [{ agreementId: 'val', role: 'processor' as const }];
    const nothing = { a: null, b: null, c: null, d: null, e: null, persons: null, records: null };
    const bring = (key: string, more = {}, sealed = text) => {
      const said = { ...rest, ...who, touched, items: nothing, receivedAt: hour(1), ...more };
      const input = { envelope: sealed, said, language: 'fr' as const, key };
      return receiveSealed({ ctx: { ...house.asOf(UPPER), roles: ['O'] }, input });
    };
    expect(must(await bring('k1')).created).toBe(true);
    const before = house.typesOf(UPPER);
    expect(must(await bring('k1')).created).toBe(false);
    expect(must(await bring('k2')).created).toBe(false);
    const later = sealHeader(house.engineOf(SUB), {
      ...JSON.parse(text.split('\n')[0] ?? ''),
      notice: { id: 'other', reference: 'AV-AUTRE-0001', version: 1, kind: 'initial' },
    });
    for (const refused of [await bring('k1', { text: 'Autre.' }), await bring('k1', {}, await later)]) {
      expect(refused).toMatchObject({ error: { code: 'key.reused' } });
    }
    expect(house.typesOf(UPPER)).toEqual(before);
  });

  it('of a sender of before, which says its longest chain alone, is written as it was: no further field', async () => {
    must((await take(['Hébergeur de rang 3'])) as { ok: true; value: string });
    const [said] = (await incidents())[0]?.subNotices ?? [];
    expect(said).not.toHaveProperty('alsoFrom');
    expect(said).not.toHaveProperty('leftOut');
  });

  it('frozen before there was `upward`, or by an older installation, is read as one that says nothing of it', async () => {
    const { upward: _upward, ...said } = message();
    const about = { format: 'vigie-exchange/1', origin, to: 'x', madeAt: hour(0), said };
    const text = await sealHeader(house.engineOf(SUB), about);
    expect(readMessage(text)).toMatchObject({ header: { said } });
    must((await takeFromProcessor(house.engineOf(UPPER), origin, said)) as { ok: true; value: string });
    expect(await incidents()).toMatchObject([{ subNotices: [{ chain: [SUB_NAME], items: { a: null } }] }]);
  });

  it('of a format to come still has an address, so that what waits to leave leaves', async () => {
    const about = { format: 'vigie-exchange/9', origin, to: 'x', madeAt: hour(0), said: { kind: 'new' } };
    const text = await sealHeader(house.engineOf(SUB), about);
    expect(readMessage(text)).toBe('unreadable');
    expect(addressOf(text)).toMatchObject({ to: 'x' });
  });

  it('that would have been received before its envelope was made is refused, as a case is', async () => {
    const before = house.typesOf(UPPER);
    const { envelope: text, text: words, nature, upward } = message();
    const who = { below: [], toldBy: 'x', email: null, phone: null, touched: [], ownProcessing: true };
    const said = { ...who, text: words, nature, certain: true, items: upward.items, receivedAt: hour(-1) };
    const input = { envelope: text, said, language: 'fr' as const };
    expect(await receiveSealed({ ctx: house.asOf(UPPER), input })).toMatchObject({
      error: { issues: [{ pointer: '/receivedAt', message: expect.stringContaining('is before madeAt') }] },
    });
    expect(house.typesOf(UPPER)).toEqual(before);
  });

  it('is not taken for our own: whoever would open a case with it is told why not', async () => {
    const input = { envelope, receivedAt: hour(1), text: 'x', certain: true, nature: [], knownAt: null };
    const refused = await receiveNotice({ ctx: house.asOf(UPPER), input });
    expect(refused).toMatchObject({
      error: { issues: [{ pointer: '/envelope', message: expect.stringContaining('a sub-processor of yours') }] },
    });
    expect(await house.casesOf(UPPER)).toEqual([]);
  });

  it('of a firm whose notices open our cases is no sub-processor’s, by whatever way it comes', async () => {
    house = await createChainHouse({ opens: 'case' });
    const before = house.typesOf(UPPER);
    const said = { ...message(), receivedAt: hour(1), touched: [], ownProcessing: true, below: [], toldBy: 'x' };
    const { kind: _kind, envelope: text, knownAt: _known, upward: _up, ...rest } = said;
    const nothing = { a: null, b: null, c: null, d: null, e: null, persons: null, records: null };
    const input = {
      envelope: text,
      said: { ...rest, email: null, phone: null, items: nothing },
      language: 'fr' as const,
    };
    expect(await receiveSealed({ ctx: house.asOf(UPPER), input })).toMatchObject({ error: { code: 'input.invalid' } });
    expect(house.typesOf(UPPER)).toEqual(before);
  });

  it('is acknowledged by a sealed message that leaves with the entry, to where its party is told now', async () => {
    await take();
    const parties = await house.ports.projections.list(UPPER, 'party', { limit: 9 });
    const admit = {
      admitted: true,
      opens: null,
      exchangeUrl: 'https://rang2.example/exchange/s1',
      reason: 'convention',
    };
    const partyId = parties[0]?.id ?? '';
    must(await admitParty({ ctx: house.asOf(UPPER), input: { partyId, key: 'url', admit } }));
    const tie = { key: null, exchangeUrl: null, reason: 'elle a sa propre installation' };
    must(await tieAgreement({ ctx: house.asOf(SUB), input: { agreementId: 'rang2', key: 'untie', tie } }));
    const posted: { url: string; text: string }[] = [];
    const exchange: NonNullable<Ports['carriers']['exchange']> = async ({ url, bytes }) => {
      posted.push({ url, text: bytes.toString('utf8') });
      return { status: 503, body: '', why: null } as Awaited<ReturnType<NonNullable<Ports['carriers']['exchange']>>>;
    };
    house.ports.carriers = { ...house.ports.carriers, exchange };
    const [one] = await incidents();
    const [said] = one?.subNotices ?? [];
    const command = {
      kind: 'subNotice.acknowledge' as const,
      subNoticeId: said?.subNoticeId ?? '',
      name: 'Sacha',
      function: 'DPO',
    };
    must(await commandIncident({ ctx: house.asOf(UPPER), input: { incidentId: one?.id ?? '', key: 'ack', command } }));
    await house.settleIncident(UPPER, one?.id ?? '');
    const sealed = readMessage(posted[0]?.text ?? '');
    expect([posted[0]?.url, sealed]).toMatchObject([
      'https://rang2.example/exchange/s1',
      { header: { to: origin, said: { kind: 'acknowledgement', version: 1, name: 'Sacha' } } },
    ]);
    const acknowledged = (await incidents())[0]?.subNotices[0]?.acknowledged;
    expect(acknowledged).toMatchObject({ via: 'exchange', exchangeId: expect.stringContaining('acknowledgement') });
  });
});
