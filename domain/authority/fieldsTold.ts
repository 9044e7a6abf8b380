import type { BreachRecord } from './breachRecord';
import { count, country, day, type FormField, rows, term, terms, text } from './formField';
import type { PersonsInformed } from './vocabulary';

const informed =
  (...states: PersonsInformed[]) =>
  ({ personsInformed }: BreachRecord): boolean =>
    typeof personsInformed === 'string' && states.includes(personsInformed);

const authorities = (told: BreachRecord['otherAuthorities']) =>
  rows(told, ({ name, reference }) => [text(name), text(reference)]);

/** Sections 13 and 14: persons told, other countries and authorities. */
export const toldFields = [
  {
    key: 'personsInformed',
    section: 'persons',
    need: 'complete',
    pointer: '/personsInformed',
    read: ({ personsInformed }) => term('informed', personsInformed, 'notDetermined'),
  },
  {
    key: 'informedOn',
    section: 'persons',
    need: 'complete',
    pointer: '/informedOn',
    read: ({ informedOn }) => day(informedOn),
    asked: informed('informed', 'willBe'),
  },
  {
    key: 'informedCount',
    section: 'persons',
    need: 'complete',
    pointer: '/informedCount',
    read: ({ informedCount }) => count(informedCount),
    asked: informed('informed'),
  },
  {
    key: 'informedBy',
    section: 'persons',
    need: 'complete',
    pointer: '/informedBy',
    read: ({ informedBy }) => terms('informedBy', informedBy),
    asked: informed('informed', 'willBe'),
  },
  {
    key: 'informedContent',
    section: 'persons',
    need: 'complete',
    pointer: '/informedContent',
    read: ({ informedContent }) => text(informedContent),
    asked: informed('informed'),
  },
  {
    key: 'notInformedGround',
    section: 'persons',
    need: 'complete',
    pointer: '/notInformedGround',
    read: ({ notInformedGround }) => term('notInformed', notInformedGround),
    asked: informed('willNotBe'),
  },
  {
    key: 'notInformedText',
    section: 'persons',
    need: 'complete',
    pointer: '/notInformedText',
    read: ({ notInformedText }) => text(notInformedText),
    asked: informed('willNotBe'),
  },
  {
    key: 'crossBorder',
    section: 'crossBorder',
    need: 'complete',
    pointer: '/crossBorder',
    read: ({ crossBorder }) => term('yesNo', crossBorder, 'unknown'),
  },
  {
    key: 'countries',
    section: 'crossBorder',
    need: 'complete',
    pointer: '/countries',
    read: ({ countries }) =>
      countries?.length === 0 ? null : rows(countries, ({ country: code, persons }) => [country(code), count(persons)]),
    asked: ({ crossBorder }) => crossBorder === 'yes',
  },
  {
    key: 'otherDataAuthority',
    section: 'crossBorder',
    need: 'complete',
    pointer: '/otherDataAuthority',
    read: ({ otherDataAuthority }) => term('yesNo', otherDataAuthority, 'unknown'),
  },
  {
    key: 'otherDataAuthorities',
    section: 'crossBorder',
    need: 'complete',
    pointer: '/otherDataAuthorities',
    read: ({ otherDataAuthorities }) => (otherDataAuthorities?.length === 0 ? null : authorities(otherDataAuthorities)),
    asked: ({ otherDataAuthority }) => otherDataAuthority === 'yes',
  },
  {
    key: 'otherAuthority',
    section: 'crossBorder',
    need: 'complete',
    pointer: '/otherAuthority',
    read: ({ otherAuthority }) => term('yesNo', otherAuthority, 'unknown'),
  },
  {
    key: 'otherAuthorities',
    section: 'crossBorder',
    need: 'complete',
    pointer: '/otherAuthorities',
    read: ({ otherAuthorities }) => (otherAuthorities?.length === 0 ? null : authorities(otherAuthorities)),
    asked: ({ otherAuthority }) => otherAuthority === 'yes',
  },
] as const satisfies readonly FormField[];
