import type { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import type { Request } from 'express';
import { readAhead } from './readAhead';
import type { ApiError } from './problems';
import { faultOfText } from './strictJson';

type Fields = Record<string, string>;
export type ReadForm =
  | { ok: true; value: Fields; file: Readable | null; fileName: string | null }
  | { ok: false; error: ApiError; value: Fields };

/** The form had come in whole and ends within its file. */
export class FormCutOff extends Error {
  override name = 'FormCutOff';
}

/** Fields that stand before the file; a form of ours has few, and short ones. */
const LIMITS = { fields: 20, fieldNameSize: 100, fieldSize: 10_000, files: 1, parts: 22, headerPairs: 20 };

/**
 * A page's form with its one file: the fields that stand before it, then the file while it comes. Nothing of the file is
 * kept here; whoever reads it bounds it.
 */
export function readMultipart(request: Request): Promise<ReadForm> {
  return new Promise((resolve) => {
    const value: Fields = {};
    const refuse = (error: ApiError) => {
      request.unpipe();
      request.resume();
      resolve({ ok: false, error, value });
    };
    const unreadable = () => refuse({ code: 'body.unsupported' });
    const parser = parserOf(request);
    if (parser === null) return unreadable();
    parser.on('field', (name: string, text: string, isNameCut: boolean, isTextCut: boolean) => {
      const fault =
        isNameCut || isTextCut ? 'is too long' : Object.hasOwn(value, name) ? 'is given twice' : faultOfText(text);
      if (fault !== null)
        return refuse({ code: 'input.invalid', issues: [{ pointer: `/form/${name}`, message: fault }] });
      value[name] = text;
    });
    parser.on('file', (_name: string, file: Readable, fileName: string) => {
      const ahead = readAhead(file, request);
      file.on('error', () => {
        ahead.destroy(new FormCutOff());
        unreadable(); // where nobody waits for the file
      });
      // an empty choice comes as a file without a name
      if (fileName === undefined || fileName === '') return void ahead.resume();
      resolve({ ok: true, value, file: ahead, fileName });
    });
    parser.on('finish', () => resolve({ ok: true, value, file: null, fileName: null }));
    parser.on('error', unreadable);
    request.pipe(parser);
  });
}

/** Null for a form that does not say where its parts end. */
function parserOf({ headers }: Request) {
  try {
    return new Busboy({ headers: { ...headers, 'content-type': headers['content-type'] ?? '' }, limits: LIMITS });
  } catch {
    return null;
  }
}
