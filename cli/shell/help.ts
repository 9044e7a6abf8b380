import { Help, type HelpConfiguration } from 'commander';
import type { Speaker } from '../words/word';

const NBSP = '\u00a0';
/** Of the private area: no word of ours holds it. */
const TIED = '\ue000';

/** The library's help in the language of the terminal: its own words are English, and it breaks lines at spaces that tie. */
export function helpIn(say: Speaker): HelpConfiguration {
  return {
    styleTitle: (title) => headingOf(title, say),
    styleUsage: (usage) => usage.replace('[command]', say('help.command')),
    optionDescription: ({ description, defaultValue }) =>
      typeof defaultValue === 'string' ? `${description} (${say('help.usual', { value: defaultValue })})` : description,
    boxWrap: (text, width) =>
      Help.prototype.boxWrap.call(usual, text.replaceAll(NBSP, TIED), width).replaceAll(TIED, NBSP),
  };
}

const usual = new Help();

function headingOf(title: string, say: Speaker): string {
  switch (title) {
    case 'Usage:':
      return say('help.usage');
    case 'Options:':
      return say('help.options');
    case 'Arguments:':
      return say('help.arguments');
    case 'Commands:':
      return say('help.commands');
    default:
      return title;
  }
}
