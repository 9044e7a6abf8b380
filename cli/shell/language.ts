export type Language = 'fr' | 'en';

/** The language of the terminal: VIGIE_LANGUAGE, else the locale, as POSIX orders its variables. English where neither is French. */
export function languageOf(env: NodeJS.ProcessEnv): Language {
  const locale = env['VIGIE_LANGUAGE'] || env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}
