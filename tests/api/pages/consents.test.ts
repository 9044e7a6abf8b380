import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { speakerOf } from '../../fakes/breachStory';
import { createMemoryHouse } from '../../fakes/memoryHouse';
import { annex, foundHouse } from '../../fakes/realHouse';
import { openPageDoor, type PageDoor } from '../../security/pageDoor';

const house = createMemoryHouse();
let door: PageDoor;
let processor: Side;
let controller: Side;
let agreementId: string;

/** An organisation of the installation, and somebody of it with a browser. */
async function enter() {
  const { orgId, token } = await foundHouse(house.ports);
  const cookie = await door.enter(token);
  const page = (path: string) => door.read(`/o/${orgId}${path}`, cookie);
  /** Fills the form of a page as a browser does, with its hidden fields. */
  const fill = async (path: string, fields: Record<string, string>) => {
    const { text } = await page(path);
    const form = text.slice(text.indexOf('<form id="sheet"'), text.lastIndexOf('</form>'));
    const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)];
    const action = /action="([^"]*)"/.exec(form)?.[1]?.replaceAll('&#x3D;', '=') ?? '';
    const given = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
    return door.send(action, cookie, { ...given, ...fields });
  };
  const ownKey = async () =>
    /class="hash"[^>]*>([^<]*\+[^<]*)</
      .exec((await page('/parties')).text)?.[1]
      ?.replaceAll('&#x3D;', '=')
      .trim() ?? '';
  await house.proofs.signNow(orgId);
  return { orgId, token, page, fill, ownKey };
}
type Side = Awaited<ReturnType<typeof enter>>;

beforeAll(async () => {
  door = await openPageDoor(house.ports, null);
  processor = await enter();
  controller = await enter();
  const speaker = speakerOf(door, processor.orgId, processor.token);
  agreementId = String((await speaker.post('/agreements', annex())).body.id);
}, 60_000);
afterAll(() => door.stop());

const reason = 'comparée au téléphone';
const tie = (key: string) => processor.fill(`/agreements/${agreementId}/tie`, { key, reason });
const inside = async () =>
  (await house.ports.projections.read(processor.orgId, 'agreement', agreementId))?.inside?.orgId ?? null;

describe('the consents of both sides, by their pages alone (ADR 0031)', () => {
  it('each shows its key; the controller records the processor and admits it; then the tie stands, and can be ended', async () => {
    const [ours, theirs] = [await processor.ownKey(), await controller.ownKey()];
    expect(ours).not.toBe(theirs);
    const early = await tie(theirs);
    expect([early.status, early.text.includes('la clé d’aucune organisation')]).toEqual([400, true]);
    expect(early.text).toContain(theirs.slice(-12));

    const party = { role: 'processor', name: 'Slime SAS', key: ours };
    expect((await controller.fill('/parties/new', party)).status).toBe(303);
    const [, path = ''] =
      /href="\/o\/[^/]+(\/parties\/[^"]+\/admit)"/.exec((await controller.page('/parties')).text) ?? [];
    const admitted = await controller.fill(path, { admitted: 'yes', reason: 'convention' });
    expect([admitted.status, admitted.headers.get('location')]).toEqual([
      303,
      `/o/${controller.orgId}/parties?saved=1`,
    ]);
    expect(await inside()).toBe(null);

    const tied = await tie(theirs);
    const agreement = `/agreements/${agreementId}`;
    expect([tied.status, tied.headers.get('location')]).toEqual([303, `/o/${processor.orgId}${agreement}`]);
    expect(await inside()).toBe(controller.orgId);
    expect((await processor.page(agreement)).text).toContain('les notifications lui sont remises directement');

    expect((await tie('')).status).toBe(303);
    expect(await inside()).toBe(null);
  });

  it('the controller takes its consent back by the same form', async () => {
    const { text } = await controller.page('/parties');
    const [, path = ''] = /href="\/o\/[^/]+(\/parties\/([^"/]+)\/admit)"/.exec(text) ?? [];
    expect((await controller.fill(path, { admitted: 'no', reason: 'fin de la convention' })).status).toBe(303);
    const partyId = path.split('/')[2] ?? '';
    expect((await house.ports.projections.read(controller.orgId, 'party', partyId))?.admits).toBe(false);
    expect((await tie(await controller.ownKey())).status).toBe(400);
  });
});
