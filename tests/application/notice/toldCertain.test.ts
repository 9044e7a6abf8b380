import { beforeEach, describe, expect, it } from '@jest/globals';
import { callScript } from '../../../application/notice/freezeContactCall';
import { previewVersion } from '../../../application/notice/previewVersion';
import { loadCase } from '../../../application/notice/readCase';
import { contactsOf } from '../../../domain/agreement/contacts';
import { isCertainBelow } from '../../../domain/incident/subNotice';
import { NoticeLetter } from '../../../domain/letters/notice';
import { createTexts } from '../../../templates/createTexts';
import { commands, createIncidentHouse, type IncidentHouse } from '../../fakes/incidentHouse';

let house: IncidentHouse;
let incidentId: string;
const texts = createTexts(
  async () => Buffer.from('%PDF'),
  () => {},
);
const received = commands['subNotice.receive'];

beforeEach(async () => {
  house = await createIncidentHouse();
  incidentId = await house.begun('triage.start', 'incident.declare');
});

/** What the notice would say now, sent by itself. */
async function protective(): Promise<NoticeLetter> {
  await house.open(incidentId);
  const { id } = await house.noticeOf('val');
  const command = { kind: 'protect' as const, version: 'protective' as const };
  const shown = await previewVersion({ ctx: house.engine, input: { noticeId: id, command, link: 'l' } });
  if (!shown.ok) throw new Error(JSON.stringify(shown.error));
  return NoticeLetter.parse(JSON.parse(shown.value[0]?.text ?? ''));
}

/** The words of the house are its data (tests/fakes); what a reader sees is made of it by the real templates. */
const wordsOf = async (letter: NoticeLetter, language: 'fr' | 'en' = 'fr') =>
  (await texts.render('notice', language, letter)).text.replaceAll(/[\s|]+/g, ' ');

describe('what a sub-processor holds to be certain (rule E5, domain rules 7.5)', () => {
  it('is told as certain by its account; our own instant alone is provisional', async () => {
    await house.act(incidentId, received);
    const letter = await protective();
    const text = await wordsOf(letter);
    expect(await wordsOf(letter, 'en')).toMatch(/certain according to our sub-processor/);
    expect(text).toMatch(/certaine selon notre sous-traitant ultérieur/);
    expect(text).toMatch(/Seul notre propre point de départ est provisoire/);
    expect(text).toMatch(/à confirmer par nous/);
    expect(text).not.toMatch(/suspectée|Atteinte possible/);
  });

  it('is a suspicion where it only suspects, or says nothing', async () => {
    await house.act(incidentId, commands['breach.suspect']);
    await house.act(incidentId, { ...received, certain: false });
    const text = await wordsOf(await protective());
    expect(text).toMatch(/violation suspectée/);
    expect(text).not.toMatch(/certaine selon/);
  });

  it('is ours once a person confirms it, and no word of doubt is left', async () => {
    await house.act(incidentId, received);
    await house.act(incidentId, commands['aware.set'], house.dpo);
    const text = await wordsOf(await protective());
    expect(text).not.toMatch(/suspectée|certaine selon|provisoire/);
  });

  it('is read so on the telephone', async () => {
    await house.act(incidentId, received);
    await house.open(incidentId);
    const read = await loadCase(house.engine, (await house.noticeOf('val')).id);
    if (!read.ok) throw new Error('no case');
    const [contact] = contactsOf(read.value.agreement);
    if (contact === undefined) throw new Error('nobody');
    const about = { reason: 'channel' as const, version: { number: 1, kind: 'protective' as const } };
    expect(callScript(house.engine, read.value, contact, about)).toMatchObject({
      standing: 'toldCertain',
    });
  });
});

describe('the newest version of a signed notice', () => {
  const seal = { origin: 'o', noticeId: 'n', kind: 'initial' as const, envelopeHash: 'e'.repeat(64) };

  it('says whether its sender is certain: one that was withdrawn is no more', () => {
    const certain = { certain: true, seal: { ...seal, version: 1 } };
    expect(isCertainBelow([certain])).toBe(true);
    expect(isCertainBelow([certain, { certain: false, seal: { ...seal, version: 2 } }])).toBe(false);
    expect(isCertainBelow([certain, { certain: false, seal: { ...seal, noticeId: 'other', version: 2 } }])).toBe(true);
  });

  it('takes back nothing of what another said by hand', () => {
    expect(
      isCertainBelow([
        { certain: true, seal: null },
        { certain: false, seal: { ...seal, version: 2 } },
      ]),
    ).toBe(true);
  });
});
