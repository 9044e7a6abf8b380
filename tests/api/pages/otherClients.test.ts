import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appendEvent } from '../../../application/entries/appendEvent';
import { ENGINE } from '../../../application/policies/asker';
import { plain } from '../../../domain/shared/plain';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';
import { version } from '../../fakes/noticeStory';
import { readyDraft } from '../../fakes/readyDraft';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let notice: string;
beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
  notice = `/incidents/${told.stolen.id}/notices/${told.stolen.aube}`;
});
afterAll(() => door.stop());

const naming = { ...readyDraft, a: 'Vol d’un ordinateur, comme au Val Temoin.' };

describe('a text that names another client of ours (F39)', () => {
  it('is pointed out in the draft and in the review, and leaves only once the box is ticked', async () => {
    await door.send('ines', `${notice}/draft`, { ...naming, do: 'save' });
    const draft = await door.read('ines', `${notice}/draft`);
    expect(draft.text).toContain('Ce texte nomme un autre de nos clients');
    expect(draft.text).toMatch(/Rubrique a\s: .*Val/);
    const review = await door.read('ines', `${notice}/review`, 'en');
    expect(review.text).toContain('This text names another client of ours');
    const refused = await door.send('ines', `${notice}/review`, {});
    expect(refused.status).toBe(400);
    expect(refused.text).toMatch(/id="e-othersConfirmed">Le texte nomme un autre de nos clients/);
    const sent = await door.send('ines', `${notice}/review`, { 'othersConfirmed.yes': 'yes' });
    expect(sent.headers.get('location')).toBe(`/o/o1${notice}/sent`);
  });

  it('in words of a measure it is asked for at its field, and the box comes with what was typed', async () => {
    const what = 'Isoler le serveur d’Aube-Modèle.';
    const form = `/incidents/${told.stolen.id}/notices/${told.stolen.val}/measure`;
    expect((await door.read('ines', form)).text).not.toContain('othersConfirmed');
    const refused = await door.send('ines', form, { what });
    expect([refused.status, refused.text.includes('name="othersConfirmed.yes"')]).toEqual([400, true]);
    expect(refused.text).toMatch(/id="e-what">Le texte nomme un autre de nos clients/);
    expect(refused.text).toContain('Isoler le serveur d’Aube-Modèle.');
    const emptied = await door.send('ines', form, { 'othersConfirmed.yes': 'yes' });
    expect([emptied.status, emptied.text.includes('name="othersConfirmed.yes"')]).toEqual([400, true]);
    const sent = await door.send('ines', form, { what, 'othersConfirmed.yes': 'yes' });
    expect(sent.status).toBe(303);
  });

  it('held back by a protective notice it is shown beside the version, and stays in the draft', async () => {
    const path = `/incidents/${told.stolen.id}/notices/${told.stolen.val}`;
    const { ports } = told.night;
    await door.send('ines', `${path}/draft`, { ...readyDraft, a: 'Vol, comme à Aube-Modèle.', do: 'save' });
    const before = await ports.projections.read('o1', 'notice', told.stolen.val);
    const protective = version(1, { kind: 'protective', automatic: true, held: ['a'], deliverables: [] });
    const sent = await appendEvent(
      { orgId: 'o1', actor: ENGINE, roles: [], ports },
      {
        subject: { kind: 'notice', id: told.stolen.val },
        key: 'protective',
        event: { ...protective, values: plain(protective.values) },
        standing: { kind: 'decision', revision: (before?.revision ?? 0) + 1 },
      },
    );
    expect(sent.ok).toBe(true);
    expect((await door.read('ines', path)).text).toContain('Parti sans ce qui nomme un autre client');
    expect((await door.read('ines', `${path}/draft`)).text).toContain('Vol, comme à Aube-Modèle.');
  });
});
