import { randomUUID } from 'node:crypto';
import type { Request } from 'express';

const SANE = /^[A-Za-z0-9._-]{8,64}$/;

/** The caller's id of this request if it is a sane one, so that two logs can be laid side by side; else a new one. */
export function requestIdOf(request: Request): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && SANE.test(given) ? given : randomUUID();
}
