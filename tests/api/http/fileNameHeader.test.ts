import { expect, it } from '@jest/globals';
import { fileNameIn } from '../../../api/http/fileNameHeader';

it.each([
  ["attachment; filename*=UTF-8''re%C3%A7u%20%E2%82%AC.pdf", 'reçu €.pdf'],
  ['attachment; filename="recu.pdf"; filename*=utf-8\'fr\'re%C3%A7u.pdf', 'reçu.pdf'],
  ['attachment; filename="a \\"b\\"; c.pdf"', 'a "b"; c.pdf'],
  ['inline;filename=plain.pdf', 'plain.pdf'],
  ['attachment; filename="reçu.pdf"', null],
  ["attachment; filename*=UTF-8''%E0%A4", null],
  ["attachment; filename*=iso-8859-1''x.pdf", null],
  ['attachment', null],
  ['', null],
])('a name in Content-Disposition: %s', (header, name) => expect(fileNameIn(header)).toBe(name));
