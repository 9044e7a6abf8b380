import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import mongoose from 'mongoose';
import { readRunning } from '../../runtime/running';

const { BSON } = mongoose.mongo;

/** A word that stands nowhere else. */
export const newCanary = (name: string): string => `canary${name}${randomBytes(12).toString('hex')}`;

/** The bytes that a word may be written as: UTF-8, UTF-16, hexadecimal, and base64 at each of its three beginnings. */
function formsOf(canary: string): Buffer[] {
  const base64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), Buffer.from(canary)]).toString('base64');
    return text.slice(before === 0 ? 0 : before + 1, -4); // what the neighbours' bits do not touch
  });
  const texts = [canary, Buffer.from(canary).toString('hex'), ...base64];
  return [...texts.map((text) => Buffer.from(text)), Buffer.from(canary, 'utf16le')];
}

const namesIn = (canaries: readonly string[], bytes: Buffer): string[] =>
  canaries.filter((canary) => formsOf(canary).some((form) => bytes.includes(form)));

type Found = { where: string; canary: string };

/** Every document of every collection of every database, the server's own record of changes left out. */
export async function findInDatabase(dataFolder: string, canaries: readonly string[]): Promise<Found[]> {
  const url = readRunning({ dataFolder })?.mongoUrl;
  if (url === undefined) throw new Error('nothing runs');
  const connection = await mongoose.createConnection(url).asPromise();
  const client = connection.getClient();
  const found: Found[] = [];
  const { databases } = await client.db('admin').admin().listDatabases();
  for (const { name } of databases) {
    for (const { name: collection } of await client.db(name).listCollections().toArray()) {
      const where = `${name}.${collection}`;
      if (where === 'local.oplog.rs') continue;
      for await (const document of client.db(name).collection(collection).find()) {
        found.push(...namesIn(canaries, Buffer.from(BSON.serialize(document))).map((canary) => ({ where, canary })));
      }
    }
  }
  await connection.close();
  return found;
}

/** Every file below a folder; `where` begins with the folder's own next name, such as `logs/`. */
export function findInFiles(folder: string, canaries: readonly string[]): Found[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.flatMap(({ parentPath, name }) => {
    const file = join(parentPath, name);
    return namesIn(canaries, readFileSync(file)).map((canary) => ({ where: relative(folder, file), canary }));
  });
}
