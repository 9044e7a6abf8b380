import { type ClientRequest, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Address } from './place';

/** How far one request got. `handedOver`: its bytes were on their way, so that without an answer it may have been taken. */
export type Posted = { status: number } | { status: null; handedOver: boolean };

export type Post = {
  url: URL;
  addresses: readonly Address[];
  headers: Record<string, string>;
  bytes: Buffer;
  timeoutMs: number;
  /** Certificates that are trusted beside the system's, PEM. */
  ca?: string[] | undefined;
};

const MOST_HEADER_BYTES = 8_192;

/**
 * One request to an address that was looked at before, on a connection of its own. Only the status is read: no redirect is
 * followed, no byte of a body is taken. Never rejects; ends after `timeoutMs` whatever the other side does.
 */
export function postOnce({ url, addresses, headers, bytes, timeoutMs, ca }: Post): Promise<Posted> {
  return new Promise((resolve) => {
    let handedOver = false;
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
    request.on('response', ({ statusCode }) => end({ status: statusCode ?? 0 }));
    request.on('error', () => end({ status: null, handedOver }));
    request.on('close', () => end({ status: null, handedOver })); // an upgrade, which nobody asked for
    request.end(bytes);
  });
}

/** Answers every question for the host's address with those that were looked at: a second answer of its name counts for nothing. */
const pinned =
  (addresses: readonly Address[]): LookupFunction =>
  (_host, options, answer) => {
    const [first] = addresses;
    if (options.all === true) answer(null, [...addresses]);
    else answer(null, first?.address ?? '', first?.family ?? 0);
  };
