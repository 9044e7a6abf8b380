import type { CaseEvent } from '../../domain/controllerCase/events';
import type { Entry } from '../../domain/journal/entry';
import { sealEntry } from '../../domain/journal/seal';
import { plain } from '../../domain/shared/plain';

const secrets = { macKey: 'test', newSalt: () => '00'.repeat(32) };

/** Entries of one controller's case, numbered from 1, written at the given instants. */
export function entriesOf(written: readonly { event: CaseEvent; by?: string; at?: string }[]): Entry[] {
  return written.map(({ event, by = 'p-dpo', at = '2026-03-10T14:00:00.000Z' }, index) => {
    const draft = {
      orgId: 'collectivite',
      at,
      actor: { kind: 'person' as const, id: by },
      ...event,
      subject: { kind: 'controllerCase' as const, id: 'c1' },
      key: `k${index}`,
      values: plain(event.values),
      request: `k${index}`,
    };
    return sealEntry(draft, { seq: index + 1, revision: index + 1, recordedAt: at }, secrets);
  });
}
