import { z } from 'zod';
import { FileType } from '../../domain/file/fileType';
import { ExchangeWhy } from '../../domain/exchange/why';
import type { FileHanding } from '../../domain/file/handing';
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
    via: z.enum(['link', 'account', 'exchange']).nullable().meta({
      description: 'by a contact’s link, from an organisation of this installation, or from another; null: kept here',
    }),
    handing: z
      .strictObject({
        state: z.enum(['waiting', 'taken', 'refused']).meta({ description: 'whether it is there' }),
        at: Instant.nullable().meta({ description: 'when it was known here to be there, or refused' }),
        statedAt: Instant.nullable().meta({ description: 'when another installation says that it took it' }),
        why: ExchangeWhy.nullable().meta({ description: 'why another installation has not taken it' }),
      })
      .nullable()
      .meta({ description: 'to the other side; null: it does not go there' }),
  })
  .meta({ id: 'KeptFile', description: 'A file that is kept' });

export const presentFile = (file: KeptFile, handing: FileHanding | null): z.output<typeof FileView> => {
  const { seq, at, byId, about, hash, mediaType, size, name, via } = file;
  return { seq, at, byId, about, hash, mediaType, size, name, via, handing };
};
