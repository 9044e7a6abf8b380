import { Client, Connection, type ConnectionOptions } from '@temporalio/client';

export type TemporalSettings = Pick<ConnectionOptions, 'tls' | 'apiKey'> & { address: string; namespace?: string };

const LONGEST_RECONNECT_MS = 5_000;

/**
 * A client that connects at its first call and again by itself, so that whoever holds it starts with Temporal down.
 *
 * It never retries a call: the relay does, with every duty in view, and the SDK's own retry throws uncaught when
 * its timer fires on a connection that was closed meanwhile.
 */
export function openTemporal({ namespace = 'default', ...options }: TemporalSettings) {
  const connection = Connection.lazy({
    ...options,
    interceptors: [],
    // By default gRPC waits up to two minutes: a server that is back would not be seen for as long.
    channelArgs: { 'grpc.initial_reconnect_backoff_ms': 500, 'grpc.max_reconnect_backoff_ms': LONGEST_RECONNECT_MS },
  });
  return { client: new Client({ connection, namespace }), connection, close: () => connection.close() };
}
