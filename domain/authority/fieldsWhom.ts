import type { BreachRecord } from './breachRecord';
import { count, type FormField, instant, none, rows, term, terms, text } from './formField';

const lost =
  (nature: 'confidentiality' | 'integrity' | 'availability') =>
  ({ natures }: BreachRecord): boolean =>
    natures?.includes(nature) === true;

const namesOther = (...lists: (readonly string[] | null | undefined)[]): boolean =>
  lists.some((list) => list?.includes('other') === true);

/** What somebody wrote stands on the sheet, whether or not "other" was ticked for it. */
const isSaid = (said: string | null | undefined): boolean => typeof said === 'string';

/** Sections 8 to 12: data, persons, consequences, harm, measures. */
export const whomFields = [
  {
    key: 'data',
    section: 'data',
    need: 'complete',
    pointer: '/data',
    read: ({ data }) => terms('data', data, 'not-known'),
  },
  {
    key: 'otherData',
    section: 'data',
    need: 'complete',
    pointer: '/otherData',
    read: ({ otherData }) => text(otherData),
    asked: ({ data, otherData }) => isSaid(otherData) || namesOther(data),
  },
  {
    key: 'sensitive',
    section: 'data',
    need: 'complete',
    pointer: '/sensitive',
    read: ({ sensitive }) => (sensitive?.length === 0 ? none() : terms('sensitive', sensitive)),
  },
  {
    key: 'records',
    section: 'data',
    need: 'complete',
    pointer: '/records',
    read: ({ records }) => count(records),
  },
  {
    key: 'personCategories',
    section: 'data',
    need: 'complete',
    pointer: '/personCategories',
    read: ({ personCategories }) => terms('person', personCategories, 'not-determined'),
  },
  {
    key: 'otherPersons',
    section: 'data',
    need: 'complete',
    pointer: '/otherPersons',
    read: ({ otherPersons }) => text(otherPersons),
    asked: ({ personCategories, otherPersons }) => isSaid(otherPersons) || namesOther(personCategories),
  },
  {
    key: 'persons',
    section: 'data',
    need: 'complete',
    pointer: '/persons',
    read: ({ persons }) => count(persons),
  },
  {
    key: 'measuresBefore',
    section: 'measuresBefore',
    need: 'complete',
    pointer: '/measuresBefore',
    read: ({ measuresBefore }) => text(measuresBefore),
  },
  {
    key: 'afterConfidentiality',
    section: 'consequences',
    need: 'complete',
    pointer: '/afterConfidentiality',
    read: ({ afterConfidentiality }) => terms('afterConfidentiality', afterConfidentiality),
    asked: lost('confidentiality'),
  },
  {
    key: 'afterIntegrity',
    section: 'consequences',
    need: 'complete',
    pointer: '/afterIntegrity',
    read: ({ afterIntegrity }) => terms('afterIntegrity', afterIntegrity),
    asked: lost('integrity'),
  },
  {
    key: 'afterAvailability',
    section: 'consequences',
    need: 'complete',
    pointer: '/afterAvailability',
    read: ({ afterAvailability }) => terms('afterAvailability', afterAvailability),
    asked: lost('availability'),
  },
  {
    key: 'consequencesText',
    section: 'consequences',
    need: 'complete',
    pointer: '/consequencesText',
    read: ({ consequencesText }) => text(consequencesText),
    asked: (record) =>
      isSaid(record.consequencesText) ||
      namesOther(record.afterConfidentiality, record.afterIntegrity, record.afterAvailability),
  },
  {
    key: 'harms',
    section: 'harms',
    need: 'complete',
    pointer: '/harms',
    read: ({ harms }) => terms('harm', harms),
  },
  {
    key: 'harmsText',
    section: 'harms',
    need: 'optional',
    pointer: '/harmsText',
    read: ({ harmsText }) => text(harmsText),
  },
  {
    key: 'gravity',
    section: 'harms',
    need: 'complete',
    pointer: '/gravity',
    read: ({ gravity }) => term('gravity', gravity),
  },
  {
    key: 'measuresAfter',
    section: 'measuresAfter',
    need: 'complete',
    pointer: '/measuresAfter',
    read: ({ measuresAfter }) =>
      rows(measuresAfter, ({ what, state, at }) => [text(what), term('measureState', state), instant(at)]),
  },
] as const satisfies readonly FormField[];
