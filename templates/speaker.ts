import Handlebars from 'handlebars';
import type { Amount, TextAnswer } from '../domain/letters/answer';
import type { Addressee, Contact, Language } from '../domain/letters/head';
import { writeInstant, writeOffset } from '../domain/letters/writeInstant';
import { capitalise, writeCount } from './grammar';
import { wordsOf, type WordKey } from './words/words';

/** Says things in one language and one time zone. */
export type Speaker = {
  language: Language;
  /**
   * The words under a key, filled.
   *
   * @throws Error when a value that the words ask for is missing
   */
  say(key: WordKey, values?: Record<string, unknown>): string;
  /** "28 mars 2026 à 08:40 (UTC+1)"; what is null is said to be unknown. */
  instant(instant: string | null): string;
  answer(answer: TextAnswer): string;
  toFollow(eta: string | null): string;
  amount(amount: Amount): string;
  contact(contact: Contact): string;
  /** Name and role of whom a letter is for. */
  recipient(addressee: Pick<Addressee, 'contact' | 'role'>): string;
};

/** Words of the agreement for its contacts; any other is what somebody wrote. */
const CONTACT_ROLES = ['dpo', 'on-call', 'security', 'management', 'legal', 'other'] as const;

type HelperOptions = { data: { zone: string }; hash: Record<string, string> };

const hour = (language: Language, instant: unknown, options: HelperOptions) =>
  writeInstant(language, options.data.zone, String(instant));

function createHandlebars(language: Language): typeof Handlebars {
  const engine = Handlebars.create();
  const plurals = new Intl.PluralRules(language);
  engine.registerHelper('instant', (instant: unknown, options: HelperOptions) => {
    const { zone } = options.data;
    return `${hour(language, instant, options)} (${writeOffset(zone, String(instant))})`;
  });
  // for use inside brackets
  engine.registerHelper('bracketed', (instant: unknown, options: HelperOptions) => {
    const { zone } = options.data;
    return `${hour(language, instant, options)}, ${writeOffset(zone, String(instant))}`;
  });
  engine.registerHelper('number', (count: unknown) => writeCount(language, Number(count)));
  engine.registerHelper('plural', (count: unknown, options: HelperOptions) => {
    const form = plurals.select(Number(count));
    return options.hash[form] ?? options.hash['other'];
  });
  return engine;
}

type Fill = (values: Record<string, unknown>, options: { data: { zone: string } }) => string;

const engines = { fr: createHandlebars('fr'), en: createHandlebars('en') };
const compiled = new Map<string, Fill>();

function fillerOf(language: Language, key: WordKey): Fill {
  const place = `${language} ${key}`;
  const known = compiled.get(place);
  if (known !== undefined) return known;
  // noEscape: these are plain texts, and each renderer escapes for its own form
  const knownHelpers = { instant: true, bracketed: true, number: true, plural: true };
  const options = { strict: true, noEscape: true, knownHelpers, knownHelpersOnly: true };
  const fill: Fill = engines[language].compile(wordsOf(language)[key], options);
  compiled.set(place, fill);
  return fill;
}

export function createSpeaker(language: Language, zone: string): Speaker {
  const say: Speaker['say'] = (key, values = {}) => fillerOf(language, key)(values, { data: { zone } });
  const toFollow: Speaker['toFollow'] = (eta) =>
    eta === null ? say('answer.toFollowNoDate') : say('answer.toFollow', { eta });
  const roleWord = (role: string): string => {
    const known = CONTACT_ROLES.find((one) => one === role);
    return known === undefined ? role : say(`role.${known}`);
  };
  return {
    language,
    say,
    toFollow,

    instant: (instant) => (instant === null ? say('answer.toFollowNoDate') : say('instant', { instant })),

    answer(answer) {
      switch (answer.answer) {
        case 'value':
          return answer.value;
        case 'toFollow':
          return capitalise(toFollow(answer.eta));
        case 'cannotBeDetermined':
          return capitalise(say('answer.never', { reason: answer.reason }));
      }
    },

    amount(amount) {
      switch (amount.amount) {
        case 'exact':
          return say('amount.exact', { count: amount.count });
        case 'approx':
          return say('amount.approx', { count: amount.count });
        case 'unknown':
          return toFollow(amount.eta);
      }
    },

    recipient: ({ contact, role }) => (role === null ? contact : `${contact}, ${roleWord(role)}`),

    contact({ name, role, email, phone, always }) {
      const parts = [
        name,
        role === null ? null : roleWord(role),
        email,
        phone,
        phone !== null && always ? say('contact.always') : null,
      ];
      return parts.filter((part) => part !== null).join(', ');
    },
  };
}
