import type { z } from 'zod';
import type { Asker } from '../../application/policies/asker';
import type { Context } from '../../application/ports/ports';
import { type ApiError, toIssues } from './problems';

type RequestSchema = z.ZodObject<{ params: z.ZodObject; headers: z.ZodObject; body: z.ZodType }>;

export type Answer<T> =
  | { ok: true; value: { body: T; headers?: Record<string, string> } }
  | { ok: false; error: ApiError };

/** A route is data: what serves it, documents it and tests it reads the same lines. */
type RouteData<Request extends RequestSchema, Response extends z.ZodType> = {
  method: 'get' | 'post';
  /** As OpenAPI writes it: `{orgId}`. */
  path: string;
  summary: string;
  /** Asked before the request is parsed: a stranger learns nothing about its shape. */
  policy: (asker: Asker) => boolean;
  request: Request;
  status: number;
  response: Response;
};

export type Route = RouteData<RequestSchema, z.ZodType> & {
  handler(ctx: Context, raw: unknown): Promise<Answer<unknown>>;
};

/** Ties the handler's types to the schemas, and parses before it: every fault at once, with its pointer. */
export function defineRoute<Request extends RequestSchema, Response extends z.ZodType>(
  route: RouteData<Request, Response> & {
    handler(ctx: Context, request: z.infer<Request>): Promise<Answer<z.infer<Response>>>;
  },
): Route {
  return {
    ...route,
    async handler(ctx, raw) {
      const parsed = route.request.safeParse(raw);
      if (parsed.success) return route.handler(ctx, parsed.data);
      return { ok: false, error: { code: 'input.invalid', issues: toIssues(parsed.error.issues) } };
    },
  };
}
