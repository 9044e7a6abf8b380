import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appendEvent } from '../../../application/entries/appendEvent';
import { ENGINE } from '../../../application/policies/asker';
import { openNightCase } from '../../fakes/nightCase';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
});
afterAll(() => door.stop());

const what = 'Fermer l’accès des <b>partenaires</b>.';
const shown = 'Fermer l’accès des &lt;b&gt;partenaires&lt;/b&gt;.';

describe('a protective measure on the pages (S3-05)', () => {
  it('is proposed on the notice, answered by the link, and read on both sides', async () => {
    const { id, val } = told.stolen;
    const path = `/incidents/${id}/notices/${val}`;
    const proposed = await door.send('ines', `${path}/measure`, { what, urgentHours: '12' });
    expect(proposed.status).toBe(303);
    expect((await door.read('ines', path)).text).toContain(shown);
    expect((await door.read('ines', `/incidents/${id}`)).status).toBe(200);
    expect((await door.read('ines', '')).text).toContain(
      'Réponse attendue du responsable de traitement sur une mesure',
    );

    const link = await told.night.ports.links.issue('o1', val, 'c1');
    const guest = await door.guest.read(`/n/${link}`);
    expect([guest.text.includes(shown), guest.text.includes(`/n/${link}/measure`)]).toEqual([true, true]);
    const measureId = (await told.night.ports.projections.read('o1', 'notice', val))?.measures[0]?.id ?? '';
    const said = { measureId, name: 'D. Essai', function: 'DPO' };
    const unsaid = await door.guest.send(`/n/${link}/measure`, { ...said, verdict: 'changed' });
    expect(unsaid.text).toContain('Dites à quoi la mesure est changée');
    const sent = await door.guest.send(`/n/${link}/measure`, {
      ...said,
      verdict: 'changed',
      text: 'La nuit seulement.',
    });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/n/${link}#measures`]);
    for (const page of [await door.guest.read(`/n/${link}`), await door.read('ines', path)]) {
      expect(page.text).toContain('La nuit seulement.');
      expect(page.text).toContain('modifiée');
    }
    expect((await door.guest.read(`/n/${link}/measure`)).text).toContain('Aucune mesure n’attend de réponse.');
  });

  it('taken urgently says why; noted from a call it is answered', async () => {
    const { id, val } = told.stolen;
    const path = `/incidents/${id}/notices/${val}`;
    expect((await door.send('ines', `${path}/measure`, { what: 'Couper le portail.' })).status).toBe(303);
    const idOf = async (text: string) =>
      (await told.night.ports.projections.read('o1', 'notice', val))?.measures.find((one) => one.what === text)?.id ??
      '';
    const answer = { contactId: 'c1', verdict: 'agreed', name: 'D', function: 'DPO' };
    const noted = { ...answer, measureId: await idOf('Couper le portail.') };
    expect((await door.send('ines', `${path}/measure-answer`, noted)).status).toBe(303);
    const taken = await door.send('ines', `${path}/measure-urgent`, {
      what: 'Serveur isolé.',
      reason: 'Fuite en cours.',
    });
    expect(taken.status).toBe(303);
    expect((await door.read('ines', path)).text).toContain('Fuite en cours.');
  });

  it('is answered on the case of the controller', async () => {
    const caseId = await openNightCase(told.night);
    const path = `/cases/${caseId}`;
    expect((await door.read('sacha', path)).text).toContain('proposée, réponse attendue');
    const answer = {
      measureId: 'm1',
      verdict: 'objected',
      text: 'Les soins en dépendent.',
      name: 'D',
      function: 'DPO',
    };
    const sent = await door.send('sacha', `${path}/measure-answer`, { ...answer, answeredAtNow: 'yes' });
    expect(sent.status).toBe(303);
    expect((await door.read('sacha', path)).text).toContain('Les soins en dépendent.');
  });

  it('said after the end of its notice, the page says so', async () => {
    const { id, val } = told.stolen;
    const path = `/incidents/${id}/notices/${val}`;
    const { ports } = told.night;
    expect((await door.send('ines', `${path}/measure`, { what: 'Changer les clés.' })).status).toBe(303);
    const notice = await ports.projections.read('o1', 'notice', val);
    const closed = await appendEvent(
      { orgId: 'o1', actor: ENGINE, roles: [], ports },
      {
        subject: { kind: 'notice', id: val },
        key: 'end',
        event: { type: 'notice.closed', values: { ground: 'withdrawn', reason: null } },
        standing: { kind: 'decision', revision: (notice?.revision ?? 0) + 1 },
      },
    );
    expect(closed.ok).toBe(true);
    const late = async () => (await door.read('ines', path)).text.split('dite après la fin de l’avis').length;
    const before = await late(); // the clock stands still here: what was said in the instant of the end counts as after it
    const link = await ports.links.issue('o1', val, 'c1');
    const measureId = notice?.measures.at(-1)?.id ?? '';
    const said = { measureId, verdict: 'agreed', name: 'D. Essai', function: 'DPO' };
    expect((await door.guest.send(`/n/${link}/measure`, said)).status).toBe(303);
    expect(await late()).toBe(before + 1);
  });
});
