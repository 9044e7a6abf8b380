import type { Entry } from '../journal/entry';
import { isJournalEvent } from '../journal/events';
import type { Folded } from '../journal/states';
import { readEvent } from '../shared/readEvent';
import { SubjectUnreadable } from '../shared/unreadable';
import { type Opens, PartyEvent, type PartyRole } from './events';

/**
 * Our record of a counterpart. `key`: whose seal on an envelope is believed to be theirs; null while none is. `admits`:
 * its notices, from this installation or over HTTPS from another, come in by themselves, and open what `opens` says.
 */
export type Party = Folded & {
  role: PartyRole;
  name: string | null;
  key: string | null;
  admits: boolean;
  /** Null while they do not come in by themselves. */
  opens: Opens | null;
  /** Where its own installation takes what we acknowledge and ask; null: it is of this one, or said by hand. */
  exchangeUrl: string | null;
  recordedAt: string;
};

/** @throws SubjectUnreadable for an entry that this version does not know */
export function foldParty(entries: readonly Entry[], start: Party | null = null): Party | null {
  return entries.reduce(apply, start);
}

function apply(party: Party | null, entry: Entry): Party | null {
  const { seq, revision, recordedAt } = entry;
  if (party !== null && revision <= party.revision) return party; // the same entry, read again
  if (party !== null && isJournalEvent(entry)) return { ...party, seq, revision };
  const { type, values } = readEvent(PartyEvent, entry);
  const place = { id: entry.subject.id, seq, revision, decided: revision };
  switch (type) {
    case 'party.recorded':
      return { ...place, ...values, admits: false, opens: null, exchangeUrl: null, recordedAt };
    case 'party.keyChanged':
      if (party === null) throw new SubjectUnreadable(type);
      // whose notices come in by themselves is said anew of another key
      return { ...party, ...place, key: values.key, admits: false, opens: null, exchangeUrl: null };
    case 'party.admitted':
      if (party === null) throw new SubjectUnreadable(type);
      return {
        ...party,
        ...place,
        admits: values.admitted,
        opens: values.admitted ? values.opens : null,
        exchangeUrl: values.exchangeUrl,
      };
  }
}
