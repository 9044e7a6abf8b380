import { z } from 'zod';
import { FileType } from '../../domain/file/fileType';
import { FileAbout, type KeptFile } from '../../domain/file/kept';
import { Instant } from '../../domain/shared/instant';
import { Id } from '../http/fields';

/** A file that is kept with a subject. */
export const FileView = z
  .strictObject({
    seq: z.int().positive().meta({ description: 'entry that holds it' }),
    at: Instant.meta({ description: 'when it was kept' }),
    byId: Id.meta({ description: 'who kept it' }),
    about: FileAbout.meta({ id: 'FileAbout', description: 'what it belongs to' }),
    hash: z.string().meta({ description: 'SHA-256 of it: its address' }),
    mediaType: FileType.meta({ description: 'what it is, by its own bytes' }),
    size: z.int().meta({ description: 'bytes' }),
    name: z.string().nullable().meta({ description: 'name that it came with; null: none, or erased with the file' }),
  })
  .meta({ id: 'KeptFile', description: 'A file that is kept' });

export const presentFile = ({
  seq,
  at,
  byId,
  about,
  hash,
  mediaType,
  size,
  name,
}: KeptFile): z.output<typeof FileView> => {
  return { seq, at, byId, about, hash, mediaType, size, name };
};
