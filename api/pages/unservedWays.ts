import type { NoticeContact } from '../../domain/agreement/contacts';
import { unservedOf } from '../../domain/notice/unserved';
import type { Said } from '../../templates/pages/words/word';

/** What the contract names for these contacts and Vigie will not do: said on recording, and before anything is sent. */
export const unservedWays = (contacts: readonly NoticeContact[]): { way: Said; who: string }[] =>
  contacts.flatMap((contact) =>
    unservedOf(contact).map(({ channel }) => ({
      way: { key: `unserved.${channel}` },
      who: channel === 'sms' && contact.phone !== null ? `${contact.name}, ${contact.phone}` : contact.name,
    })),
  );
