import type { Language } from '../shell/language';
import { en } from './en';
import { fr } from './fr';

export type WordKey = keyof typeof en;

export type Speaker = (key: WordKey, values?: Record<string, string | number>) => string;

/** Words in one language; a value that a sentence names and nobody gives stays visible as `{name}`. */
export function speakerOf(language: Language): Speaker {
  const words: Record<WordKey, string> = language === 'fr' ? fr : en;
  return (key, values = {}) =>
    words[key].replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
