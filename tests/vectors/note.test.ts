import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { checkpointText, readCheckpointText } from '../../domain/journal/checkpoint';
import { keyIdOf, noteOf, readNote, verifierKeyOf } from '../../domain/journal/note';

/** DER heads of an Ed25519 public key and of a private key. */
const spki = Buffer.from('302a300506032b6570032100', 'hex');
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

function openVerifierKey(vkey: string) {
  const [name = '', keyId = '', packed = ''] = vkey.split('+', 2).concat(vkey.split('+').slice(2).join('+'));
  const bytes = Buffer.from(packed, 'base64').subarray(1);
  const key = createPublicKey({ key: Buffer.concat([spki, bytes]), format: 'der', type: 'spki' });
  return { name, keyId, bytes, key };
}

/** Known notes of public logs and of the reference implementation. */
const vectors = [
  {
    vkey: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    note:
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
      '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
  },
  {
    vkey: 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
    note:
      'This is an example message.\n\n' +
      '\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
  },
];

describe('C2SP signed notes', () => {
  it.each(vectors)('the key id of $vkey is computed from name and key', ({ vkey }) => {
    const { name, keyId, bytes } = openVerifierKey(vkey);
    expect(keyIdOf({ name, bytes })).toBe(keyId);
    expect(verifierKeyOf({ name, bytes })).toBe(vkey);
  });

  it.each(vectors)('the known note of $vkey reads, verifies and is written again byte by byte', ({ vkey, note }) => {
    const { key, name, keyId } = openVerifierKey(vkey);
    const read = readNote(note);
    const [signature] = read?.signatures ?? [];
    expect(signature).toMatchObject({ name, keyId });
    if (read === null || signature === undefined) throw new Error('not a note');
    expect(verify(null, Buffer.from(read.text), key, signature.signature)).toBe(true);
    expect(noteOf(read.text, signature)).toBe(note);
  });

  it('the known private key signs the known note', () => {
    const seed = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
    const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
    const [{ note } = { note: '' }] = vectors;
    const text = readNote(note)?.text ?? '';
    const signature = sign(null, Buffer.from(text), key);
    expect(noteOf(text, { name: 'PeterNeumann', keyId: 'c74f20a3', signature })).toBe(note);
  });

  it.each([
    ['no empty line', 'text\n\u2014 a AAAAAAAA\n'],
    ['no last line feed', 'text\n\n\u2014 a AAAAAAAA'],
    ['a hyphen for the dash', 'text\n\n- a AAAAAAAA\n'],
    ['base64 without its padding', 'text\n\n\u2014 a AAAAAAA\n'],
    ['base64 with other last bits', 'text\n\n\u2014 a AAAAAAB=\n'],
    ['a word too many', 'text\n\n\u2014 a AAAAAAAA b\n'],
    ['a key id alone', 'text\n\n\u2014 a AAAAAA==\n'],
  ])('%s is no note', (_, note) => {
    expect(readNote(note)).toBeNull();
  });

  it.each(['', 'a b', 'a+b', 'a\u00a0b', 'a\nb'])('%p is no name of a key', (name) => {
    expect(() => keyIdOf({ name, bytes: Buffer.alloc(32) })).toThrow(RangeError);
  });
});

describe('C2SP checkpoints', () => {
  const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';

  it('the example of the specification reads and is written again', () => {
    const head = readCheckpointText(text);
    expect(head).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 });
    expect(head && checkpointText(head)).toBe(text);
  });

  it.each([
    ['a leading zero', text.replace('2085', '02085')],
    ['an extension line', `${text}more\n`],
    ['a short root', text.replace('CsUY', '')],
    ['no origin', text.replace('example.com/behind-the-sofa', '')],
    ['a sign', text.replace('20852163', '+20852163')],
  ])('%s is not taken', (_, damaged) => {
    expect(readCheckpointText(damaged)).toBeNull();
  });
});
