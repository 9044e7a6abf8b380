import { join } from 'node:path';
import type { mongo } from 'mongoose';
import { createFileNotary } from '../../adapters/keys/fileNotary';
import { openInstallationName } from '../../adapters/keys/installationName';
import { createFileMarks } from '../../adapters/marks/fileMarks';
import { createAccessLog } from '../../adapters/mongo/accessLog';
import { createSignedHeads } from '../../adapters/mongo/signedHeads';
import { createTree } from '../../adapters/mongo/tree';
import type { Journal } from '../../application/ports/journal';
import type { Marks } from '../../application/ports/marks';
import type { Proofs } from '../../application/ports/proofs';
import type { Config } from '../config';

/** Tree, checkpoints, keys and traces of reading. Keys are files beside the installation's other secrets. */
export async function composeProofs(
  { keysFolder, evidenceFolder }: Pick<Config, 'keysFolder' | 'evidenceFolder'>,
  db: mongo.Db,
  journal: Journal,
): Promise<Proofs> {
  const installation = await openInstallationName(keysFolder);
  return {
    heads: await createSignedHeads(db),
    tree: await createTree(db, journal),
    notary: createFileNotary({ folder: keysFolder, installation }),
    accessLog: await createAccessLog(db),
    marks: composeMarks({ evidenceFolder }),
  };
}

/** The signer's marks, outside the database, so that a restored old one cannot take them back. */
export const composeMarks = ({ evidenceFolder }: Pick<Config, 'evidenceFolder'>): Marks =>
  createFileMarks(join(evidenceFolder, 'marks'));
