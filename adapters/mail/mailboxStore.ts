import { createHash } from 'node:crypto';
import type { mongo } from 'mongoose';
import type { Documents } from '../../application/ports/documents';
import type { CatchStore, Mailbox } from '../../application/ports/mailbox';
import type { DocumentRow } from '../documents/documents';
import { openBytes, sealBytes } from '../documents/seal';
import { placeOf, type SubjectKeys } from '../documents/subjectKeys';
import { readMail, readMailHead } from './readMail';

/**
 * `subjectId`: the bytes are a stored document of that subject, and are read there, so that erasing it erases the
 * caught copy too. Else (a mail that was never stored, such as a relay test) they are sealed here.
 */
type MailRow = {
  _id: string;
  orgId: string;
  receivedAt: string;
  envelopeId: string;
  documentId: string;
  subjectId: string | null;
  box: Buffer | null;
};

type Tools = { keys: SubjectKeys; documents: Documents; newId: () => string; now: () => Date };

/** Subject under whose key mails lie that belong to no other one. */
const MAILBOX_SUBJECT = 'mailbox';

/** `newId` gives ids that sort by time (UUIDv7): they are the mailbox's order. */
export async function createMailboxStore(db: mongo.Db, tools: Tools): Promise<Mailbox & CatchStore> {
  const { keys, documents, newId, now } = tools;
  const mails = db.collection<MailRow>('caughtMails', { promoteBuffers: true });
  await mails.createIndex({ orgId: 1, _id: -1 });

  const rawOf = async ({ _id, orgId, subjectId, documentId, box }: MailRow): Promise<Buffer | null> => {
    if (subjectId !== null) return (await documents.get(orgId, subjectId, documentId))?.bytes ?? null;
    const key = await keys.find(orgId, MAILBOX_SUBJECT);
    return key === null || box === null ? null : openBytes(key, box, placeOf(orgId, MAILBOX_SUBJECT, _id));
  };
  const find = async (orgId: string, id: string) => {
    const row = await mails.findOne({ _id: id, orgId: present(orgId) });
    const raw = row === null ? null : await rawOf(row);
    return row === null || raw === null ? null : { row, mail: await readMail(raw) };
  };

  return {
    async keep({ orgId, envelopeId, raw }) {
      const documentId = createHash('sha256').update(raw).digest('hex');
      const known = await db.collection<DocumentRow>('documents').findOne({ orgId: present(orgId), documentId });
      const [_id, subjectId] = [newId(), known?.subjectId ?? null];
      const key = subjectId === null ? await keys.obtain(orgId, MAILBOX_SUBJECT) : null;
      const box = key === null ? null : sealBytes(key, raw, placeOf(orgId, MAILBOX_SUBJECT, _id));
      await mails.insertOne({ _id, orgId, receivedAt: now().toISOString(), envelopeId, documentId, subjectId, box });
    },

    async list(orgId, { before, limit }) {
      const older = before === null ? {} : { _id: { $lt: before } };
      const rows = await mails
        .find({ orgId: present(orgId), ...older })
        .sort({ _id: -1 })
        .limit(limit)
        .toArray();
      const shown = await Promise.all(
        rows.map(async (row) => {
          const { _id: id, receivedAt } = row;
          const raw = await rawOf(row);
          return raw === null ? [] : [{ id, receivedAt, ...(await readMailHead(raw)) }];
        }),
      );
      return shown.flat();
    },

    async read(orgId, id) {
      const found = await find(orgId, id);
      if (found === null) return null;
      const { attachments, ...mail } = found.mail;
      const sizes = attachments.map(({ filename, mediaType, bytes }) => ({ filename, mediaType, size: bytes.length }));
      return { id, receivedAt: found.row.receivedAt, ...mail, attachments: sizes };
    },

    async attachment(orgId, id, index) {
      return (await find(orgId, id))?.mail.attachments[index] ?? null;
    },
  };
}

function present(orgId: string): string {
  if (orgId === '') throw new TypeError('orgId is empty');
  return orgId;
}
