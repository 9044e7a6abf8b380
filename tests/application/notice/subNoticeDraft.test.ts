import { beforeEach, describe, expect, it } from '@jest/globals';
import { copyText } from '../../../application/notice/copyText';
import { noteNotice } from '../../../application/notice/noteNotice';
import { previewVersion } from '../../../application/notice/previewVersion';
import { loadCase } from '../../../application/notice/readCase';
import { sendVersion } from '../../../application/notice/sendVersion';
import { currentDraft } from '../../../domain/notice/currentDraft';
import { commands, createIncidentHouse, type IncidentHouse } from '../../fakes/incidentHouse';
import { must } from '../../fakes/realHouse';

let house: IncidentHouse;
let incidentId: string;
const received = commands['subNotice.receive'];

beforeEach(async () => {
  house = await createIncidentHouse();
  incidentId = await house.begun('triage.start', 'incident.declare');
});

async function draft() {
  const notice = await house.noticeOf('val');
  return { id: notice.id, ...currentDraft(notice) };
}

describe('the upstream draft (domain rules 7.5)', () => {
  it('is made by itself from what a sub-processor told, with its tier of origin', async () => {
    await house.act(incidentId, received);
    await house.open(incidentId);
    const { a, c, d } = await draft();
    expect(a).toBe(
      'Selon notre sous-traitant ultérieur Hébergeur Fictif (rang d’origine 2), reçu le 13 mai 2026 à 22:30 (UTC+2)\u00a0: une sauvegarde a été lue',
    );
    expect(c).toMatchObject({
      answer: 'value',
      persons: 400,
      text: expect.stringMatching(/coordonnées de locataires$/),
    });
    expect(d).toBeNull();
  });

  it('once: opened again, by whomever, nothing is added', async () => {
    await house.act(incidentId, received);
    await house.open(incidentId);
    const before = (await house.journal.readSubject('o1', { kind: 'notice', id: (await draft()).id }, 0)).length;
    await house.open(incidentId);
    expect(await house.journal.readSubject('o1', { kind: 'notice', id: (await draft()).id }, 0)).toHaveLength(before);
  });

  it('a later phase adds, also to what a person wrote meanwhile', async () => {
    await house.act(incidentId, received);
    await house.open(incidentId);
    const { id, ...first } = await draft();
    const items = { ...first, d: { answer: 'value' as const, text: 'notre vue' } };
    expect(
      (
        await noteNotice({
          ctx: house.dpo,
          input: { noticeId: id, key: 'k-own-draft', command: { kind: 'draft', items } },
        })
      ).ok,
    ).toBe(true);
    const more = { a: null, b: null, c: null, d: 'fraude possible', e: null, persons: null, records: null };
    await house.act(incidentId, { ...received, chain: ['Hébergeur Fictif', 'Sauveur Fictif'], items: more });
    await house.open(incidentId);
    const { a, d } = await draft();
    expect(a).toBe(first.a);
    expect(JSON.stringify(d)).toMatch(/notre vue.*rang d’origine 3.*fraude possible/);
  });

  it('a controller that it does not touch reads nothing of it (invariant 8)', async () => {
    await house.act(incidentId, {
      ...commands['breach.suspect'],
      touched: [{ agreementId: 'orme', role: 'processor' }],
    });
    await house.act(incidentId, received);
    await house.open(incidentId);
    const orme = await house.noticeOf('orme');
    expect(currentDraft(orme)).toEqual({ a: null, b: null, c: null, d: null, e: null });
    const read = await loadCase(house.engine, orme.id);
    expect(read.ok && read.value.subNotices).toEqual([]);
  });

  it('what a person takes out of the draft stands in the letter all the same', async () => {
    await house.act(incidentId, received);
    await house.open(incidentId);
    const { id } = await draft();
    const b = [{ name: 'S', role: null, email: null, phone: '+33 1 99 00 00 11', always: false }];
    const answer = { answer: 'value' as const, text: 'x' };
    const items = { a: 'autre chose', b, c: { ...answer, persons: null, records: null }, d: answer, e: answer };
    const shown = await previewVersion({
      ctx: house.dpo,
      input: { noticeId: id, command: { kind: 'send', items }, link: 'l' },
    });
    expect(shown.ok && shown.value[0]?.text).toContain('une sauvegarde a été lue');
    expect(shown.ok && shown.value[0]?.text).toContain('Hébergeur Fictif');
  });

  it('of a breach that was ruled out and is suspected anew for another reason, nothing is told or passed on again', async () => {
    await house.act(incidentId, received);
    await house.open(incidentId);
    await house.act(incidentId, commands['breach.ruleOut'], house.dpo);
    await house.act(incidentId, commands['breach.suspect']);
    await house.open(incidentId);
    const notices = await house.ports.projections.list('o1', 'notice', { limit: 9 });
    const told = await Promise.all(
      notices.toSorted((one, other) => one.openedSeq - other.openedSeq).map(({ id }) => loadCase(house.engine, id)),
    );
    expect(told.map((read) => read.ok && read.value.subNotices.length)).toEqual([1, 0]);
    const [, renewed] = told;
    if (!renewed?.ok) throw new Error('no second notice');
    const { notice } = renewed.value;
    expect(currentDraft(notice)).toEqual({ a: null, b: null, c: null, d: null, e: null });
    const command = { kind: 'protect' as const, version: 'protective' as const };
    must(await sendVersion({ ctx: house.engine, input: { noticeId: notice.id, key: 'protective', command } }));
    const sent = await loadCase(house.engine, notice.id);
    const letter = sent.ok && (await copyText(house.engine, sent.value.notice, { version: 1, contactId: 'c1' }));
    expect(letter).toContain(notice.opened.reference);
    expect(letter).not.toMatch(/une sauvegarde a été lue|Hébergeur Fictif|coordonnées de locataires/);
  });
});
