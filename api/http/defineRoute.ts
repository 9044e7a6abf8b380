import { z } from 'zod';
import type { Asker } from '../../application/policies/asker';
import type { SentFile } from '../../application/file/takeFile';
import type { Context } from '../../application/ports/ports';
import { FileType } from '../../domain/file/fileType';
import type { Issue } from '../../domain/shared/errors';
import { ETAG, readSeen } from './etag';
import { FileNameHeader } from './fileNameHeader';
import { parseParts, type RawRequest } from './parseParts';
import type { ApiError } from './problems';

/** What a route answers: JSON, the bytes of a document, or lines as they come. */
export type Reply<Body = unknown> = { headers?: Record<string, string> } & (
  | { body: Body }
  | { bytes: Buffer; mediaType: string; fileName?: string }
  | { lines: AsyncIterable<string | Buffer>; mediaType: string; fileName?: string }
);

export type Answer<Body = unknown> = { ok: true; value: Reply<Body> } | { ok: false; error: ApiError };

/** A route is data: what serves it, documents it and tests it reads the same lines. */
type RouteFacts = {
  /** As OpenAPI writes it: `{orgId}`. */
  path: string;
  operationId: string;
  summary: string;
  description: string;
  tag: string;
  /** Asked before the request is parsed: a stranger learns nothing about its shape. */
  policy: (asker: Asker) => boolean;
  status: number;
  /** A read that says its revision in ETag. */
  etag?: boolean;
  /** It answers from the signed journal, and waits for its signature. */
  signed?: boolean;
  /** A body that is no JSON: its bytes as they came; `streamed`, they come while the handler works, and it bounds them. */
  raw?: { mediaTypes: readonly string[] } & ({ longest: number } | { streamed: true });
  /** An answer that is no JSON. */
  download?: { mediaType: string; description: string };
};

export type Route = RouteFacts & {
  method: 'get' | 'post';
  request: { params: z.ZodObject; query: z.ZodObject; headers: z.ZodObject; body: z.ZodType | null };
  response: z.ZodType;
  example: { body?: unknown; response: unknown };
  handle(ctx: Context, raw: RawRequest): Promise<Answer>;
};

const Key = z
  .string()
  .regex(/^[\x21-\x7e]{8,128}$/, 'is needed: 8 to 128 visible ASCII characters')
  .meta({ description: 'Made by the caller, one a command. A repeat under the same key is answered like the first.' });

const Revision = z
  .string()
  .regex(ETAG, 'is the ETag that was read, quotes included')
  .meta({ description: 'ETag of the newest decision that was read; what came since is answered by 412.' });

export const keyHeaders = z.object({ 'idempotency-key': Key });
export const decisionHeaders = z.object({ 'idempotency-key': Key, 'if-match': Revision });
const guardedHeaders = decisionHeaders.partial({ 'if-match': true });
const noHeaders = z.object({});
const noQuery = z.strictObject({});

type Read<P extends z.ZodObject, Q extends z.ZodObject, R extends z.ZodType> = RouteFacts & {
  params: P;
  query?: Q;
  response: R;
  example: { response: z.output<R> };
  handler(ctx: Context, request: { params: z.output<P>; query: z.output<Q> }): Promise<Answer<z.output<R>>>;
};

/** GET: changes nothing. */
export function defineRead<P extends z.ZodObject, R extends z.ZodType, Q extends z.ZodObject = typeof noQuery>(
  route: Read<P, Q, R>,
): Route {
  const { params, query, handler, ...facts } = route;
  const request = { params, query: query ?? noQuery, headers: noHeaders, body: null };
  return {
    ...facts,
    method: 'get',
    request,
    async handle(ctx, raw) {
      const parsed = parseParts<{ params: z.output<P>; query: z.output<Q> }>(request, raw);
      return parsed.ok ? handler(ctx, parsed.value) : parsed;
    },
  };
}

type Write<P extends z.ZodObject, B extends z.ZodType, R extends z.ZodType, Extra> = RouteFacts & {
  params: P;
  body: B;
  response: R;
  example: { body: z.input<B>; response: z.output<R> };
  handler(
    ctx: Context,
    request: { params: z.output<P>; body: z.output<B>; key: string } & Extra,
  ): Promise<Answer<z.output<R>>>;
};

/** What else is wrong with a body that is not well formed, so that one answer lists all. */
type Loose = (body: unknown, now: Date) => Issue[];

/** POST under an Idempotency-Key: a fact that stands whatever was written meanwhile. */
export const defineAddition = <P extends z.ZodObject, B extends z.ZodType, R extends z.ZodType>({
  loose,
  ...route
}: Write<P, B, R, unknown> & { loose?: Loose }): Route => definePost(route, keyHeaders, () => ({}), loose);

type Decided = { decided: number; stamp: string };

/**
 * POST under an Idempotency-Key and If-Match: a decision on what was read. `decided` is the revision that was; `stamp`,
 * what a notice would have told then.
 */
export const defineDecision = <P extends z.ZodObject, B extends z.ZodType, R extends z.ZodType>({
  loose,
  ...route
}: Write<P, B, R, Decided> & { loose?: Loose }): Route =>
  definePost(route, decisionHeaders, (given) => seenIn(given['if-match']), loose);

/**
 * POST under an Idempotency-Key, and under If-Match for who would not write over what somebody else wrote meanwhile.
 * `over` is the revision that was read; undefined for a fact that stands whatever was.
 */
export const defineGuardedAddition = <P extends z.ZodObject, B extends z.ZodType, R extends z.ZodType>(
  route: Write<P, B, R, { over: number | undefined }>,
): Route =>
  definePost(route, guardedHeaders, ({ 'if-match': read }) => ({
    over: read === undefined ? undefined : seenIn(read).decided,
  }));

/** In the description of the API a body is text; here its bytes come while they are read. */
const FileBody = z
  .unknown()
  .meta({ id: 'FileBody', type: 'string', description: 'the bytes of the file, as they are' });
const fileHeaders = keyHeaders.extend({ 'content-disposition': FileNameHeader.optional() });
/** What it is, the file says itself. */
const FILES = { mediaTypes: [...FileType.options, 'application/octet-stream'], streamed: true } as const;

type Upload<P extends z.ZodObject, R extends z.ZodType> = Omit<
  Write<P, typeof FileBody, R, { file: SentFile }>,
  'body' | 'raw' | 'example'
> & { example: { response: z.output<R> } };

/** POST of one file under an Idempotency-Key. The handler bounds it. */
export const defineUpload = <P extends z.ZodObject, R extends z.ZodType>({
  handler,
  example,
  ...route
}: Upload<P, R>): Route =>
  definePost<P, typeof FileBody, R, typeof fileHeaders, { name: string | null }>(
    {
      ...route,
      body: FileBody,
      raw: FILES,
      example: { body: '%PDF-1.7', ...example },
      handler: (ctx, { name, ...asked }) =>
        handler(ctx, { ...asked, file: { name, bytes: asked.body as AsyncIterable<Buffer> } }),
    },
    fileHeaders,
    ({ 'content-disposition': name = null }) => ({ name }),
  );

/** `extraOf`: what the handler is told of the headers beside the key. */
function definePost<
  P extends z.ZodObject,
  B extends z.ZodType,
  R extends z.ZodType,
  H extends typeof keyHeaders | typeof decisionHeaders | typeof guardedHeaders | typeof fileHeaders,
  Extra,
>(
  { params, body, handler, ...facts }: Write<P, B, R, Extra>,
  headers: H,
  extraOf: (given: z.output<H>) => Extra,
  loose: Loose = () => [],
): Route {
  const request = { params, query: noQuery, headers, body };
  return {
    ...facts,
    method: 'post',
    request,
    async handle(ctx, raw) {
      const parsed = parseParts<Asked<P, B, H>>(request, raw);
      if (!parsed.ok) return withLoose(parsed.error, loose(raw.body, ctx.ports.now()));
      const { headers: given, query: _none, ...asked } = parsed.value;
      const key = scoped(ctx, facts.operationId, asked.params, given['idempotency-key']);
      return inBody(await handler(ctx, { ...asked, key, ...extraOf(given) }));
    },
  };
}

function seenIn(etag: string): Decided {
  const { revision: decided = 0, stamp = '' } = readSeen(etag.slice(1, -1)) ?? {};
  return { decided, stamp };
}

type Asked<P extends z.ZodObject, B extends z.ZodType, H extends z.ZodObject> = {
  params: z.output<P>;
  query: z.output<typeof noQuery>;
  headers: z.output<H>;
  body: z.output<B>;
};

function withLoose(error: ApiError, more: readonly Issue[]): { ok: false; error: ApiError } {
  if (error.code !== 'input.invalid') return { ok: false, error };
  const inBodyToo = more.map(({ pointer, message }) => ({ pointer: `/body${pointer}`, message }));
  return { ok: false, error: { ...error, issues: [...error.issues, ...inBodyToo] } };
}

/** A use case points into its command, which is the body here. */
function inBody<Body>(answer: Answer<Body>): Answer<Body> {
  if (answer.ok || answer.error.code !== 'input.invalid') return answer;
  const issues = answer.error.issues.map(({ pointer, message }) => ({ pointer: `/body${pointer}`, message }));
  return { ok: false, error: { code: 'input.invalid', issues } };
}

/** A caller's key meets neither the engine's keys, nor another caller's, nor the same key at another address. */
function scoped({ actor }: Context, operationId: string, params: object, key: string): string {
  const place = Object.entries(params).filter(([name]) => name !== 'orgId');
  return ['api', `${actor.kind}.${actor.id}`, operationId, ...place.map(([, id]) => String(id)), key].join('/');
}
