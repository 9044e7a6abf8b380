import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askByLink } from '../../../application/guest/askByLink';
import { appendEvent } from '../../../application/entries/appendEvent';
import { documentHashOf } from '../../../domain/agreement/annex1';
import type { Json } from '../../../domain/shared/jcs';
import { createNight, type Night } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';
import { seen } from '../../fakes/seen';

const BEA = 'Béa Nouvelle';
let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let incident: string;
let notice: string;

async function write(kind: 'agreement' | 'incident', id: string, type: string, values: object) {
  const subject = { kind, id };
  const { length } = await night.ports.journal.readSubject('o1', subject, 0);
  const event = { type, values: values as Record<string, Json> };
  const written = await appendEvent(night.as('paul'), {
    subject,
    key: `${type}-${length}`,
    event,
    standing: { kind: 'decision', revision: length + 1 },
  });
  if (!written.ok) throw new Error(JSON.stringify(written.error));
}

/** Version 2 names Béa first, with a telephone, and is in force when the breach is known. */
async function amend(agreementId: string) {
  const agreement = await night.ports.projections.read('o1', 'agreement', agreementId);
  const [first] = agreement?.versions ?? [];
  const { document } = first ?? {};
  if (agreement === null || first === undefined || !document) throw new Error('no agreement');
  const { signatures: _signatures, ...rest } = document;
  const bea = {
    order: 1,
    name: BEA,
    role: 'security' as const,
    email: 'bea@val-temoin.example',
    phone: '+33 1 99 00 00 77',
    channels: ['email' as const, 'phone' as const],
  };
  const others = rest.controller.noticeContacts.map((contact) => ({ ...contact, order: contact.order + 1 }));
  const controller = { ...rest.controller, noticeContacts: [bea, ...others] };
  const second = { ...rest, version: 2, inForceFrom: '2026-03-27', controller };
  const documentHash = documentHashOf(second);
  const { recordedSeq: _seq, contactIds: _ids, recordedAt: _at, signatures: _s, state: _state, ...facts } = first;
  const { signedAt: _signedAt, ...values } = { ...facts, version: 2, inForceFrom: '2026-03-27', document: second };
  await write('agreement', agreementId, 'agreement.amendmentProposed', { ...values, documentHash });
  for (const side of ['processor', 'controller'] as const) {
    const signed = { version: 2, side, signerId: 'x', documentHash, signedAt: '2026-03-20T10:00:00.000Z' };
    await write('agreement', agreementId, 'agreement.signed', { ...signed, name: 'X', function: 'DIR' });
  }
}

beforeAll(async () => {
  night = await createNight();
  const { val } = night.agreements;
  await amend(val);
  night.at('2026-03-27T08:00:00.000Z');
  incident = await night.report('ines', 'Un poste chiffré', '2026-03-27T07:50:00.000Z', 'intrusion');
  await night.command('ines', incident, { kind: 'triage.start', firstFacts: null });
  const leadId = night.as('paul').actor.id;
  const declared = { severity: 'high', harmed: 'both', possibleCrime: 'unknown', basis: 'Poste bloqué.' } as const;
  await night.command('paul', incident, { kind: 'incident.declare', incidentKind: 'ransomware', leadId, ...declared });
  const at = '2026-03-27T07:55:00.000Z';
  await night.command('paul', incident, {
    kind: 'aware.set',
    awareAt: at,
    detectedAt: at,
    nature: ['availability'],
    touched: [{ agreementId: val, role: 'processor' }],
    ownProcessing: false,
    why: 'vu',
    gapReason: null,
  });
  notice = await night.noticeOf(incident, val);
  await night.send('ines', notice, {
    kind: 'send',
    items: {
      a: 'Poste chiffré.',
      b: night.contact,
      c: { answer: 'cannotBeDetermined', reason: 'x' },
      d: { answer: 'cannotBeDetermined', reason: 'x' },
      e: { answer: 'value', text: 'x' },
    },
  });
  await night.settle(notice, '2026-03-27T08:01:00.000Z');
  const token = await night.ports.links.issue('o1', notice, 'c1v2');
  expect(await askByLink(night.ports, { token, key: 'qqqqqqqq', text: 'Combien ?' })).toMatchObject({ ok: true });
  const awareAt = '2026-03-26T20:00:00.000Z'; // the evening before: version 1 judges
  const corrected = { awareAt, detectedAt: awareAt, nature: ['availability'], reason: 'vu', breakGlassReason: 'nuit' };
  await write('incident', incident, 'aware.corrected', corrected);
  door = await openNightDoor(night);
});
afterAll(() => door.stop());

const read = async (path: string) => (await door.read('ines', `/incidents/${incident}${path}`)).text;

describe('somebody who was told under another version of the agreement than judges now', () => {
  it('has a name on the page of the notice: at its question, its proofs, its copies and its call', async () => {
    const html = await read(`/notices/${notice}`);
    expect(seen(html)).not.toContain('c1v2');
    expect(html.split(BEA).length).toBeGreaterThan(5);
    expect(html).toContain(`/versions/1/c1v2/text`);
  });

  it('can be called, and is in the list of whom a call was made to', async () => {
    const html = await read(`/notices/${notice}/call`);
    expect(html).toContain(`<option value="c1v2">${BEA}, +33 1 99 00 00 77</option>`);
    const answer = await door.send('ines', `/incidents/${incident}/notices/${notice}/call`, {
      contactId: 'c1v2',
      reached: 'ack',
      name: '',
      function: '',
      note: '',
    });
    expect(answer.status).toBe(303);
    const state = await night.ports.projections.read('o1', 'notice', notice);
    expect(state?.acknowledgements).toMatchObject([{ contactId: 'c1v2', via: 'call', name: BEA }]);
  });

  it('is listed on the incident among those who were told', async () => {
    expect(await read('')).toContain(BEA);
  });
});
