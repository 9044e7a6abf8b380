import type { PhoneScript } from './contact';
import type { Language } from './head';

/** What a text message on a telephone says: that there is a notice, or something that is told at once, and where it is read; or that this is a test. Nothing of what that says. */
export type ShortMessage = {
  language: Language;
  about: PhoneScript['about'] | 'test' | 'vulnerability' | 'transfer';
  exercise: boolean;
  reference: string;
  version: number;
  sender: string;
  link: string;
};
