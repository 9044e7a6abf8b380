import { readFileSync } from 'node:fs';
import type { Connected } from '../config';

/** Address, certificates or key of Temporal, for client and worker alike. */
export function temporalConnection({ temporal }: Pick<Connected, 'temporal'>) {
  const { address, apiKey, tls, caFile, certFile, keyFile } = temporal;
  const pair =
    certFile !== null && keyFile !== null
      ? { clientCertPair: { crt: readFileSync(certFile), key: readFileSync(keyFile) } }
      : {};
  const authority = caFile === null ? {} : { serverRootCACertificate: readFileSync(caFile) };
  return { address, ...(tls && { tls: { ...pair, ...authority } }), ...(apiKey !== null && { apiKey }) };
}
