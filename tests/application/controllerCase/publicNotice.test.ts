import { beforeEach, describe, expect, it } from '@jest/globals';
import { approveCase } from '../../../application/controllerCase/commandCase';
import { readPublicNotice } from '../../../application/guest/readPublicNotice';
import type { Period } from '../../../domain/authority/recordParts';
import { commands } from '../../fakes/caseStory';
import { createPersonsHouse, type PersonsHouse } from '../../fakes/personsHouse';
import { must } from '../../fakes/realHouse';

let house: PersonsHouse;
beforeEach(async () => {
  house = await createPersonsHouse();
});

const read = (language: 'fr' | 'en' | null = null, orgId = house.dpo.orgId) =>
  readPublicNotice(house.engine.ports, { orgId, caseId: house.caseId, language });
const faults = async (act: ReturnType<PersonsHouse['act']>) => {
  const answer = await act;
  return answer.ok || answer.error.code !== 'input.invalid'
    ? answer
    : answer.error.issues.map(({ message }) => message);
};

describe('the public notice (GDPR Art 34(3)(c))', () => {
  it('is read by nobody before it is published, nor after it was taken back', async () => {
    const nowhere = { ok: false, error: { code: 'subject.unknown' } };
    expect(await read()).toMatchObject(nowhere);
    must(await house.act(commands['persons.publish']));
    expect(await read()).toMatchObject({ ok: true, value: { version: 1, language: 'fr', languages: ['fr', 'en'] } });
    expect(await read('en')).toMatchObject({ ok: true, value: { language: 'en' } });
    expect(await read(null, 'other')).toMatchObject(nowhere);
    must(await house.act(commands['persons.unpublish']));
    expect(await read()).toMatchObject(nowhere);
    expect(await faults(house.act(commands['persons.unpublish']))).toEqual(['nothing is public']);
  });

  it('is told when it was and where it is read, as the record and the case say it (domain rules 8 E)', async () => {
    const period = {
      period: 'range',
      from: '2026-03-09T08:00:00.000Z',
      to: '2026-03-10T09:00:00.000Z',
      estimated: true,
    };
    must(await house.act({ ...commands['record.change'], change: { period: period as Period } }));
    must(await house.act(commands['persons.draft']));
    must(await house.act(commands['persons.publish']));
    const { text } = JSON.parse(must(await read()).bytes.toString()) as { text: string };
    const link = `https://vigie.example/p/${house.dpo.orgId}/${house.caseId}`;
    expect(JSON.parse(text)).toMatchObject({ period, link });
  });

  it('is corrected by a new version alone', async () => {
    must(await house.act(commands['persons.publish']));
    expect(await faults(house.act(commands['persons.publish']))).toEqual(['this very text is public already']);
    must(await house.act({ ...commands['persons.draft'], fr: 'Deux classeurs.' }));
    const before = must(await read());
    expect([before.version, before.bytes.toString()]).toEqual([1, expect.not.stringContaining('Deux classeurs.')]);
    must(await house.act(commands['persons.publish']));
    const after = must(await read());
    expect([after.version, after.bytes.toString()]).toEqual([2, expect.stringContaining('Deux classeurs.')]);
  });

  it('is published by the DPO or management, and by no machine; it tells nobody by itself', async () => {
    const refusal = { ok: false, error: { code: 'actor.forbidden' } };
    expect(await house.act(commands['persons.publish'], house.manager)).toMatchObject(refusal);
    expect(await house.act(commands['persons.publish'], house.engine)).toMatchObject(refusal);
    must(await house.act(commands['persons.publish'], house.dpo));
    expect((await house.read()).persons.state).toBe('DRAFTED');
  });

  it('waits while the police ask for a hold, and can be taken back meanwhile', async () => {
    must(await house.act(commands['persons.publish']));
    must(await house.act(commands['persons.hold']));
    expect(await house.act(commands['persons.publish'])).toMatchObject({ ok: false, error: { code: 'state.refused' } });
    expect(await read()).toMatchObject({ ok: false, error: { code: 'subject.unknown' } });
    must(await house.act(commands['persons.resume']));
    must(await read());
    must(await house.act(commands['persons.hold']));
    must(await house.act(commands['persons.unpublish']));
    expect((await house.read()).persons).toMatchObject({ state: 'ON_HOLD', published: null, publications: 1 });
  });

  it('is read by nobody once it is no breach, and is taken back there too', async () => {
    must(await house.act(commands['persons.publish']));
    must(await house.act(commands.ruleOut, house.dpo));
    const { requestId = '', requestHash = '' } = (await house.read()).approvals.at(-1) ?? {};
    const input = { caseId: house.caseId, requestId, requestHash, key: 'yes' };
    must(await approveCase({ ctx: house.director, input }));
    expect((await house.read()).stage).toBe('NOT_A_BREACH');
    expect(await read()).toMatchObject({ ok: false, error: { code: 'subject.unknown' } });
    must(await house.act(commands['persons.unpublish']));
    expect((await house.read()).persons.published).toBeNull();
  });
});
