import type { Entry, EntryDraft } from '../../domain/journal/entry';
import { sealEntry } from '../../domain/journal/seal';
import type { IncidentEvent } from '../../domain/incident/events';
import type { Json } from '../../domain/shared/jcs';

const secrets = { macKey: 'test', newSalt: () => '00'.repeat(32) };

export const reportedEvent: Extract<IncidentEvent, { type: 'event.reported' }> = {
  type: 'event.reported',
  values: {
    source: 'person',
    channel: 'form',
    kind: 'intrusion',
    alertedAt: '2026-05-13T07:52:00.000Z',
    detectedAt: '2026-05-13T08:00:00.000Z',
    language: 'fr',
    exercise: false,
    text: 'Tableau envoyé à une autre collectivité.',
    declarantName: 'Robin Exemple',
    declarantEmail: 'robin@client.example',
    declarantPhone: null,
    systems: [],
  },
};

export function draftOf(orgId: string, id: string, event: { type: string; values: object }, key: string): EntryDraft {
  const at = '2026-05-13T08:00:00.000Z';
  const actor = { kind: 'person', id: 'p-oncall' } as const;
  const values = event.values as Record<string, Json>;
  return { orgId, at, actor, type: event.type, subject: { kind: 'incident', id }, key, values, request: key };
}

type Written = { event: IncidentEvent | { type: string; values: object }; by?: string; at?: string };

/** Entries of one incident, one second apart unless said: numbered from 1, `recordedAt` as given. */
export function entriesOf(written: readonly Written[], id = 'i1'): Entry[] {
  return written.map(({ event, by = 'p-oncall', at }, index) => {
    const recordedAt = at ?? new Date(Date.parse('2026-05-13T08:01:00.000Z') + index * 1000).toISOString();
    const draft = draftOf('slime', id, event, `k${index}`);
    const place = { seq: index + 1, revision: index + 1, recordedAt };
    return sealEntry({ ...draft, actor: { kind: 'person', id: by } }, place, secrets);
  });
}
