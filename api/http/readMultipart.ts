import type { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import type { Request } from 'express';
import { readAhead } from './readAhead';
import type { ApiError } from './problems';
import { faultOfText } from './strictJson';

export type Fields = Record<string, string>;
export type ReadForm =
  | { ok: true; value: Fields; file: Readable | null; fileName: string | null }
  | { ok: false; error: ApiError; value: Fields };

/** The form had come in whole and ends within its file. */
export class FormCutOff extends Error {
  override name = 'FormCutOff';
}

/** A form of ours has few fields. `fieldSize`, `files`: of all its texts, in bytes, and how many files are looked at. */
const LIMITS = { fields: 20, fieldNameSize: 100, headerPairs: 20 };
type Limits = { fieldSize: number; files: number };
/** Texts that come with one file are short. */
const ONE_FILE: Limits = { fieldSize: 10_000, files: 1 };

/**
 * A page's form with its one file: the fields that stand before it, then the file while it comes. Nothing of the file is
 * kept here; whoever reads it bounds it.
 */
export function readMultipart(request: Request): Promise<ReadForm> {
  return new Promise((resolve) => {
    const value: Fields = {};
    const take = (fileName: string, file: Readable) => {
      const ahead = readAhead(file, request);
      file.on('error', () => ahead.destroy(new FormCutOff()));
      resolve({ ok: true, value, file: ahead, fileName });
    };
    const all = parseForm(request, { limits: ONE_FILE, take, value });
    // where nobody waits for the file
    void all.then((read) => resolve(read.ok ? { ...read, file: null, fileName: null } : read));
  });
}

type Parsed = { ok: true; value: Fields } | { ok: false; error: ApiError; value: Fields };

/**
 * The fields of a form in parts, once all of it has come; `take` is given each file while it comes, and reads or drops it.
 * An empty choice, which comes as a file without a name, is none.
 */
export function parseForm(
  request: Request,
  { limits, take, value = {} }: { limits: Limits; take(fileName: string, file: Readable): void; value?: Fields },
): Promise<Parsed> {
  return new Promise((resolve) => {
    let left = limits.fieldSize;
    const refuse = (error: ApiError) => {
      request.unpipe();
      request.resume();
      resolve({ ok: false, error, value });
    };
    const unreadable = () => refuse({ code: 'body.unsupported' });
    const parser = parserOf(request, limits);
    if (parser === null) return unreadable();
    parser.on('field', (name: string, text: string, isNameCut: boolean, isTextCut: boolean) => {
      left -= Buffer.byteLength(text);
      const fault =
        isNameCut || isTextCut || left < 0
          ? 'is too long'
          : Object.hasOwn(value, name)
            ? 'is given twice'
            : faultOfText(text);
      if (!Object.hasOwn(value, name)) value[name] = text; // given back, whatever is wrong with it
      if (fault !== null)
        return refuse({ code: 'input.invalid', issues: [{ pointer: `/form/${name}`, message: fault }] });
    });
    parser.on('file', (_name: string, file: Readable, fileName: string | undefined) => {
      file.on('error', unreadable);
      if (fileName === undefined || fileName === '') return void file.resume();
      take(fileName, file);
    });
    parser.on('finish', () => resolve({ ok: true, value }));
    parser.on('error', unreadable);
    request.once('close', () => (request.complete ? undefined : unreadable()));
    request.pipe(parser);
  });
}

/** Null for a form that does not say where its parts end. */
function parserOf({ headers }: Request, { fieldSize, files }: Limits) {
  const limits = { ...LIMITS, fieldSize, files, parts: LIMITS.fields + files + 1 };
  try {
    return new Busboy({ headers: { ...headers, 'content-type': headers['content-type'] ?? '' }, limits });
  } catch {
    return null;
  }
}
