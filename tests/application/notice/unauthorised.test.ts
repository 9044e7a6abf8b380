import { beforeEach, describe, expect, it } from '@jest/globals';
import { previewVersion } from '../../../application/notice/previewVersion';
import { loadCase } from '../../../application/notice/readCase';
import { versionLetter } from '../../../application/notice/versionLetter';
import { commands, createIncidentHouse, type IncidentHouse } from '../../fakes/incidentHouse';

let house: IncidentHouse;
let incidentId: string;
beforeEach(async () => {
  house = await createIncidentHouse();
  incidentId = await house.begun('triage.start', 'incident.declare');
});

async function told(...chain: string[]) {
  await house.act(incidentId, { ...commands['subNotice.receive'], chain });
  await house.open(incidentId);
  return (await house.noticeOf('val')).id;
}
const fullCase = async (id: string) => {
  const read = await loadCase(house.engine, id);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};

describe('a sub-processor that the contract does not authorise (duty S3-16)', () => {
  it('is told to the DPO at once, once', async () => {
    const id = await told('Hébergeur Fictif');
    await house.settle(id, '2026-05-13T21:05:00.000Z');
    const { notice } = await fullCase(id);
    const flags = notice.reminded.filter(({ ladder }) => ladder === 'unauthorised');
    expect(flags).toMatchObject([{ version: 1, step: 1 }]);
    expect(notice.outbox.filter(({ id: mail }) => mail.startsWith('unauthorised')).map(({ to }) => to.id)).toEqual([
      'sacha',
    ]);
  });

  it('stands in the notice as not authorised and concerned, beside those of the annex', async () => {
    const id = await told('Hébergeur Fictif');
    const read = await fullCase(id);
    const version = {
      number: 1,
      kind: 'protective' as const,
      automatic: true,
      provisional: true,
      toldCertain: true,
      promises: [],
      lateReason: null,
      items: {
        a: 'x',
        b: [{ name: 'S', role: null, email: null, phone: '1', always: false }],
        c: { answer: 'toFollow' as const, eta: null },
        d: { answer: 'toFollow' as const, eta: null },
        e: { answer: 'toFollow' as const, eta: null },
      },
    };
    const copy = {
      recipient: { id: 'c1', name: 'D', role: 'dpo' } as never,
      link: 'https://x.example',
      author: null,
      checkpoint: null,
      now: house.clock.now,
    };
    const letter = versionLetter(read, version, copy);
    expect(letter.name === 'notice' && letter.data.subProcessors).toMatchObject([
      { name: "Cabinet d'études rang 2", authorised: true, touched: 'unknown' },
      { name: 'Hébergeur Fictif', country: '–', authorised: false, touched: 'yes' },
    ]);
    const shown = await previewVersion({
      ctx: house.dpo,
      input: {
        noticeId: id,
        command: {
          kind: 'send',
          items: {
            ...version.items,
            c: { answer: 'cannotBeDetermined', reason: 'x' },
            d: { answer: 'cannotBeDetermined', reason: 'x' },
            e: { answer: 'cannotBeDetermined', reason: 'x' },
          },
        },
        link: 'l',
      },
    });
    expect(shown.ok && shown.value.length).toBeGreaterThan(0);
  });

  it('one whose authorisation was signed after the breach began is flagged, though it was by the receipt', async () => {
    // the annex: authorised on 2026-01-15
    await house.act(incidentId, { ...commands['facts.record'], beganAt: '2026-01-14T22:59:00.000Z' });
    const id = await told("Cabinet d'études rang 2");
    expect(await fullCase(id)).toMatchObject({ breachDay: '2026-01-14', subNotices: [{ authorised: false }] });
    await house.act(incidentId, { ...commands['facts.record'], beganAt: '2026-01-14T23:00:00.000Z' });
    expect(await fullCase(id)).toMatchObject({ breachDay: '2026-01-15', subNotices: [{ authorised: true }] });
  });

  it('one that the annex in force lists is flagged to nobody', async () => {
    const id = await told("CABINET d'études rang 2");
    await house.settle(id, '2026-05-13T21:05:00.000Z');
    const read = await fullCase(id);
    expect(read.subNotices).toMatchObject([{ authorised: true }]);
    expect(read.notice.reminded.filter(({ ladder }) => ladder === 'unauthorised')).toEqual([]);
  });
});
