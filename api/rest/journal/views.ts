import { z } from 'zod';
import { Actor, type Entry, isErased, REQUEST, SubjectKind } from '../../../domain/journal/entry';
import { Instant } from '../../../domain/shared/instant';

const hash = (description: string) => z.string().meta({ description });

export const EntryView = z
  .strictObject({
    seq: z.int().positive().meta({ description: 'its number: it alone orders' }),
    at: Instant.meta({ description: 'when it happened' }),
    recordedAt: Instant.meta({ description: 'when it was written' }),
    actor: z
      .strictObject({
        kind: Actor.shape.kind.meta({ description: 'who, in kind' }),
        id: z.string().meta({ description: 'opaque id' }),
      })
      .meta({ description: 'who wrote it' }),
    type: z.string().meta({ description: 'what it says, in kind' }),
    typeVersion: z.int().meta({ description: 'version of that type' }),
    subject: z
      .strictObject({
        kind: SubjectKind.meta({ description: 'what it is about, in kind' }),
        id: z.string().meta({ description: 'opaque id' }),
      })
      .meta({ description: 'what it is about' }),
    revision: z.int().positive().meta({ description: 'revision of its subject that it made' }),
    fields: z
      .record(
        z.string(),
        z.strictObject({
          value: z.json().meta({ description: 'null where erased or withheld' }),
          isWithheld: z.boolean().meta({ description: 'erased, or not for who asks; the commitment stays' }),
          commitment: hash('SHA-256 of salt and canonical value'),
        }),
      )
      .meta({ description: 'its facts by name' }),
    digest: hash('SHA-256 of the canonical commitments'),
    leaf: hash('RFC 9162 leaf hash: what the signed tree holds'),
  })
  .meta({ id: 'JournalEntry', description: 'One entry of the journal' });

/** Without key, salts and request: who is to check an entry gets an export or an extract. */
export function presentEntry(entry: Entry): z.output<typeof EntryView> {
  const { seq, at, recordedAt, actor, type, typeVersion, subject, revision, fields, digest, leaf } = entry;
  const shown = Object.entries(fields)
    .filter(([name]) => name !== REQUEST)
    .map(([name, field]) => [
      name,
      { value: JSON.parse(JSON.stringify(field.value)), isWithheld: isErased(field), commitment: field.commitment },
    ]);
  const who = { actor: { kind: actor.kind, id: actor.id }, subject: { kind: subject.kind, id: subject.id } };
  const what = { type, typeVersion, revision, fields: Object.fromEntries(shown) };
  return { seq, at, recordedAt, ...who, ...what, digest, leaf };
}

export const entryExample: z.output<typeof EntryView> = {
  seq: 9,
  at: '2026-05-13T07:50:00.000Z',
  recordedAt: '2026-05-13T07:55:00.000Z',
  actor: { kind: 'person', id: '0199e1f0-0000-7000-8000-000000000002' },
  type: 'triage.started',
  typeVersion: 1,
  subject: { kind: 'incident', id: '0199e1f0-0000-7000-8000-000000000010' },
  revision: 2,
  fields: { firstFacts: { value: 'Poste déconnecté.', isWithheld: false, commitment: '0'.repeat(64) } },
  digest: '0'.repeat(64),
  leaf: '0'.repeat(64),
};
