import type { Request, Response } from 'express';
import { type NotTaken, type Received, receiveMessage } from '../../application/exchange/receiveMessage';
import { JSON_LINES, OCTETS } from '../../application/ports/documents';
import { LONGEST_MESSAGE } from '../../domain/exchange/message';
import type { PeerWhy } from '../../domain/exchange/why';
import { createAttempts } from '../sessions/attempts';
import type { Door } from './door';
import { OrgId } from './fields';
import { exchangeProblems } from './exchangeProblems';
import { giveTime } from './patience';
import { readRawBody } from './readBody';
import { readHead } from './readHead';
import { createTurns, type Turns } from './turns';
import { withinReach } from './withinReach';

/** Documents whose bytes come in at one time: each is held whole until it is stored, 10 MB. */
const MOST_FILES_AT_ONCE = 4;

/** Messages from one network in a minute, taken or not; ten that nobody sealed who is let in. */
const MOST_A_MINUTE = 240;

/**
 * What other installations post (ADR 0037), messages alone and those with a document's bytes (ADR 0041): no token opens it,
 * a seal does. What is not taken changes nothing, and says why; whoever is not let in learns of no organisation.
 */
export function serveExchange(door: Door) {
  const nowMs = () => door.ports.now().getTime();
  const [all, failed] = [createAttempts(nowMs, MOST_A_MINUTE), createAttempts(nowMs)];
  const turns = createTurns(MOST_FILES_AT_ONCE);
  return {
    message: serve((request) => take(door, request)),
    file: serve((request) => takeFile(door, request, turns)),
  };

  function serve(takeIn: (request: Request) => Promise<Received>) {
    return async (request: Request, response: Response): Promise<void> => answer(takeIn, request, response);
  }

  async function answer(takeIn: (request: Request) => Promise<Received>, request: Request, response: Response) {
    const from = request.ip ?? '';
    const waitSeconds = all.note(from);
    if (waitSeconds > 0) return refuse(response, { why: 'busy', issues: [], retryAfterSeconds: waitSeconds });
    const received = await withinReach(takeIn(request), door.health.database, response);
    if (received.ok) return void response.status(200).type(JSON_LINES).end(received.receipt);
    if (!strangers.includes(received.why)) return refuse(response, received);
    const failedSeconds = failed.note(from);
    return refuse(
      response,
      failedSeconds > 0 ? { ...received, why: 'busy', retryAfterSeconds: failedSeconds } : received,
    );
  }
}

/** What somebody sends who is known to nobody here. */
const strangers: readonly PeerWhy[] = ['unreadable', 'altered', 'stranger', 'tooLarge'];

const notTaken = (why: PeerWhy): Received => ({ ok: false, why, issues: [], retryAfterSeconds: null });

async function take(door: Door, request: Request): Promise<Received> {
  const body = await readRawBody(request, { mediaTypes: [JSON_LINES], longest: LONGEST_MESSAGE });
  if (!body.ok) return notTaken(body.error.code === 'body.tooLarge' ? 'tooLarge' : 'unreadable');
  const orgId = OrgId.safeParse(request.params['orgId']);
  if (!orgId.success) return notTaken('stranger');
  const text = Buffer.isBuffer(body.value) ? body.value.toString('utf8') : '';
  return receiveMessage(door.ports, { orgId: orgId.data, text });
}

/** The message comes first, and nothing after it is looked at before that is believed. */
async function takeFile(door: Door, request: Request, turns: Turns): Promise<Received> {
  const orgId = OrgId.safeParse(request.params['orgId']);
  if (!orgId.success) return notTaken('stranger');
  const read = await readHead(request, OCTETS);
  if (read === null) return notTaken('unreadable');
  const { text, rest, end } = read;
  const bytes = () => {
    const mine = turns.take(rest);
    if (mine !== null) giveTime(request);
    return mine;
  };
  return receiveMessage(door.ports, { orgId: orgId.data, text, bytes }).finally(end);
}

function refuse(response: Response, { why, issues, retryAfterSeconds }: NotTaken): void {
  const { status, title } = exchangeProblems[why];
  const code = `exchange.${why}`;
  if (retryAfterSeconds !== null) response.set('Retry-After', String(retryAfterSeconds));
  const problem = { type: `urn:vigie:problem:${code}`, title, status, code, ...(issues.length > 0 && { issues }) };
  response.status(status).type('application/problem+json').end(JSON.stringify(problem));
}
