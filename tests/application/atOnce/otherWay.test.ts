import { beforeEach, describe, expect, it } from '@jest/globals';
import { noteContacted } from '../../../application/atOnce/noteContacted';
import { tellAtOnce } from '../../../application/atOnce/tellAtOnce';
import { readPack } from '../../../application/overview/readPack';
import { proveVulnerability } from '../../../application/vulnerability/proveVulnerability';
import type { SendResult } from '../../../application/ports/mailer';
import type { Annex1 } from '../../../domain/agreement/annex1';
import type { NoteContacted } from '../../../domain/atOnce/decide';
import { failedOf, openCallsTo } from '../../../domain/atOnce/telling';
import { isOpen } from '../../../domain/journal/folds';
import { Prove } from '../../../domain/vulnerability/decide';
import { annexOf, createNoticeHouse, type House } from '../../fakes/noticeHouse';
import { must } from '../../fakes/realHouse';
import { hour, readable, T0 } from '../../fakes/threeControllers';

const refusedMail: SendResult[] = [{ result: 'refused', replyCode: 550 }];
const first = annexOf('val').controller.noticeContacts[0];
const address = first?.email ?? '';
/** The second contact has no address: only a telephone reaches it. */
const phoneOnly = (document: Annex1): Annex1 => ({
  ...document,
  controller: {
    ...document.controller,
    noticeContacts: document.controller.noticeContacts.map(({ email, ...contact }, index) =>
      index === 1 ? { ...contact, channels: ['phone'] } : { email, ...contact },
    ),
  },
});

let house: House;
beforeEach(async () => {
  house = await createNoticeHouse(T0);
});

const prove = async () => {
  const proven = Prove.parse({
    text: 'Le portail accepte un jeton périmé.',
    provenAt: T0,
    severity: 'high',
    touched: [{ agreementId: 'val', role: 'processor' }],
  });
  must(await proveVulnerability({ ctx: house.as('paul', ['IM']), input: { key: 'prove', proven } }));
  must(await tellAtOnce({ ctx: house.engine }));
};
const one = async () => {
  const [found] = await house.ports.projections.list('o1', 'vulnerability', { limit: 9 });
  if (found === undefined) throw new Error('nothing was proved');
  return found;
};
const calls = async () => {
  const now = await one();
  return now.told.flatMap((told) => openCallsTo(now, told).map(({ to }) => to.id));
};
const toOwn = () => house.mails.filter(({ to }) => to.endsWith('@slime.example')).map(({ to }) => to);
const say = async (contactId: string, outcome: NoteContacted['outcome'], key = `${contactId}-${outcome}`) =>
  noteContacted({
    ctx: house.as('ines', ['O']),
    input: {
      kind: 'vulnerability',
      id: (await one()).id,
      key,
      contacted: { agreementId: 'val', contactId, outcome, note: null },
    },
  });

describe('what is told at once and does not arrive by mail (duties S3-10, S3-17)', () => {
  it('a letter that is refused is told to our own people, and its contact is to be called, once', async () => {
    house = await createNoticeHouse(T0, { [address]: refusedMail });
    await prove();
    expect(toOwn().toSorted()).toEqual(['ines@slime.example', 'paul@slime.example', 'sacha@slime.example']);
    const own = house.mails.find(({ to }) => to === 'ines@slime.example');
    expect(readable(own?.raw ?? '')).toContain('refused (SMTP 550)');
    expect(await calls()).toHaveLength(1);
    must(await tellAtOnce({ ctx: house.engine }));
    house.clock.now = new Date(hour(1));
    must(await tellAtOnce({ ctx: house.engine }));
    expect(toOwn()).toHaveLength(3);
    expect(failedOf(await one())).toEqual([]);
  });

  it('a contact without an address is to be called: those who call are told at once, and have the words to read', async () => {
    house = await createNoticeHouse(T0, {}, [], phoneOnly);
    await prove();
    const now = await one();
    expect(await calls()).toHaveLength(1);
    expect(toOwn()).toHaveLength(3);
    const call = now.outbox.find(({ channel }) => channel === 'phone');
    const script = await house.ports.documents.get('o1', now.id, call?.documentId ?? '');
    expect(script?.bytes.toString('utf8')).toContain('jeton périmé');
    expect(script?.address).toBe(annexOf('val').controller.noticeContacts[1]?.phone);
  });

  it('the paper pack holds what is to be read to it, for as long as the call waits (F35)', async () => {
    house = await createNoticeHouse(T0, {}, [], phoneOnly);
    await prove();
    const atOnce = async () => must(await readPack({ ctx: house.as('ines', ['O']) })).atOnce;
    const [script] = await atOnce();
    expect(script?.phone).toBe(annexOf('val').controller.noticeContacts[1]?.phone);
    expect(script?.text).toContain('jeton périmé');
    const [called = ''] = await calls();
    must(await say(called, 'reached'));
    expect(await atOnce()).toEqual([]);
  });

  it('a call stays open until its contact is reached, or anybody of the controller’s acknowledges', async () => {
    house = await createNoticeHouse(T0, { [address]: refusedMail }, [], phoneOnly);
    await prove();
    const [toCall = '', other = ''] = await calls();
    must(await say(toCall, 'noAnswer'));
    expect(await calls()).toHaveLength(2);
    must(await say(toCall, 'reached'));
    expect(await calls()).toEqual([other]);
    expect(isOpen('vulnerability', await one())).toBe(true);
    must(await say(toCall, 'acknowledged'));
    expect(await calls()).toEqual([]);
  });

  it('nothing is noted of whom nobody told, of a stranger, or by who may not', async () => {
    await prove();
    expect(await say('nobody', 'reached')).toMatchObject({ error: { issues: [{ pointer: '/contactId' }] } });
    const { id } = await one();
    const contacted = { agreementId: 'orme', contactId: 'c1', outcome: 'reached' as const, note: null };
    const input = { kind: 'vulnerability' as const, id, key: 'x', contacted };
    expect(await noteContacted({ ctx: house.as('ines', ['O']), input })).toMatchObject({
      error: { issues: [{ pointer: '/agreementId' }] },
    });
    expect(await noteContacted({ ctx: house.as('eve', ['AUDITOR']), input })).toMatchObject({
      error: { code: 'actor.forbidden' },
    });
  });
});
