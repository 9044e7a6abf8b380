import { beforeEach, describe, expect, it } from '@jest/globals';
import { sendVersion } from '../../../application/notice/sendVersion';
import { REASON_NAMED } from '../../../application/notice/unseenNames';
import { noteNotice } from '../../../application/notice/noteNotice';
import { OTHER_NAMED } from '../../../domain/agreement/otherClients';
import type { NotingCommand } from '../../../domain/notice/commands';
import type { Draft } from '../../../domain/notice/items';
import { createNoticeHouse, type House } from '../../fakes/noticeHouse';
import { items } from '../../fakes/noticeStory';
import { becomeAware, hour, readable, T0 } from '../../fakes/threeControllers';

let house: House;
let noticeId: string;

beforeEach(async () => {
  house = await createNoticeHouse(T0);
  await becomeAware(house);
  noticeId = (await house.noticeOf('val')).id;
});

const naming = { ...items, d: { answer: 'value' as const, text: 'Comme chez AUBE MODELE, accès possible.' } };
const send = (command: object, key = 'send') =>
  sendVersion({
    ctx: house.as('ines', ['O']),
    input: { noticeId, key, command: { kind: 'send', items: naming, ...command } as never },
  });

const note = (command: NotingCommand, key: string) =>
  noteNotice({ ctx: house.as('ines', ['O']), input: { noticeId, key, command } });
const measureOf = (what: string) => ({
  type: 'measure.added' as const,
  values: {
    measureId: 'm1',
    kind: 'contain' as const,
    status: 'taken' as const,
    at: T0,
    agreementId: 'val',
    what,
    owner: null,
    recoveredData: null,
  },
});
const factsOf = (systems: string[]) => ({
  type: 'facts.recorded' as const,
  values: { agreementId: 'val', systems },
});

describe('a notice whose text names another client of ours (F39)', () => {
  it('is refused at the item, and nothing is written', async () => {
    const issues = [{ pointer: '/items/d', message: OTHER_NAMED }];
    expect(await send({})).toEqual({ ok: false, error: { code: 'input.invalid', issues } });
    expect((await house.noticeOf('val')).versions).toEqual([]);
  });

  it('leaves once somebody has confirmed it, and the journal holds that they did', async () => {
    expect(await send({ othersConfirmed: true })).toMatchObject({ ok: true });
    const entry = house.journal.entries.find(({ type }) => type === 'notice.version');
    expect(JSON.stringify(entry?.fields)).toContain('othersConfirmed');
  });

  it('is refused as a supplement, too, and for its reason of delay', async () => {
    expect(await send({ items })).toMatchObject({ ok: true });
    house.clock.now = new Date(hour(1));
    await house.settle(noticeId, hour(1));
    const supplement = { kind: 'supplement', items: { d: naming.d } };
    expect(await send(supplement, 'more')).toMatchObject({ error: { issues: [{ pointer: '/items/d' }] } });
    const other = (await house.noticeOf('orme')).id;
    house.clock.now = new Date(hour(49));
    const late = { kind: 'send' as const, items, lateReason: 'Aube-Modèle d’abord' };
    const sent = await sendVersion({
      ctx: house.as('ines', ['O']),
      input: { noticeId: other, key: 'late', command: late },
    });
    expect(sent).toMatchObject({ error: { issues: [{ pointer: '/lateReason', message: REASON_NAMED }] } });
    const again = async (confirmed: object, key: string) =>
      sendVersion({
        ctx: house.as('ines', ['O']),
        input: { noticeId: other, key, command: { ...late, ...confirmed } },
      });
    // each kind of text is confirmed by itself
    expect(await again({ othersConfirmed: true }, 'items')).toMatchObject({
      error: { issues: [{ pointer: '/lateReason' }] },
    });
    expect(await again({ reasonConfirmed: true }, 'reason')).toMatchObject({ ok: true });
  });

  it('is refused in the systems and measures that go with the items, at the item where they stand', async () => {
    await house.write('incident', 'i1', measureOf('Serveur d’Aube-Modèle isolé.'));
    await house.write('incident', 'i1', factsOf(['SRV-AUBE-MODELE']));
    expect(await send({ items })).toMatchObject({
      error: { issues: [{ pointer: '/items/a' }, { pointer: '/items/e' }] },
    });
    expect(await send({ items, othersConfirmed: true }, 'seen')).toMatchObject({ ok: true });
  });

  it('is refused in an answer and in words of a measure until it is confirmed', async () => {
    expect(await send({ items })).toMatchObject({ ok: true });
    const asked = { kind: 'ask' as const, questionId: 'q1', contactId: 'c1', text: 'Qui ?', via: 'call' as const };
    expect(await note(asked, 'q')).toMatchObject({ ok: true });
    await house.write('incident', 'i1', measureOf('Comme à Aube-Modèle.'));
    const words = { declaredId: null, what: 'Isoler Aube-Modèle.' };
    const rows = [
      [{ kind: 'answer', questionId: 'q1', text: 'Aube-Modèle aussi.' }, '/text'],
      [{ kind: 'proposeMeasure', measureId: 'm2', ...words, urgentHours: null }, '/what'],
      [{ kind: 'proposeMeasure', measureId: 'm3', declaredId: 'm1', what: null, urgentHours: null }, '/declaredId'],
      [{ kind: 'takeMeasure', measureId: 'm4', ...words, what: 'Coupé.', reason: 'Aube-Modèle coulait.' }, '/reason'],
    ] as const;
    for (const [command, pointer] of rows) {
      const issues = [{ pointer, message: OTHER_NAMED }];
      expect(await note(command, pointer)).toEqual({ ok: false, error: { code: 'input.invalid', issues } });
    }
    expect((await house.noticeOf('val')).measures).toEqual([]);
    for (const [command, pointer] of rows) {
      expect(await note({ ...command, othersConfirmed: true }, pointer)).toMatchObject({ ok: true });
    }
  });

  it('a protective notice holds none of it: the item follows, what names nobody is said', async () => {
    const draft: Draft = { ...naming, a: 'Accès au fichier du département de l’Orme.', b: null };
    const kept = await noteNotice({
      ctx: house.as('ines', ['O']),
      input: { noticeId, key: 'draft', command: { kind: 'draft', items: draft } },
    });
    expect(kept).toMatchObject({ ok: true });
    await house.write('incident', 'i1', measureOf('Serveur d’Aube-Modèle isolé.'));
    await house.write('incident', 'i1', factsOf(['SRV-ORME', 'SRV-VAL']));
    await house.settle(noticeId, hour(23.1));
    const notice = await house.noticeOf('val');
    const { a, c, d, e } = notice.versions[0]?.items ?? {};
    expect(notice.versions[0]?.kind).toBe('protective');
    expect(a).toBe('Perte possible de : disponibilité. Circonstances non encore établies.');
    expect(c).toEqual(items.c);
    expect(d).toEqual({ answer: 'toFollow', eta: null });
    expect(e).toEqual(items.e);
    expect(notice.versions[0]?.held).toEqual(['a', 'd']);
    expect(notice.draft).toEqual({ a: draft.a, b: null, c: null, d: draft.d, e: null }); // kept, to be read again
    expect(notice.reminded).toContainEqual(expect.objectContaining({ ladder: 'held', version: 1, step: 1 }));
    const staff = await house.ports.people.withRoles('o1', ['IM', 'DPO']);
    const told = house.mails.filter(({ raw }) => readable(raw).includes('readHeldItem'));
    expect(told.map(({ to }) => to).toSorted()).toEqual(staff.map(({ email }) => email).toSorted());
    expect(told.every(({ raw }) => readable(raw).includes('a, d'))).toBe(true);
    await house.settle(noticeId, hour(23.2));
    expect((await house.noticeOf('val')).reminded.filter(({ ladder }) => ladder === 'held')).toHaveLength(1);
    const bytes = house.mails.map(({ raw }) => readable(raw)).join('\n');
    expect(bytes).toContain('412');
    expect(bytes).toContain('SRV-VAL');
    expect(bytes).not.toMatch(/aube|orme/i);
  });
});
