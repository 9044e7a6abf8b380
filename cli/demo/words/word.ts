import type { Language } from '../../shell/language';
import { fill, type Values } from '../../words/fill';
import { en } from './en';
import { fr } from './fr';

export type DemoKey = keyof typeof en;

export type Teller = (key: DemoKey, values?: Values) => string;

export function tellerOf(language: Language): Teller {
  const words: Record<DemoKey, string> = language === 'fr' ? fr : en;
  return (key, values) => fill(words[key], values);
}
