import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublicAddress } from './addresses';

export type Address = { address: string; family: number };

export type Resolve = (host: string) => Promise<Address[]>;

/** All addresses of a name, in the order that the system gives. */
const resolveHost: Resolve = (host) => lookup(host, { all: true, order: 'verbatim' });

/** Where a request may go: the addresses that were looked at are those that are connected to. */
export type Place = { open: true; addresses: Address[] } | { open: false; why: 'closed' | 'unresolved' };

/**
 * Resolves a host once. One address of many that is not public closes it: who may add a private one to a name of ours
 * would choose which is tried.
 *
 * @param allowed hosts, or hosts with a port, that the operator has named: theirs may be private
 */
export async function openPlace(url: URL, allowed: readonly string[], resolve: Resolve = resolveHost): Promise<Place> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = await addressesOf(host, resolve);
  if (addresses.length === 0) return { open: false, why: 'unresolved' };
  const isNamed = allowed.includes(url.hostname) || allowed.includes(`${url.hostname}:${portOf(url)}`);
  const isOpen = isNamed || addresses.every(({ address }) => isPublicAddress(address));
  return isOpen ? { open: true, addresses } : { open: false, why: 'closed' };
}

async function addressesOf(host: string, resolve: Resolve): Promise<Address[]> {
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family }];
  return resolve(host).catch(() => []);
}

const portOf = ({ port, protocol }: URL): string => port || (protocol === 'https:' ? '443' : '80');
