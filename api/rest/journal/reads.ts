import { z } from 'zod';
import { listEntries } from '../../../application/journal/listEntries';
import { readCheckpoint } from '../../../application/journal/readCheckpoint';
import { readProof } from '../../../application/journal/readProof';
import { mayReadJournal } from '../../../application/policies/journal';
import { Actor, SubjectKind } from '../../../domain/journal/entry';
import { Instant } from '../../../domain/shared/instant';
import { defineRead } from '../../http/defineRoute';
import { Id, orgParams } from '../../http/fields';
import { entryExample, EntryView, presentEntry } from './views';

export const journalPath = '/api/v1/organisations/{orgId}/journal';
export const tag = 'journal';

const MOST = 200;
/** No journal grows so long; the description names it, so that a caller knows what is refused. */
const LAST_SEQ = 1_000_000_000_000;
const seqOf = (description: string) => z.coerce.number().int().min(1).max(LAST_SEQ).meta({ description });

const listQuery = z.strictObject({
  kind: SubjectKind.optional().meta({ description: 'with `subjectId`: only entries about this subject' }),
  subjectId: Id.optional().meta({ description: 'with `kind`: only entries about this subject' }),
  type: z.string().max(100).optional().meta({ description: 'only entries of this type' }),
  actorKind: Actor.shape.kind.optional().meta({ description: 'with `actorId`: only entries by this actor' }),
  actorId: z.string().max(100).optional().meta({ description: 'with `actorKind`: only entries by this actor' }),
  recordedFrom: Instant.optional().meta({ description: 'recorded then or later' }),
  recordedUntil: Instant.optional().meta({ description: 'recorded then or before: alone, what was known by then' }),
  below: seqOf('only entries below this number (`next` of the page before)').optional(),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST)
    .default(50)
    .meta({ description: `at most ${MOST}` }),
});

const Page = z
  .strictObject({
    items: z.array(EntryView).meta({ description: 'newest first; a page may hold few or none' }),
    next: z.int().nullable().meta({ description: 'give it as `below`; null: nothing older is left' }),
  })
  .meta({ id: 'JournalPage', description: 'A page of the journal' });

const hash = (description: string) => z.string().meta({ description });

const CheckpointView = z
  .strictObject({
    size: z.int().nonnegative().meta({ description: 'how many entries it signs' }),
    root: hash('root of the hash tree, RFC 9162'),
    hash: hash('SHA-256 of the note: what a notice cites'),
    note: z.string().meta({ description: 'C2SP tlog-checkpoint, signed with Ed25519' }),
    verifierKey: z.string().meta({ description: 'C2SP vkey; compare it with one that came another way' }),
  })
  .meta({ id: 'Checkpoint', description: 'The newest signed head of the journal' });

const ProofView = z
  .strictObject({
    seq: z.int().positive().meta({ description: 'number of the entry' }),
    leaf: hash('its leaf hash'),
    path: z.array(z.string()).meta({ description: 'inclusion proof, RFC 9162 section 2.1.3' }),
    size: z.int().positive().meta({ description: 'size of the tree that it is proved in' }),
    root: hash('root of that tree'),
    note: z.string().meta({ description: 'the checkpoint that signs it' }),
  })
  .meta({ id: 'InclusionProof', description: 'That an entry stands in the signed journal' });

const noteExample = `vigie.example/org\n9\n${'A'.repeat(43)}=\n\n— vigie.example/org AAAA\n`;

export const journalReads = [
  defineRead({
    path: journalPath,
    operationId: 'listEntries',
    summary: 'The journal, newest first',
    description: 'Filtered, page by page. Who reads what is traced for six months.',
    tag,
    policy: mayReadJournal,
    params: orgParams,
    query: listQuery,
    status: 200,
    response: Page,
    example: { response: { items: [entryExample], next: null } },
    async handler(ctx, { query: { kind, subjectId, actorKind, actorId, ...filter } }) {
      const halves = [
        ...((kind === undefined) === (subjectId === undefined) ? [] : ['kind', 'subjectId']),
        ...((actorKind === undefined) === (actorId === undefined) ? [] : ['actorKind', 'actorId']),
      ];
      if (halves.length > 0) {
        const issues = halves.map((name) => ({ pointer: `/query/${name}`, message: 'goes with its other half' }));
        return { ok: false, error: { code: 'input.invalid', issues } };
      }
      const named = Object.entries(filter).filter(([, value]) => value !== undefined);
      const input = {
        ...(Object.fromEntries(named) as { limit: number }), // what is left of the query, without what was not given
        ...(kind !== undefined && subjectId !== undefined && { subject: { kind, id: subjectId } }),
        ...(actorKind !== undefined && actorId !== undefined && { actor: { kind: actorKind, id: actorId } }),
      };
      const listed = await listEntries({ ctx, input });
      if (!listed.ok) return listed;
      const { entries, next } = listed.value;
      return { ok: true, value: { body: { items: entries.map(presentEntry), next } } };
    },
  }),

  defineRead({
    path: `${journalPath}/checkpoint`,
    operationId: 'readCheckpoint',
    summary: 'The newest signed head',
    description: 'Signed within a second of the last entry. It never contradicts one that was signed before.',
    tag,
    policy: mayReadJournal,
    params: orgParams,
    status: 200,
    signed: true,
    response: CheckpointView,
    example: {
      response: {
        size: 9,
        root: '0'.repeat(64),
        hash: '0'.repeat(64),
        note: noteExample,
        verifierKey: 'vigie.example/org+0+A',
      },
    },
    async handler(ctx) {
      const read = await readCheckpoint({ ctx });
      if (!read.ok) return read;
      const { size, root, hash: ofNote, note, verifierKey } = read.value;
      return { ok: true, value: { body: { size, root, hash: ofNote, note, verifierKey } } };
    },
  }),

  defineRead({
    path: `${journalPath}/entries/{seq}/proof`,
    operationId: 'readProof',
    summary: 'The proof of one entry',
    description: 'Against the newest checkpoint. A file for others to check is an extract.',
    tag,
    policy: mayReadJournal,
    params: orgParams.extend({ seq: seqOf('number of the entry') }),
    status: 200,
    signed: true,
    response: ProofView,
    example: {
      response: {
        seq: 9,
        leaf: '0'.repeat(64),
        path: ['1'.repeat(64)],
        size: 9,
        root: '0'.repeat(64),
        note: noteExample,
      },
    },
    async handler(ctx, { params: { seq } }) {
      const read = await readProof({ ctx, input: { seq } });
      if (!read.ok) return read;
      const { leaf, path, checkpoint } = read.value;
      const { size, root, note } = checkpoint;
      return { ok: true, value: { body: { seq, leaf, path, size, root, note } } };
    },
  }),
];
