import { type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Address } from './place';

/** How far one request got. `handedOver`: its bytes were on their way, so that without an answer it may have been taken. */
export type Posted = { status: number; body: string } | { status: null; handedOver: boolean };

export type Post = {
  url: URL;
  addresses: readonly Address[];
  headers: Record<string, string>;
  bytes: Buffer;
  timeoutMs: number;
  /** Certificates that are trusted beside the system's, PEM. */
  ca?: string[] | undefined;
  /** How much of an answer is read; what is longer is no answer. None by default. */
  mostAnswerBytes?: number;
};

const MOST_HEADER_BYTES = 8_192;

/**
 * One request to an address that was looked at before, on a connection of its own. No redirect is followed; of a body no
 * more is taken than was asked for. Never rejects; ends after `timeoutMs` whatever the other side does.
 */
export function postOnce({
  url,
  addresses,
  headers,
  bytes,
  timeoutMs,
  ca,
  mostAnswerBytes = 0,
}: Post): Promise<Posted> {
  return new Promise((resolve) => {
    let handedOver = false;
    let isAnswered = false;
    let request: ClientRequest | null = null;
    const end = (posted: Posted) => {
      clearTimeout(alarm);
      resolve(posted);
      request?.destroy();
    };
    const alarm = setTimeout(() => end({ status: null, handedOver }), timeoutMs);
    const options = {
      method: 'POST',
      agent: false as const,
      lookup: pinned(addresses),
      maxHeaderSize: MOST_HEADER_BYTES,
      headers: { ...headers, 'content-length': String(bytes.length), connection: 'close' },
    };
    try {
      request = url.protocol === 'https:' ? httpsRequest(url, { ...options, ca }) : httpRequest(url, options);
    } catch {
      return end({ status: null, handedOver });
    }
    const opened = url.protocol === 'https:' ? 'secureConnect' : 'connect';
    request.on('socket', (socket) => socket.once(opened, () => (handedOver = true)));
    const unanswered = () => isAnswered || end({ status: null, handedOver });
    request.on('response', (response) => {
      isAnswered = true;
      void readAnswer(response, mostAnswerBytes).then(end);
    });
    request.on('error', unanswered);
    request.on('close', unanswered); // an upgrade, which nobody asked for
    request.end(bytes);
  });
}

/** The status, and as much of the body as was asked for; a body that breaks off is an empty one. */
async function readAnswer(response: IncomingMessage, most: number): Promise<Posted> {
  const status = response.statusCode ?? 0;
  if (most === 0) return { status, body: '' };
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > most) return { status, body: '' };
      chunks.push(chunk);
    }
  } catch {
    return { status, body: '' };
  }
  return { status, body: Buffer.concat(chunks).toString('utf8') };
}

/** Answers every question for the host's address with those that were looked at: a second answer of its name counts for nothing. */
const pinned =
  (addresses: readonly Address[]): LookupFunction =>
  (_host, options, answer) => {
    const [first] = addresses;
    if (options.all === true) answer(null, [...addresses]);
    else answer(null, first?.address ?? '', first?.family ?? 0);
  };
