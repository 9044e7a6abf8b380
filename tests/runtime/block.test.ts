import { describe, expect, it } from '@jest/globals';
import { startBlock } from '../../runtime/block';

const facts = {
  address: 'http://127.0.0.1:8080',
  portNote: { isWished: true, lost: null },
  token: 'vgt_secret',
  orgId: 'o1',
  dataFolder: '/srv/vigie/data',
  engine: 'SecantusDB' as const,
  temporalUi: 'http://127.0.0.1:8233',
  mailsAreCaught: true,
};

describe('the start block', () => {
  it('is short, and tells address, way in, place of the data and that mails are caught', () => {
    const block = startBlock(facts, 'en');
    for (const word of [facts.address, facts.token, facts.orgId, facts.dataFolder, 'mails are caught']) {
      expect(block).toContain(word);
    }
    expect(block.trim().split('\n').length).toBeLessThan(12);
  });

  it('shows the token once', () => {
    expect(startBlock({ ...facts, token: null }, 'en')).not.toContain('vgt_');
  });

  it('says of the small database that it is for a trial', () => {
    expect(startBlock(facts, 'en')).toContain('for a trial or one small organisation');
    expect(startBlock({ ...facts, engine: 'mongod' }, 'en')).not.toContain('trial');
  });

  it('says which port is kept where the usual one was taken, and that links lead nowhere while the kept one is', () => {
    const noteOf = (portNote: { isWished: boolean; lost: number | null }) =>
      startBlock({ ...facts, portNote }, 'en').match(/^ {2}Port.*$/m)?.[0];
    expect(noteOf({ isWished: true, lost: null })).toBeUndefined();
    expect(noteOf({ isWished: false, lost: null })).toContain('this one is kept for the next starts');
    expect(noteOf({ isWished: false, lost: 41_000 })).toContain('port 41000 of earlier starts is taken');
  });

  it('says so when mails leave', () => {
    const block = startBlock({ ...facts, mailsAreCaught: false }, 'en');
    expect(block).not.toContain('caught');
    expect(block).toContain('sent by your relay');
  });

  it('is in French where the terminal is', () => {
    const block = startBlock(facts, 'fr').replaceAll('\u00a0', ' ');
    for (const word of ['Vigie est prête.', 'Jeton', facts.token, facts.dataFolder, 'les courriels sont retenus']) {
      expect(block).toContain(word);
    }
    expect(block).not.toMatch(/\b(ready|Way in|Mails|caught)\b/);
  });
});
