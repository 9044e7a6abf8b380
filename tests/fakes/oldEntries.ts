import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry, SubjectKind } from '../../domain/journal/entry';
import { sealEntry } from '../../domain/journal/seal';
import type { Json } from '../../domain/shared/jcs';

export type Old = { type: string; typeVersion?: number; values: Record<string, Json> };

/**
 * What was once taken and written, at the edge of the rules of its day. It is only ever added to: where a case here turns
 * red, a schema of entries was narrowed, and somebody's journal can no longer be read.
 */
export const old = JSON.parse(readFileSync(join(__dirname, '../vectors/old-entries.json'), 'utf8')) as Record<
  SubjectKind,
  Old[]
>;

/** The entries of one subject of a kind, one after another at the same instant. */
export const oldEntriesOf = (kind: SubjectKind, told: readonly Old[] = old[kind]): Entry[] =>
  told.map(({ values, ...event }, index) => {
    const at = '2026-03-27T09:20:00.000Z';
    const subject = { kind, id: 's1' };
    const draft = {
      orgId: 'o1',
      at,
      actor: { kind: 'person' as const, id: 'p1' },
      ...event,
      subject,
      key: `k${index}`,
    };
    const place = { seq: index + 1, revision: index + 1, recordedAt: at };
    return sealEntry({ ...draft, values, request: '' }, place, { macKey: 'test', newSalt: () => '00'.repeat(32) });
  });
