import type { Language } from '../shell/language';
import { en } from './en';
import { fill, type Values } from './fill';
import { fr } from './fr';

export type WordKey = keyof typeof en;

export type Speaker = (key: WordKey, values?: Values) => string;

export function speakerOf(language: Language): Speaker {
  const words: Record<WordKey, string> = language === 'fr' ? fr : en;
  return (key, values) => fill(words[key], values);
}
