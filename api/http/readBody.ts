import type { Request } from 'express';
import type { Issue } from '../../domain/shared/errors';
import type { ApiError } from './problems';
import { readAhead } from './readAhead';
import { type ReadForm, readMultipart } from './readMultipart';
import { faultOfText, readStrictJson } from './strictJson';

/** Of a call or of all texts of a form, in bytes: a signed notice with its whole letter, or a form that says which text is too long. */
export const LONGEST_BODY = 400_000;

type Read = { ok: true; value: unknown } | { ok: false; error: ApiError };
type ReadJson = { ok: true; value: unknown; faults: readonly Issue[] } | { ok: false; error: ApiError };

/**
 * The JSON of a request, read only now: who asks has been let in, and nothing longer than that is ever kept. `faults`: of what
 * could be read, to be listed with those of what it says.
 */
export async function readJsonBody(request: Request): Promise<ReadJson> {
  const text = await readText(request, 'application/json');
  if (!text.ok) return text;
  const { value, issues: faults } = readStrictJson(text.value, ['body']);
  return value === undefined
    ? { ok: false, error: { code: 'input.invalid', issues: faults } }
    : { ok: true, value, faults };
}

type Fields = Record<string, string>;

/**
 * The fields of a page's form, each given once; a short file in it is a field, a long one (`brings`) comes while it is
 * read. `value` of a refusal: what could be read all the same, to be shown again.
 */
export async function readFormBody(request: Request, brings: 'nothing' | 'file' = 'nothing'): Promise<ReadForm> {
  if (brings === 'file' && isOfParts(request)) return readMultipart(request);
  const pairs = isOfParts(request) ? await readParts(request) : await readEncoded(request);
  if (!pairs.ok) return { ...pairs, value: {} };
  const { issues, value } = readPairs(pairs.value, 'form');
  if (issues.length > 0) return { ok: false, error: { code: 'input.invalid', issues }, value };
  return { ok: true, value, file: null, fileName: null };
}

type Pairs = Iterable<readonly [string, string]>;
type ReadPairs = { ok: true; value: Pairs } | { ok: false; error: ApiError };

async function readEncoded(request: Request): Promise<ReadPairs> {
  const text = await readText(request, 'application/x-www-form-urlencoded');
  return text.ok ? { ok: true, value: new URLSearchParams(text.value) } : text;
}

const PARTS = 'multipart/form-data';
export const isOfParts = ({ headers }: Request): boolean =>
  (headers['content-type'] ?? '').toLowerCase().startsWith(PARTS);

/** A form with a file in it: the file's text is the field of its name. */
async function readParts(request: Request): Promise<ReadPairs> {
  const bytes = await readBytesOf(request, { mediaTypes: [PARTS], longest: LONGEST_BODY });
  if (!bytes.ok) return bytes;
  const type = request.headers['content-type'] ?? '';
  const form = await new Response(new Uint8Array(bytes.value), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null);
  if (form === null) return { ok: false, error: { code: 'body.unsupported' } };
  const pairs = [...form].map(async ([name, value]) => [name, await textOf(value)] as const);
  return { ok: true, value: await Promise.all(pairs) };
}

const textOf = async (value: string | Blob): Promise<string> => (typeof value === 'string' ? value : value.text());

/** The query of a URL, each name given once. */
export function readQuery(url: string): { ok: true; value: Fields } | { ok: false; issues: Issue[] } {
  const { issues, value } = readPairs(new URLSearchParams(url.split('?').slice(1).join('?')), 'query');
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value };
}

function readPairs(given: Pairs, where: string): { issues: Issue[]; value: Fields } {
  const pairs = new Map<string, string>();
  const issues: Issue[] = [];
  for (const [name, value] of given) {
    const fault = pairs.has(name) ? 'is given twice' : faultOfText(value);
    if (fault !== null) issues.push({ pointer: `/${where}/${name}`, message: fault });
    pairs.set(name, value);
  }
  return { issues, value: Object.fromEntries(pairs) };
}

async function readText(
  request: Request,
  mediaType: string,
): Promise<{ ok: true; value: string } | { ok: false; error: ApiError }> {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const isUtf8 = parameters.every((parameter) => /^\s*(charset="?utf-8"?)?\s*$/.test(parameter));
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (type.trim() !== mediaType || !isUtf8 || encoding !== 'identity') {
    return { ok: false, error: { code: 'body.unsupported' } };
  }
  const bytes = await readBytes(request, LONGEST_BODY);
  if (!bytes.ok) return bytes;
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes.value) };
  } catch {
    return { ok: false, error: { code: 'input.invalid', issues: [{ pointer: '/body', message: 'is not UTF-8' }] } };
  }
}

/** The bytes of a request as they came, or while they come, whatever charset they say they are in. */
export async function readRawBody(
  request: Request,
  { mediaTypes, ...bounds }: { mediaTypes: readonly string[] } & ({ longest: number } | { streamed: true }),
): Promise<Read> {
  if ('longest' in bounds) return readBytesOf(request, { mediaTypes, ...bounds });
  if (!isOneOf(request, mediaTypes)) return { ok: false, error: { code: 'body.unsupported' } };
  return { ok: true, value: readAhead(request, request) };
}

/** Whether a request says that it brings one of these types, as it is. */
export const isOneOf = ({ headers }: Request, mediaTypes: readonly string[]): boolean => {
  const [type = ''] = (headers['content-type'] ?? '').toLowerCase().split(';');
  return mediaTypes.includes(type.trim()) && (headers['content-encoding'] ?? 'identity') === 'identity';
};

async function readBytesOf(
  request: Request,
  { mediaTypes, longest }: { mediaTypes: readonly string[]; longest: number },
): Promise<{ ok: true; value: Buffer } | { ok: false; error: ApiError }> {
  if (!isOneOf(request, mediaTypes)) return { ok: false, error: { code: 'body.unsupported' } };
  return readBytes(request, longest);
}

async function readBytes(
  request: Request,
  longest: number,
): Promise<{ ok: true; value: Buffer } | { ok: false; error: ApiError }> {
  if (Number(request.headers['content-length'] ?? 0) > longest) return tooLarge(request);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longest) return tooLarge(request);
    chunks.push(chunk);
  }
  return { ok: true, value: Buffer.concat(chunks) };
}

/** The rest is not waited for: the connection ends with the answer. */
function tooLarge(request: Request): { ok: false; error: ApiError } {
  request.res?.set('Connection', 'close');
  return { ok: false, error: { code: 'body.tooLarge' } };
}
