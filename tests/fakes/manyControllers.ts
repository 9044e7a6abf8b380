import { randomUUID } from 'node:crypto';
import { appendEvent } from '../../application/entries/appendEvent';
import { noteNotice } from '../../application/notice/noteNotice';
import { openImplied } from '../../application/notice/openImplied';
import type { Context } from '../../application/ports/ports';
import { decideRecord } from '../../domain/agreement/decide';
import type { Json } from '../../domain/shared/jcs';
import { annexOf } from './noticeHouse';
import { items } from './noticeStory';
import { must, startRealHouse } from './realHouse';
import { hour, T0 } from './threeControllers';

/** Registered names that have nothing of one another in them. */
export const nameOf = (n: number) => `Syndicat Zkarq${n}q`;

/** One incident `i1` that touches so many controllers, on the real database; every notice is drafted but the first, which lacks d. */
export async function startManyControllers(many: number) {
  const clock = { now: new Date(T0) };
  const house = await startRealHouse(() => clock.now);
  const { ports } = house;
  const oncall: Context = { orgId: 'o1', actor: { kind: 'person', id: 'ines' }, roles: ['O'], ports };
  const engine: Context = { orgId: 'o1', actor: { kind: 'system', id: 'engine' }, roles: [], ports };
  async function write(kind: 'agreement' | 'incident', id: string, type: string, values: object) {
    const before = await ports.journal.readSubject('o1', { kind, id }, 0);
    const subject = { kind, id };
    const event = { type, values: values as Record<string, Json> };
    const standing = { kind: 'decision' as const, revision: before.length + 1 };
    must(await appendEvent(oncall, { subject, key: randomUUID(), event, standing }));
  }

  const numbers = Array.from({ length: many }, (_, n) => n);
  const fixture = annexOf('val');
  await Promise.all(
    numbers.map(async (n) => {
      const own = <T extends { email?: string | undefined }>(one: T): T => ({ ...one, email: `c@zkarq${n}q.example` });
      const { controller } = fixture;
      const document = {
        ...fixture,
        reference: `ZKREF-${n}`,
        controller: {
          ...controller,
          name: nameOf(n),
          dpo: own(controller.dpo),
          noticeContacts: [{ ...own(firstOf(controller.noticeContacts)), order: 1 }],
        },
      };
      const { type, values } = must(decideRecord(document, `party-${n}`));
      await write('agreement', `a${n}`, type, values);
    }),
  );
  await write('incident', 'i1', 'event.reported', {
    source: 'person',
    channel: 'form',
    kind: 'intrusion',
    alertedAt: T0,
    detectedAt: T0,
    language: 'fr',
    exercise: false,
    text: `Intrusion chez ${nameOf(1)}.`,
    declarantName: 'R',
    declarantEmail: 'r@slime.example',
    declarantPhone: null,
    systems: [],
  });
  await write('incident', 'i1', 'incident.declared', {
    kind: 'intrusion',
    severity: 'high',
    harmed: 'both',
    leadId: 'paul',
    possibleCrime: 'yes',
    basis: 'accès vu',
  });
  const touched = numbers.map((n) => ({ agreementId: `a${n}`, role: 'processor' }));
  await write('incident', 'i1', 'aware.set', {
    awareAt: T0,
    detectedAt: T0,
    nature: ['availability'],
    touched,
    ownProcessing: false,
    why: 'vu',
    gapReason: null,
    release: null,
  });
  const opened = must(await openImplied({ ctx: engine, input: { incidentId: 'i1' } }));
  clock.now = new Date(hour(1));
  await Promise.all(
    opened.map(async (noticeId, place) => {
      const draft = { ...items, c: { answer: 'toFollow' as const, eta: hour(30) }, ...(place === 0 && { d: null }) };
      const command = { kind: 'draft' as const, items: draft };
      must(await noteNotice({ ctx: oncall, input: { noticeId, key: `d-${noticeId}`, command } }));
    }),
  );
  return { ...house, clock, oncall, engine };
}

function firstOf<T>([first]: readonly T[]): T {
  if (first === undefined) throw new Error('no contact');
  return first;
}
