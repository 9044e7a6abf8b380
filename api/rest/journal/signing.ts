import { z } from 'zod';
import { acceptJournal } from '../../../application/journal/acceptJournal';
import { readSigning } from '../../../application/journal/readSigning';
import { restoreJournal } from '../../../application/journal/restoreJournal';
import { mayAcceptJournal, mayReadJournal, mayRestoreJournal } from '../../../application/policies/journal';
import { RefusalReason } from '../../../domain/journal/events';
import { Instant } from '../../../domain/shared/instant';
import { defineAddition, defineRead } from '../../http/defineRoute';
import { orgParams, text } from '../../http/fields';
import { journalPath, tag } from './reads';

const number = (description: string) => z.int().positive().meta({ description });
const size = (description: string) => z.int().nonnegative().meta({ description });

const RefusalView = z
  .strictObject({
    seq: number('entry that says that the signer stopped'),
    at: Instant.meta({ description: 'when' }),
    reason: RefusalReason.meta({ description: 'how the journal contradicts what was signed' }),
    marked: size('how many entries had been signed'),
    found: size('where the journal ended then, or the entry that is damaged'),
    voices: z
      .array(
        z.strictObject({
          personId: z.string().meta({ description: 'opaque id of who accepted it' }),
          at: Instant.meta({ description: 'when; void four hours later unless somebody joined' }),
        }),
      )
      .meta({ description: 'persons who accepted it' }),
    acceptedBy: z.int().positive().nullable().meta({ description: 'entry that completed two persons; null: none yet' }),
  })
  .meta({ id: 'SigningRefusal', description: 'Nothing is signed until two persons accept it' });

const Signing = z
  .strictObject({ items: z.array(RefusalView).meta({ description: 'oldest first; usually none' }) })
  .meta({ id: 'Signing', description: 'Contradictions that the signer found' });

const Acceptance = z
  .strictObject({
    refused: number('entry that says that the signer stopped'),
    because: text(2000, 'why it may go on as it stands; each of the two persons says so'),
  })
  .meta({ id: 'JournalAcceptance', description: 'One person’s yes; two are needed within four hours' });

const AcceptanceTaken = z
  .strictObject({
    seq: number('entry of this yes'),
    accepted: z.boolean().meta({ description: 'true: two persons have decided; false: one more is needed' }),
  })
  .meta({ id: 'JournalAcceptanceTaken', description: 'Recorded' });

const Nothing = z.strictObject({}).meta({ id: 'JournalRestoration', description: 'Nothing to say' });

const Restored = z
  .strictObject({
    seq: number('entry that opens the restored journal'),
    head: size('where the restored journal ended'),
    marked: size('how many entries had been signed; more than `head`: entries are lost, and the signer stops'),
    erasures: size('erasures that were done again'),
  })
  .meta({ id: 'JournalRestored', description: 'The restored journal goes on from here' });

export const signingRoutes = [
  defineRead({
    path: `${journalPath}/signing`,
    operationId: 'readSigning',
    summary: 'Whether the journal is signed, and what stopped it',
    description: 'Every contradiction between the journal and what was signed, with who accepted it.',
    tag,
    policy: mayReadJournal,
    params: orgParams,
    status: 200,
    response: Signing,
    example: {
      response: {
        items: [
          {
            seq: 57,
            at: '2026-05-13T08:00:00.000Z',
            reason: 'journalShorter',
            marked: 60,
            found: 56,
            voices: [{ personId: '0199e1f0-0000-7000-8000-000000000001', at: '2026-05-13T08:30:00.000Z' }],
            acceptedBy: null,
          },
        ],
      },
    },
    async handler(ctx) {
      const read = await readSigning({ ctx });
      if (!read.ok) return read;
      const items = read.value.map(({ seq, at, reason, marked, found, voices, acceptedBy }) => {
        const said = voices.map((voice) => ({ personId: voice.actorId, at: voice.at }));
        return { seq, at, reason, marked, found, voices: said, acceptedBy };
      });
      return { ok: true, value: { body: { items } } };
    },
  }),

  defineAddition({
    path: `${journalPath}/acceptances`,
    operationId: 'acceptJournal',
    summary: 'Accept a journal that contradicts what was signed',
    description: 'Management, and another person of management or the DPO. Marks are kept aside, signing begins anew.',
    tag,
    policy: mayAcceptJournal,
    params: orgParams,
    body: Acceptance,
    status: 201,
    response: AcceptanceTaken,
    example: {
      body: { refused: 57, because: 'Sauvegarde du matin remise après panne de disque.' },
      response: { seq: 61, accepted: true },
    },
    async handler(ctx, { body, key }) {
      const taken = await acceptJournal({ ctx, input: { key, ...body } });
      return taken.ok ? { ok: true, value: { body: taken.value } } : taken;
    },
  }),

  defineAddition({
    path: `${journalPath}/restorations`,
    operationId: 'restoreJournal',
    summary: 'Say that a backup was put back',
    description: 'Erasures are done again, an entry says where the journal goes on, and every open clock is looked at.',
    tag,
    policy: mayRestoreJournal,
    params: orgParams,
    body: Nothing,
    status: 201,
    response: Restored,
    example: { body: {}, response: { seq: 57, head: 56, marked: 60, erasures: 2 } },
    async handler(ctx, { key }) {
      const restored = await restoreJournal({ ctx, input: { key } });
      if (!restored.ok) return restored;
      const { seq, head, marked, erasures } = restored.value;
      return { ok: true, value: { body: { seq, head, marked, erasures } } };
    },
  }),
];
