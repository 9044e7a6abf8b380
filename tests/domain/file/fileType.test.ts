import { describe, expect, it } from '@jest/globals';
import { fileTypeOf } from '../../../domain/file/fileType';

const mail = 'Received: by x\r\n\tfor y\r\nFrom: a@b.example\r\nDate: Sat, 28 Mar 2026 02:00:00 +0000\r\n\r\n<html>';

describe('what a file is, is told by its own bytes', () => {
  it.each([
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
    ['a PNG', Buffer.from('89504e470d0a1a0a00', 'hex'), 'image/png'],
    ['a JPEG', Buffer.from('ffd8ffe000', 'hex'), 'image/jpeg'],
    ['a mail', Buffer.from(mail), 'message/rfc822'],
    ['a mail with bare line feeds', Buffer.from(mail.replaceAll('\r', '')), 'message/rfc822'],
    ['nothing at all', Buffer.alloc(0), null],
    ['a page', Buffer.from('<!DOCTYPE html>\n\nFrom: a\nDate: b'), null],
    ['a picture that can hold a script', Buffer.from('<svg xmlns="x"/>'), null],
    ['an archive', Buffer.from('504b0304', 'hex'), null],
    ['a page that ends as a PDF', Buffer.from('<script/>%PDF-1.7'), null],
    ['half a PNG', Buffer.from('89504e47', 'hex'), null],
    ['fields without whom it is from', Buffer.from('Date: now\r\nSubject: x\r\n\r\n'), null],
    ['a mailbox of several mails', Buffer.from(`From a@b.example\n${mail}`), null],
  ] as const)('%s', (_name, bytes, type) => {
    expect(fileTypeOf(bytes)).toBe(type);
  });
});
