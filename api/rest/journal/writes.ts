import { JSON_LINES } from '../../../application/ports/documents';
import { z } from 'zod';
import { correctEntry } from '../../../application/journal/correctEntry';
import { eraseField } from '../../../application/journal/eraseField';
import { extractFor } from '../../../application/journal/extractFor';
import { takeJournal } from '../../../application/journal/takeJournal';
import { mayCorrectEntry, mayEraseField, mayExtract, mayTakeJournal } from '../../../application/policies/journal';
import { MOST_SEEN } from '../../../domain/journal/checkpoint';
import { ErasureGround } from '../../../domain/journal/events';
import { defineAddition } from '../../http/defineRoute';
import { Language } from '../../../domain/letters/head';
import { Id, orgParams, text, Written } from '../../http/fields';
import { extractPaper } from '../../journal/extractPaper';
import { pdfAnswer } from '../pdfAnswer';
import { journalPath, tag } from './reads';

const seq = z.int().positive().meta({ description: 'number of the entry' });
const fieldName = z.string().min(1).max(100);

const Correction = z
  .strictObject({
    seq,
    corrections: z.record(fieldName, z.json()).meta({ description: 'right value by field name' }),
    reason: text(2000, 'how the fault was found'),
  })
  .meta({ id: 'EntryCorrection', description: 'What an entry should have said; it stays as it is' });

const Erasure = z
  .strictObject({
    seq,
    names: z.array(fieldName).min(1).max(100).meta({ description: 'fields that go, with their salts, for ever' }),
    ground: ErasureGround.meta({ description: 'why they may go' }),
  })
  .meta({ id: 'FieldErasure', description: 'Values that go for ever; the journal still verifies' });

const Export = z
  .strictObject({
    seen: z
      .array(z.string().regex(/^[0-9a-f]{64}$/))
      .max(MOST_SEEN)
      .optional()
      .meta({ description: 'hashes of older checkpoints that the copy is to be proved to begin with, for `--seen`' }),
  })
  .meta({ id: 'Export', description: 'Usually empty: checkpoints that notices carried are proved anyway' });

const Extract = z
  .strictObject({
    partyId: text(100, 'the controller that it is for'),
    noticeIds: z.array(Id).min(1).max(1000).meta({ description: 'notices to this controller' }),
  })
  .meta({ id: 'Extract', description: 'What concerns one controller, with proofs' });

const ExtractPaper = Extract.extend({
  language: Language.default('fr').meta({ description: 'language of its words' }),
}).meta({ id: 'ExtractPaper', description: 'What concerns one controller, on paper' });

const lines = (description: string) => ({ mediaType: JSON_LINES, description });
const File = z.string().meta({ description: 'JSON Lines, sealed by a signature' });

export const journalWrites = [
  defineAddition({
    path: `${journalPath}/corrections`,
    operationId: 'correctEntry',
    summary: 'Say what an entry should have said',
    description: 'Points at the entry and changes nothing of it. A running clock is corrected by its own command.',
    tag,
    policy: mayCorrectEntry,
    params: orgParams,
    body: Correction,
    status: 201,
    response: Written,
    example: {
      body: { seq: 9, corrections: { firstFacts: 'Poste éteint.' }, reason: 'Relecture.' },
      response: { seq: 10 },
    },
    async handler(ctx, { body, key }) {
      const corrected = await correctEntry({ ctx, input: { key, ...body } });
      return corrected.ok ? { ok: true, value: { body: { seq: corrected.value.seq } } } : corrected;
    },
  }),

  defineAddition({
    path: `${journalPath}/erasures`,
    operationId: 'eraseFields',
    summary: 'Erase values of an entry',
    description: 'First an entry says what goes and why; then value and salt go. No deadline was ever made of them.',
    tag,
    policy: mayEraseField,
    params: orgParams,
    body: Erasure,
    status: 201,
    response: Written,
    example: { body: { seq: 9, names: ['firstFacts'], ground: 'retentionEnded' }, response: { seq: 11 } },
    async handler(ctx, { body, key }) {
      const erased = await eraseField({ ctx, input: { key, ...body } });
      return erased.ok ? { ok: true, value: { body: { seq: erased.value.seq } } } : erased;
    },
  }),

  defineAddition({
    path: `${journalPath}/exports`,
    operationId: 'exportJournal',
    summary: 'Export the whole journal',
    description:
      'Up to the newest checkpoint, as it streams. Check it offline with `vigie verify`. It is journalled. An auditor gets an extract of every entry, in which what counsel wrote is a commitment alone.',
    tag,
    policy: mayTakeJournal,
    params: orgParams,
    body: Export,
    status: 200,
    signed: true,
    response: File,
    download: lines('JSON Lines: head, entries, seal (docs/formats.md)'),
    example: { body: {}, response: '{"format":"vigie-journal"}' },
    async handler(ctx, { body: { seen = [] } }) {
      const exported = await takeJournal({ ctx, seen });
      return exported.ok ? { ok: true, value: { lines: exported.value, mediaType: JSON_LINES } } : exported;
    },
  }),

  defineAddition({
    path: `${journalPath}/extracts`,
    operationId: 'extractFor',
    summary: 'Extract what concerns one controller',
    description: 'Its notices and what it may see of their incidents, each with a proof; the rest as commitments.',
    tag,
    policy: mayExtract,
    params: orgParams,
    body: Extract,
    status: 200,
    signed: true,
    response: File,
    download: lines('JSON Lines: head, entries with proofs, seal (docs/formats.md)'),
    example: {
      body: { partyId: 'party-200000008', noticeIds: ['0199e1f0-0000-7000-8000-000000000040'] },
      response: '{"format":"vigie-extract"}',
    },
    async handler(ctx, { body }) {
      const extracted = await extractFor({ ctx, input: body });
      return extracted.ok ? { ok: true, value: { lines: extracted.value, mediaType: JSON_LINES } } : extracted;
    },
  }),

  defineAddition({
    path: `${journalPath}/extracts/pdf`,
    operationId: 'extractPdfFor',
    summary: 'The same extract, to be read',
    description:
      'What the verifiable extract shows, on paper: nothing that is a commitment there, so nothing of counsel’s. That it left is an entry with the hash of the PDF.',
    tag,
    policy: mayExtract,
    params: orgParams,
    body: ExtractPaper,
    signed: true,
    ...pdfAnswer,
    example: {
      body: { partyId: 'party-200000008', noticeIds: ['0199e1f0-0000-7000-8000-000000000040'], language: 'fr' },
      response: '%PDF-1.7',
    },
    handler: (ctx, { body: { language, ...asked } }) => extractPaper(ctx, asked, language),
  }),
];
