import { z } from 'zod';

/** What is taken: papers, pictures of papers, and mails as they came. */
export const FileType = z.enum(['application/pdf', 'image/png', 'image/jpeg', 'message/rfc822']);
export type FileType = z.infer<typeof FileType>;

const beginnings: readonly { type: FileType; bytes: readonly number[] }[] = [
  { type: 'application/pdf', bytes: [...Buffer.from('%PDF-')] },
  { type: 'image/png', bytes: [0x89, ...Buffer.from('PNG\r\n'), 0x1a, 0x0a] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
];

/** What a file is by its own bytes, whatever its name or its sender say; null: nothing that is taken. */
export function fileTypeOf(bytes: Buffer): FileType | null {
  const found = beginnings.find((one) => one.bytes.every((byte, index) => bytes[index] === byte));
  return found?.type ?? (isMail(bytes) ? 'message/rfc822' : null);
}

const HEAD_BYTES = 64_000;
const FIELD = /^[!-9;-~]+:/;

/** RFC 5322: header fields up to an empty line, among them whom it is from and when it was written. */
function isMail(bytes: Buffer): boolean {
  const [head = ''] = bytes
    .subarray(0, HEAD_BYTES)
    .toString('latin1')
    .split(/\r?\n\r?\n/, 1);
  const lines = head.split(/\r?\n/);
  const areFields = lines.every((line, index) => FIELD.test(line) || (index > 0 && /^[ \t]/.test(line)));
  return areFields && ['from', 'date'].every((name) => lines.some((line) => line.toLowerCase().startsWith(`${name}:`)));
}
