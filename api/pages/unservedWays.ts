import type { NoticeContact } from '../../domain/agreement/contacts';
import type { Offers } from '../../domain/delivery/offers';
import { type Unserved, unservedOf } from '../../domain/notice/unserved';
import type { Said } from '../../templates/pages/words/word';

/** That a channel is not served, and why where somebody can mend it. */
export const unservedWords = (channel: Unserved['channel'], why: Unserved['why']): Said => ({
  key: channel === 'webhook' && (why === 'noSecret' || why === 'noAddress') ? `unserved.${why}` : `unserved.${channel}`,
});

/** What the contract names for these contacts and Vigie will not do: said on recording, and before anything is sent. */
export const unservedWays = (contacts: readonly NoticeContact[], offers: Offers): { way: Said; who: string }[] =>
  contacts.flatMap((contact) =>
    unservedOf(contact, offers).map(({ channel, why }) => ({
      way: unservedWords(channel, why),
      who: channel === 'sms' && contact.phone !== null ? `${contact.name}, ${contact.phone}` : contact.name,
    })),
  );
