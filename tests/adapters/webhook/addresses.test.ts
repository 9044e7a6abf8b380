import { describe, expect, it } from '@jest/globals';
import { isPublicAddress } from '../../../adapters/webhook/addresses';
import { openPlace } from '../../../adapters/webhook/place';
import { isWebhookUrl } from '../../../domain/party/webhookUrl';

const closed = [
  '0.0.0.0 10.1.2.3 100.64.0.1 100.100.100.200 127.0.0.1 127.9.9.9 168.63.129.16 169.254.169.254 172.16.0.1',
  '172.31.255.255 192.0.0.192 192.168.1.1 198.18.0.1 203.0.113.7 224.0.0.1 240.0.0.1 255.255.255.255',
  ':: ::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::7f00:1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 64:ff9b::7f00:1',
  '2001::1 2001:db8::1 2002:7f00:1:: 3fff::1 ff02::1 hooks.example 1.2.3',
].flatMap((line) => line.split(' '));

describe('an address', () => {
  it.each(closed)('%s leads to no place of the public Internet', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '172.15.0.1',
    '172.32.0.1',
    '192.0.1.1',
    '223.255.255.255',
    '2606:4700::1111',
    '2a01:e0a::1',
  ])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));
});

describe('a place', () => {
  const named =
    (...addresses: string[]) =>
    async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  const place = (url: string, allowed: string[] = [], ...addresses: string[]) =>
    openPlace(new URL(url), allowed, named(...addresses));

  it('is open where all its addresses are public, and they are kept', async () => {
    expect(await place('https://hooks.example/a', [], '8.8.8.8', '2606:4700::1111')).toEqual({
      open: true,
      addresses: [
        { address: '8.8.8.8', family: 4 },
        { address: '2606:4700::1111', family: 6 },
      ],
    });
  });
  it('is closed where one of them is not', async () => {
    expect(await place('https://hooks.example/a', [], '8.8.8.8', '10.0.0.1')).toEqual({ open: false, why: 'closed' });
  });
  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:7f00:1]/',
  ])('%s is closed, however it is written', async (url) =>
    expect(await place(url, [], '8.8.8.8')).toEqual({ open: false, why: 'closed' }),
  );
  it('may be private where the operator names its host, with this port or with any', async () => {
    const url = 'https://hooks.intern:8443/a';
    expect(await place(url, ['hooks.intern'], '10.0.0.1')).toMatchObject({ open: true });
    expect(await place(url, ['hooks.intern:8443'], '10.0.0.1')).toMatchObject({ open: true });
    for (const other of ['hooks.intern:443', 'intern', 'hooks.intern.example', '10.0.0.1']) {
      expect(await place(url, [other], '10.0.0.1')).toMatchObject({ open: false });
    }
  });
  it('without an address is one that may be tried again', async () => {
    const away = () => Promise.reject(new Error('EAI_AGAIN'));
    expect(await openPlace(new URL('https://hooks.example'), [], away)).toEqual({ open: false, why: 'unresolved' });
  });
});

it.each([
  ['https://hooks.example/a?b=c', true],
  ['http://hooks.example/', false],
  ['https://name:word@hooks.example/', false],
  ['https://hooks.example/#part', false],
  ['https://hooks.example/a b', false],
  ['https:\\\\hooks.example', false],
  ['https://', false],
  ['ftp://hooks.example', false],
  ['https://höoks.example/', false],
])('a contract may name %s as a place of webhooks: %s', (url, may) => expect(isWebhookUrl(url)).toBe(may));
