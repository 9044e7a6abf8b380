import { isIP } from 'node:net';

/** IPv4 carried in IPv6: `::ffff:a.b.c.d`. */
const MAPPED = '0:0:0:0:0:65535';

/**
 * The network that attempts from an address are counted by: of IPv4 the address itself; of IPv6 its /64, since a customer
 * has a whole one to try from. What is no address (a proxy may say anything) counts as one network.
 */
export function networkOf(address: string): string {
  const [text = ''] = address.split('%');
  if (isIP(text) === 4) return text;
  if (isIP(text) !== 6) return '';
  const [head = '', tail] = text.split('::');
  const [first, last] = [groupsOf(head), groupsOf(tail ?? '')];
  const groups = [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last];
  if (groups.slice(0, 6).join(':') !== MAPPED) return groups.slice(0, 4).join(':');
  return groups.slice(6).flatMap(bytesOf).join('.');
}

/** The 16-bit groups of one side of an IPv6 address; the last two may be written as IPv4. */
const groupsOf = (side: string): number[] =>
  side === '' ? [] : side.split(':').flatMap((group) => (group.includes('.') ? pairsOf(group) : [parseInt(group, 16)]));

function pairsOf(ipv4: string): number[] {
  const [a = 0, b = 0, c = 0, d = 0] = ipv4.split('.').map(Number);
  return [a * 256 + b, c * 256 + d];
}

const bytesOf = (group: number): number[] => [group >> 8, group & 255];
