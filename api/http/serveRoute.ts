import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { identifyToken } from '../sessions/identify';
import type { Context } from '../../application/ports/ports';
import type { Answer, Reply, Route } from './defineRoute';
import type { Door } from './door';
import { giveTime } from './patience';
import { sendProblem } from './problems';
import { readJsonBody, readQuery, readRawBody } from './readBody';
import { withinReach } from './withinReach';

/**
 * One route at the door, in this order: who are you (401), is this your house (404), may your role (403),
 * can it be read (413, 415, 400), what is wrong with it (400, 428). Only then the use case.
 */
export function serveRoute(door: Door, route: Route) {
  return async (request: Request, response: Response): Promise<void> => {
    const answer = await withinReach(ask(door, route, request), door.health.database, response);
    if (!answer.ok) return sendProblem(response, answer.error);
    if (door.checkAnswers === true && 'body' in answer.value) route.response.parse(answer.value.body);
    return sendReply(response, route.status, answer.value);
  };
}

async function ask(door: Door, route: Route, request: Request): Promise<Answer> {
  const memberships = await identifyToken(door.ports, request);
  if (memberships === null) return { ok: false, error: { code: 'credentials.missing' } };
  // A token is of one organisation; a route that names none is asked of that one.
  const isNamed = route.path.includes('{orgId}');
  const here = isNamed ? memberships.find(({ orgId }) => orgId === request.params['orgId']) : memberships[0];
  if (here === undefined) return { ok: false, error: { code: 'subject.unknown' } };
  const ctx: Context = { orgId: here.orgId, actor: here.actor, roles: here.roles, ports: door.ports };
  if (!route.policy(ctx)) return { ok: false, error: { code: 'actor.forbidden' } };

  const query = readQuery(request.url);
  if (!query.ok) return { ok: false, error: { code: 'input.invalid', issues: query.issues } };
  const body = await bodyOf(route, request);
  if (!body.ok) return body;
  const { params, headers } = request;
  return route.handle(ctx, {
    params: { ...params },
    headers,
    query: query.value,
    body: body.value,
    faults: body.faults,
  });
}

async function bodyOf({ method, raw }: Route, request: Request) {
  if (method === 'get') return { ok: true as const, value: undefined, faults: [] };
  if (raw === undefined) return readJsonBody(request);
  if ('streamed' in raw) giveTime(request);
  const read = await readRawBody(request, raw);
  return read.ok ? { ...read, faults: [] } : read;
}

export async function sendReply(response: Response, status: number, reply: Reply): Promise<void> {
  response.status(status).set(reply.headers ?? {});
  if ('body' in reply) {
    response.type('application/json').end(JSON.stringify(reply.body));
    return;
  }
  if ('bytes' in reply) {
    // the name first: it would set a type of its own
    response.attachment(reply.fileName).type(reply.mediaType).end(reply.bytes);
    return;
  }
  if (reply.fileName !== undefined) response.attachment(reply.fileName);
  response.type(reply.mediaType);
  await pipeline(Readable.from(reply.lines), response);
}
