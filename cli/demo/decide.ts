import { z } from 'zod';
import type { Api } from '../shell/api';

/** A decision on what was read just before: its ETag goes along. `path`: of what is decided on, inside the organisation. */
export async function decide<T>(api: Api, path: string, { what, body }: Decision, schema: z.ZodType<T>): Promise<T> {
  const { etag } = await api.get(path, z.unknown());
  return (await api.post(`${path}/${what}`, body, schema, etag === null ? {} : { etag })).body;
}

type Decision = { what: string; body: object };
