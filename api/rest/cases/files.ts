import { z } from 'zod';
import { keepCaseFile, readCaseFile } from '../../../application/controllerCase/keepCaseFile';
import { mayCommandCase, mayReadCases } from '../../../application/policies/controllerCase';
import { MOST_FILE_BYTES, MOST_FILES } from '../../../domain/file/kept';
import { defineRead, defineUpload } from '../../http/defineRoute';
import { Id } from '../../http/fields';
import { presentWritten } from '../written';
import { caseParams, casePath, CaseWritten, tag, writtenExample } from './commands';

const OCTETS = 'application/octet-stream';

/** Files that are kept with a case. */
export const caseFileRoutes = [
  defineUpload({
    path: `${casePath}/authority/filings/{seq}/files`,
    operationId: 'keepReceiptCopy',
    summary: 'Keep the copy of an authority’s receipt',
    description: `A PDF, PNG, JPEG or mail (EML), which its own bytes tell, of ${MOST_FILE_BYTES / 1_000_000} MB at most, ${MOST_FILES} for a filing. It is stored encrypted; the journal holds its hash. Erasing \`name\` of the entry takes the file.`,
    tag,
    policy: (asker) => mayCommandCase(asker, 'authority.file'),
    params: caseParams.extend({
      seq: z.coerce.number().int().positive().meta({ description: '`seq` of the filing, or of the withdrawal' }),
    }),
    status: 201,
    response: CaseWritten,
    example: { response: writtenExample },
    async handler(ctx, { params: { caseId, seq }, key, file }) {
      return presentWritten(
        await keepCaseFile({ ctx, input: { ...file, caseId, key, about: { kind: 'filing', seq } } }),
      );
    },
  }),

  defineRead({
    path: `${casePath}/files/{hash}`,
    operationId: 'readCaseFile',
    summary: 'A file of a case, as it came',
    description: 'Who takes it is traced. 404 also for one that was erased.',
    tag,
    policy: mayReadCases,
    params: caseParams.extend({
      hash: Id.meta({ description: 'SHA-256 of the file' }),
    }),
    status: 200,
    response: z.string().meta({ description: 'the file' }),
    download: { mediaType: OCTETS, description: 'the bytes of the file' },
    example: { response: '%PDF-1.7' },
    async handler(ctx, { params: { caseId, hash } }) {
      const read = await readCaseFile({ ctx, input: { caseId, hash } });
      if (!read.ok) return read;
      return { ok: true, value: { bytes: read.value.bytes, mediaType: OCTETS, fileName: hash } };
    },
  }),
];
