import type { Language } from '../../domain/letters/head';
import { authorityPaper as authorityPaperEn } from './en/authorityPaper';
import { common as commonEn } from './en/common';
import { exercise as exerciseEn } from './en/exercise';
import { contact as contactEn } from './en/contact';
import { filing as filingEn } from './en/filing';
import { mails as mailsEn } from './en/mails';
import { notice as noticeEn } from './en/notice';
import { persons as personsEn } from './en/persons';
import { regime as regimeEn } from './en/regime';
import { short as shortEn } from './en/short';
import { told as toldEn } from './en/told';
import { authorityPaper as authorityPaperFr } from './fr/authorityPaper';
import { common as commonFr } from './fr/common';
import { exercise as exerciseFr } from './fr/exercise';
import { contact as contactFr } from './fr/contact';
import { filing as filingFr } from './fr/filing';
import { mails as mailsFr } from './fr/mails';
import { notice as noticeFr } from './fr/notice';
import { persons as personsFr } from './fr/persons';
import { regime as regimeFr } from './fr/regime';
import { short as shortFr } from './fr/short';
import { told as toldFr } from './fr/told';

const fr = {
  ...commonFr,
  ...noticeFr,
  ...mailsFr,
  ...contactFr,
  ...filingFr,
  ...regimeFr,
  ...shortFr,
  ...toldFr,
  ...personsFr,
  ...authorityPaperFr,
  ...exerciseFr,
};

export type WordKey = keyof typeof fr;
export type Words = Readonly<Record<WordKey, string>>;

/** French puts a no-break space before high punctuation and inside quotation marks. */
function withFrenchSpaces(words: Words): Words {
  const spaced = (text: string) => text.replaceAll(/ ([:;?!»%])/g, '\u00A0$1').replaceAll('« ', '«\u00A0');
  const entries = Object.entries(words).map(([key, text]) => [key, spaced(text)] as const);
  return { ...words, ...Object.fromEntries(entries) };
}

const all: Record<Language, Words> = {
  fr: withFrenchSpaces(fr),
  en: {
    ...commonEn,
    ...noticeEn,
    ...mailsEn,
    ...contactEn,
    ...filingEn,
    ...regimeEn,
    ...shortEn,
    ...toldEn,
    ...personsEn,
    ...authorityPaperEn,
    ...exerciseEn,
  },
};

export const wordsOf = (language: Language): Words => all[language];
