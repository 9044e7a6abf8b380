import type { LetterData } from '../../domain/letters/letters';
import { addressee, dpo, head, notice } from './sampleNotices';

type Contact = 'contactAnswer' | 'contactMeasure' | 'contactReminder';

/** Mails to contacts beside the notices themselves. */
export const sampleContacts: { [N in Contact]: [N, LetterData[N]] } = {
  contactAnswer: [
    'contactAnswer',
    {
      head: { ...head, writtenAt: '2026-03-28T09:00:00Z' },
      addressee,
      askedAt: '2026-03-27T19:12:00Z',
      answeredAt: '2026-03-28T09:00:00Z',
      contacts: [dpo],
      link: notice.acknowledge.link,
    },
  ],
  contactMeasure: [
    'contactMeasure',
    {
      head: { ...head, writtenAt: '2026-03-28T09:00:00Z' },
      addressee,
      proposedAt: '2026-03-27T19:12:00Z',
      dueAt: '2026-03-28T19:12:00Z',
      urgent: true,
      contacts: [dpo],
      link: notice.acknowledge.link,
    },
  ],
  contactReminder: [
    'contactReminder',
    {
      head: { ...head, writtenAt: '2026-03-27T19:05:00Z' },
      addressee,
      sentAt: '2026-03-27T18:05:10Z',
      authorityDueAt: '2026-03-30T18:05:00Z',
      contacts: [dpo],
      link: notice.acknowledge.link,
    },
  ],
};
