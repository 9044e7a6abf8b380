import { describe, expect, it } from '@jest/globals';
import express from 'express';
import { linkBase, readConfig, requireServers } from '../../runtime/config';

const read = (environment: NodeJS.ProcessEnv) => readConfig(environment, '/srv/vigie');

describe('the configuration', () => {
  it('needs nothing: every part is embedded', () => {
    const config = read({});
    expect(config).toMatchObject({ mongoUrl: null, smtpUrl: null, temporal: { address: null }, port: null });
    expect(config.dataFolder).toBe('/srv/vigie/.vigie/data');
  });

  it('speaks the language of the terminal, or the one that is named', () => {
    expect(read({ LANG: 'fr_FR.UTF-8' }).language).toBe('fr');
    expect(read({ LANG: 'fr_FR.UTF-8', VIGIE_LANGUAGE: 'en' }).language).toBe('en');
    expect(read({ LANG: 'C.UTF-8' }).language).toBe('en');
    expect(() => read({ VIGIE_LANGUAGE: 'de' })).toThrow('VIGIE_LANGUAGE must be fr or en');
  });

  it('is frozen', () => {
    const config = read({});
    expect(() => Object.assign(config, { bind: '0.0.0.0' })).toThrow(TypeError);
    expect(() => Object.assign(config.temporal, { tls: false })).toThrow(TypeError);
  });

  it('tells every fault at once, in words, and shows no value', () => {
    const faulty = { PORT: 'http', MONGODB_URL: 'postgres://u:secret@h/d', LOG_LEVEL: 'loud', TEMPORAL_TLS_CERT: 'c' };
    expect(() => read(faulty)).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(
          /PORT must be a number[\s\S]*MONGODB_URL must be an address[\s\S]*LOG_LEVEL must/,
        ),
      }),
    );
    expect(() => read(faulty)).not.toThrow(/secret/);
  });

  it('wants a sender with a relay', () => {
    expect(() => read({ SMTP_URL: 'smtp://relay.example.org' })).toThrow(/MAIL_FROM must be given/);
  });

  it('wants certificate and key of Temporal together', () => {
    expect(() => read({ TEMPORAL_TLS_CERT: 'cert.pem' })).toThrow(/TEMPORAL_TLS_KEY/);
    expect(read({ TEMPORAL_TLS_CERT: 'c', TEMPORAL_TLS_KEY: 'k' }).temporal.tls).toBe(true);
  });

  it('believes no proxy but those that are named, as addresses or networks', () => {
    expect(read({}).trustedProxies).toEqual([]);
    expect(read({ TRUSTED_PROXY: '10.0.0.4, 10.1.0.0/16 ::1' }).trustedProxies).toEqual([
      '10.0.0.4',
      '10.1.0.0/16',
      '::1',
    ]);
    expect(() => read({ TRUSTED_PROXY: 'proxy.example.org' })).toThrow(/TRUSTED_PROXY must be IP addresses/);
  });

  it.each([
    '0.0.0.0/0',
    '::/0',
    '10.0.0.0/33',
    '10.0.0.0/08',
    '::1/129',
    'fe80::1%eth0',
    '10.0.0.0/8/8',
    '10.0.0.4,::/0',
  ])('refuses %s as a proxy in one sentence that says what to do', (list) => {
    expect(() => read({ TRUSTED_PROXY: list })).toThrow(
      /^The environment cannot be used:\n {2}- TRUSTED_PROXY must be .*: name your own proxies\.$/,
    );
  });

  it.each(['10.0.0.4', '10.0.0.0/8, fe80::/10', '::ffff:10.0.0.0/104', '0.0.0.0/1', '::1/128'])(
    'takes %s, and so does the API',
    (list) => {
      const { trustedProxies } = read({ TRUSTED_PROXY: list });
      expect(() => express().set('trust proxy', [...trustedProxies])).not.toThrow();
    },
  );

  it('lets webhooks leave only where the operator says so, and names whose hosts may be private', () => {
    expect(read({}).webhooks).toEqual({ isOn: false, allowedHosts: [], caFile: null });
    const hosts = 'hooks.intern:8443, 10.0.0.4 [fd00::1]:443';
    expect(read({ WEBHOOKS: 'true', WEBHOOK_ALLOWED_HOSTS: hosts }).webhooks).toMatchObject({
      isOn: true,
      allowedHosts: ['hooks.intern:8443', '10.0.0.4', '[fd00::1]:443'],
    });
    for (const host of ['https://hooks.intern', 'Hooks.intern', '*.intern', 'a/b', 'a@b', '10.0.0.0/8']) {
      expect(() => read({ WEBHOOK_ALLOWED_HOSTS: host })).toThrow(/WEBHOOK_ALLOWED_HOSTS must be hosts/);
    }
  });

  it('wants a gateway of text messages whole: an address that is safe, its secret, and links that fit in', () => {
    const gateway = { SMS_GATEWAY_URL: 'https://sms.example/send', SMS_GATEWAY_SECRET: `whsec_${'A'.repeat(43)}=` };
    expect(read({}).smsGateway).toBeNull();
    expect(read(gateway).smsGateway).toEqual({
      url: gateway.SMS_GATEWAY_URL,
      secret: gateway.SMS_GATEWAY_SECRET,
      token: null,
    });
    expect(read({ ...gateway, SMS_GATEWAY_URL: 'http://127.0.0.1:9100/' }).smsGateway?.url).toBe(
      'http://127.0.0.1:9100/',
    );
    const faulty: [NodeJS.ProcessEnv, RegExp][] = [
      [{ SMS_GATEWAY_SECRET: gateway.SMS_GATEWAY_SECRET }, /SMS_GATEWAY_URL must be given/],
      [{ SMS_GATEWAY_TOKEN: 'word' }, /SMS_GATEWAY_URL must be given/],
      [{ SMS_GATEWAY_URL: gateway.SMS_GATEWAY_URL }, /SMS_GATEWAY_SECRET must be given/],
      [{ ...gateway, SMS_GATEWAY_URL: 'http://sms.example/' }, /SMS_GATEWAY_URL must begin with https/],
      [{ ...gateway, SMS_GATEWAY_SECRET: 'short' }, /SMS_GATEWAY_SECRET must be whsec_/],
      [{ ...gateway, SMS_GATEWAY_TOKEN: 'two words' }, /SMS_GATEWAY_TOKEN must be one word/],
      [{ ...gateway, PUBLIC_URL: `https://${'a'.repeat(60)}.example` }, /PUBLIC_URL must have at most/],
    ];
    for (const [environment, rule] of faulty) expect(() => read(environment)).toThrow(rule);
    expect(() => read({ ...gateway, SMS_GATEWAY_SECRET: 'verysecret' })).not.toThrow(/verysecret/);
  });

  it('takes an empty variable for an absent one', () => {
    expect(read({ MONGODB_URL: '', PORT: '' })).toMatchObject({ mongoUrl: null, port: null });
  });

  it('names every server that a process was started without', () => {
    expect(() => requireServers(read({ MONGODB_URL: 'mongodb://h/d' }))).toThrow(/TEMPORAL_ADDRESS[\s\S]*SMTP_URL/);
  });

  it('leads links to the public address, else to where it listens', () => {
    expect(linkBase(read({ PUBLIC_URL: 'https://vigie.example.org/' }))).toBe('https://vigie.example.org');
    expect(linkBase(read({ PORT: '9000' }))).toBe('http://127.0.0.1:9000');
    expect(linkBase(read({ BIND: '::1', PORT: '9000' }))).toBe('http://[::1]:9000');
  });
});
