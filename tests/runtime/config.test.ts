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
