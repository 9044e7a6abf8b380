import type { Said } from '../../../templates/pages/words/word';

const tabs = [
  { name: 'breaches', path: '/registers', label: 'register.breaches' },
  { name: 'processing', path: '/registers/processing', label: 'register.processing30' },
  { name: 'statistics', path: '/registers/statistics', label: 'statistics.title' },
] as const;
type Tab = (typeof tabs)[number]['name'] | 'exercises';

/** The registers of the house, and which of them this is. */
export const registerTabs = (current: Tab): { href: string; label: Said; current: boolean }[] =>
  tabs.map(({ name, path, label }) => ({ href: path, label: { key: label }, current: name === current }));
