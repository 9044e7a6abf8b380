import { BlockList, isIP } from 'node:net';

/** IPv4 that leads to no place of the public Internet (IANA special-purpose registry), and one cloud's own host. */
const CLOSED_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32], // Azure: answers every machine in its network
  ['169.254.0.0', 16], // link-local, and where most clouds keep a machine's credentials
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3], // multicast, reserved, broadcast
];

/** Within 2000::/3, the only range that is routed: tunnels and translations that end at an IPv4, documentation, tests. */
const CLOSED_V6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const closedV4 = new BlockList();
for (const [network, bits] of CLOSED_V4) closedV4.addSubnet(network, bits, 'ipv4');
const routedV6 = new BlockList();
routedV6.addSubnet('2000::', 3, 'ipv6');
const closedV6 = new BlockList();
for (const [network, bits] of CLOSED_V6) closedV6.addSubnet(network, bits, 'ipv6');

/** Whether an address lies in the public Internet. What is none, or is an IPv4 written as an IPv6, does not. */
export function isPublicAddress(address: string): boolean {
  const family = address.includes('%') ? 0 : isIP(address);
  if (family === 4) return !closedV4.check(address, 'ipv4');
  return family === 6 && routedV6.check(address, 'ipv6') && !closedV6.check(address, 'ipv6');
}
