import type { PhoneScript } from './contact';
import type { Language } from './head';

/** What a text message on a telephone says: that there is a notice, and where it is read; or that this is a test. Nothing of what the notice says. */
export type ShortMessage = {
  language: Language;
  about: PhoneScript['about'] | 'test';
  exercise: boolean;
  reference: string;
  version: number;
  sender: string;
  link: string;
};
