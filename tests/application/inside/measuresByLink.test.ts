import { beforeEach, describe, expect, it } from '@jest/globals';
import { answerMeasureByLink } from '../../../application/guest/answerMeasureByLink';
import { commandIncident } from '../../../application/incident/commandIncident';
import { measuresOf } from '../../../application/notice/consultedMeasures';
import { noteNotice } from '../../../application/notice/noteNotice';
import { loadCase } from '../../../application/notice/readCase';
import { createInsideHouse, type InsideHouse } from '../../fakes/insideHouse';
import { measuresOn } from '../../fakes/insideMeasure';
import { must } from '../../fakes/realHouse';
import { hour, readable } from '../../fakes/threeControllers';

let house: InsideHouse;
let noticeId: string;
let on: ReturnType<typeof measuresOn>;
beforeEach(async () => {
  house = await createInsideHouse();
  on = measuresOn(house);
});

describe('a measure proposed to a controller that answers by its link', () => {
  const linkOf = () => {
    const mail = house.mails.find(({ to }) => to === 'dpo@val-temoin.example');
    const [, token = ''] = /\/n\/([\w-]+)/.exec(readable(mail?.raw ?? '')) ?? [];
    return token;
  };
  beforeEach(async () => {
    noticeId = await house.notified();
    house.clock.now = new Date(hour(1));
  });

  it('every contact is told by mail, without a word of it; the answer is the contact’s, and our people are told', async () => {
    const before = house.mails.length;
    await on.propose();
    await house.settle(noticeId, hour(1));
    await house.settle(noticeId, hour(1));
    const mails = house.mails.slice(before);
    expect(mails.map(({ to }) => to)).toContain('dpo@val-temoin.example');
    expect(mails.map(({ raw }) => readable(raw)).join('')).not.toContain('partenaires');
    const said = { token: linkOf(), key: 'k1', measureId: 'm1', name: 'D. Essai', function: 'DPO' };
    const changed = { ...said, verdict: 'changed' as const, text: 'Fermer la nuit.' };
    must(await answerMeasureByLink(house.ports, changed));
    must(await answerMeasureByLink(house.ports, changed)); // the same form once more
    const entry = house.journal.entries.findLast(({ type }) => type === 'notice.measureAnswered');
    expect(entry?.actor).toEqual({ kind: 'guest', id: 'c1' });
    expect((await house.noticeOf('val')).measures).toMatchObject([{ state: 'CHANGED', answered: { via: 'link' } }]);
    expect(await house.settle(noticeId, hour(1.1))).toContain('03-27T10:20 remind measureAnswered 1');
    expect(await answerMeasureByLink(house.ports, { ...changed, key: 'k2' })).toMatchObject({
      error: { code: 'state.refused', state: 'CHANGED' },
    });
  });

  it('answered after the notice was withdrawn, incident manager and DPO are written to at once', async () => {
    await on.propose();
    const { incidentId } = (await house.noticeOf('val')).opened;
    await house.write('incident', incidentId, {
      type: 'breach.ruledOut',
      values: { evidenceRefs: ['EV-1'], reason: 'x' },
    });
    await house.settle(noticeId, hour(2));
    expect((await house.noticeOf('val')).life).toBe('WITHDRAWN');
    const before = house.mails.length;
    const said = { token: linkOf(), key: 'late', measureId: 'm1', name: 'D', function: 'DPO' };
    must(await answerMeasureByLink(house.ports, { ...said, verdict: 'objected', text: 'Trop tard, non.' }));
    await house.settle(noticeId, hour(2));
    const mails = house.mails.slice(before);
    const staff = await house.ports.people.withRoles('o1', ['IM', 'DPO']);
    expect(mails.map(({ to }) => to).toSorted()).toEqual(staff.map(({ email }) => email).toSorted());
    expect(mails.map(({ raw }) => readable(raw)).join('')).not.toContain('Trop tard');
  });

  it('answered by telephone it is noted; another controller’s notice knows nothing of it', async () => {
    await on.propose();
    await on.note({
      kind: 'answerMeasure',
      measureId: 'm1',
      verdict: 'agreed',
      text: null,
      contactId: 'c1',
      via: 'call',
      name: 'D',
      function: 'DPO',
    });
    expect((await house.noticeOf('val')).measures).toMatchObject([{ state: 'AGREED', answered: { via: 'call' } }]);
    expect((await house.noticeOf('aube')).measures).toEqual([]);
  });

  it('stands in item e of the next letter: to decide, then proposed as changed, or nowhere once objected to', async () => {
    const listed = async () => {
      const { taken, proposed, toDecide } = measuresOf(must(await loadCase(house.engine, noticeId)));
      const names = (list: typeof taken) => list.map(({ what }) => what);
      return { taken: names(taken), proposed: names(proposed), toDecide: names(toDecide) };
    };
    await on.propose();
    expect(await listed()).toEqual({ taken: [], proposed: [], toDecide: ['Fermer l’accès des partenaires.'] });
    const said = { token: linkOf(), key: 'k', measureId: 'm1', name: 'D', function: 'DPO' };
    must(await answerMeasureByLink(house.ports, { ...said, verdict: 'changed', text: 'Fermer la nuit.' }));
    expect(await listed()).toEqual({ taken: [], proposed: ['Fermer la nuit.'], toDecide: [] });
    await on.note(
      { kind: 'proposeMeasure', measureId: 'm2', declaredId: null, what: 'Couper.', urgentHours: null },
      'p2',
    );
    const second = { ...said, key: 'k2', measureId: 'm2' };
    must(await answerMeasureByLink(house.ports, { ...second, verdict: 'objected', text: 'Non.' }));
    await on.note(
      { kind: 'takeMeasure', measureId: 'm3', declaredId: null, what: 'Serveur isolé.', reason: 'fuite' },
      't3',
    );
    expect(await listed()).toEqual({ taken: ['Serveur isolé.'], proposed: ['Fermer la nuit.'], toDecide: [] });
  });

  it('that the incident declares is proposed in its words; of another controller’s there is none', async () => {
    const add = async (agreementId: string, what: string) => {
      const { incidentId } = (await house.noticeOf('val')).opened;
      const command = {
        kind: 'measure.add' as const,
        measureKind: 'contain' as const,
        status: 'proposed' as const,
        at: hour(1),
        agreementId,
        what,
        owner: 'Ines',
        recoveredData: null,
      };
      must(await commandIncident({ ctx: house.as('ines', ['O', 'IM']), input: { incidentId, key: what, command } }));
      const { incident } = must(await loadCase(house.engine, noticeId));
      return incident.measures.at(-1)?.measureId ?? '';
    };
    const own = await add('val', 'Couper le partage.');
    const others = await add('aube', 'Fermer le compte d’Aube.');
    await on.propose({ declaredId: own, what: null });
    expect((await house.noticeOf('val')).measures).toMatchObject([{ what: 'Couper le partage.', declaredId: own }]);
    const listed = measuresOf(must(await loadCase(house.engine, noticeId)));
    expect(listed).toMatchObject({ proposed: [], toDecide: [{ what: 'Couper le partage.', by: 'Ines' }] });
    const command = {
      kind: 'proposeMeasure' as const,
      measureId: 'm9',
      declaredId: others,
      what: null,
      urgentHours: null,
    };
    const refused = await noteNotice({ ctx: house.as('sacha', ['DPO']), input: { noticeId, key: 'x', command } });
    expect(refused).toMatchObject({ error: { issues: [{ pointer: '/declaredId' }] } });
  });
});
