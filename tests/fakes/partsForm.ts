/** What of a file stands in a form in parts: its field's name, the name that it came with, its bytes as text. */
export type PartFile = { field: string; name: string; bytes: string };

export const PARTS = { 'content-type': 'multipart/form-data; boundary=b' };

const part = (head: string, body: string) => `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;

/** A form as a browser sends it in parts, its files behind its fields. */
export const partsForm = (fields: Readonly<Record<string, string>>, files: readonly PartFile[]): string =>
  [
    ...Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value)),
    ...files.map(({ field, name, bytes }) => part(`name="${field}"; filename="${name}"`, bytes)),
    '--b--\r\n',
  ].join('');
