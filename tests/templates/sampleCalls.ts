import type { PhoneScript } from '../../domain/letters/contact';
import { addressee, dpo, head } from './sampleNotices';

const failed: PhoneScript = {
  head,
  addressee: { ...addressee, contact: 'Astreinte DSI', role: 'astreinte' },
  phone: '+33 1 99 00 00 02',
  reason: 'deliveryFailed',
  about: 'breach',
  standing: 'established',
  types: ['confidentiality', 'availability'],
  awareAt: '2026-03-27T09:20:00Z',
  mailed: false,
  sentAt: null,
  authorityDueAt: '2026-03-30T18:05:00Z',
  contacts: [dpo],
  link: 'https://vigie.example/o/org-1/incidents/i1/notices/n1',
};
const channel: PhoneScript = { ...failed, reason: 'channel', mailed: true, authorityDueAt: null };
const withdrawnHead = { ...head, version: 3, writtenAt: '2026-03-29T09:00:00Z' };

/** What is read on the telephone: after a mail failed, beside a mail, of a withdrawal, of an incident with no mail at all. */
export const sampleCalls = {
  phoneScript: ['phoneScript', failed] as ['phoneScript', PhoneScript],
  'phoneScript-channel': ['phoneScript', channel] as ['phoneScript', PhoneScript],
  'phoneScript-withdrawal': ['phoneScript', { ...channel, head: withdrawnHead, about: 'withdrawal' }] as [
    'phoneScript',
    PhoneScript,
  ],
  'phoneScript-report': ['phoneScript', { ...channel, about: 'report', mailed: false, types: [], awareAt: null }] as [
    'phoneScript',
    PhoneScript,
  ],
};
