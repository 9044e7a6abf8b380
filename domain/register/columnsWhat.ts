import { naturesOf } from '../controllerCase/case';
import type { Counted } from '../authority/recordParts';
import { count, rows, terms, text } from '../authority/formField';
import { chainsOf } from '../incident/chains';
import type { Facts } from '../incident/incident';
import type { Count } from '../incident/vocabulary';
import { lines, NOT_APPLICABLE, once, said } from './cell';
import type { Column } from './column';
import { eachSaid } from './columnsWhen';
import type { IncidentPart } from './incidentPart';

/** Terms of all parts together, each once. */
const allOf = ({ facts }: IncidentPart, read: (facts: Facts) => readonly string[] | undefined) =>
  once(facts.map((one) => read(one.facts)));

const one = (term: string | undefined): string[] => (term === undefined ? [] : [term]);

const counted = (known: Count | undefined): Counted | undefined =>
  known === undefined ? undefined : known === null ? { amount: 'unknown' } : { amount: 'approx', count: known.approx };

/** What happened, to which data of whom, and what may come of it. */
export const columnsWhat: readonly Column[] = [
  {
    key: 'nature',
    part: ({ clock }) => (clock.status === 'none' ? NOT_APPLICABLE : said(terms('nature', clock.nature))),
    ofCase: (row) => said(terms('nature', naturesOf(row.one))),
  },
  {
    key: 'origin',
    part: (incident) =>
      said(
        terms(
          'origin',
          allOf(incident, ({ origin }) => one(origin)),
        ),
      ),
    ofCase: (row) => said(terms('origin', row.one.record.origins)),
  },
  {
    key: 'cause',
    part: (incident) =>
      said(
        terms(
          'cause',
          allOf(incident, ({ cause }) => one(cause)),
        ),
      ),
    ofCase: (row) => said(terms('cause', row.one.record.causes)),
  },
  {
    key: 'description',
    part: (incident) => eachSaid(incident, ({ description }) => text(description)),
    ofCase: (row) => said(text(row.one.record.description)),
  },
  {
    key: 'signal',
    house: ({ incident }) => said(text(incident.report.text)),
    ofCase: (row) => lines(row.one.told.flatMap((told) => (told.text === null ? [] : [[text(told.text)]]))),
  },
  {
    key: 'systems',
    part: (incident) => eachSaid(incident, ({ systems }) => text(systems?.join(', '))),
    ofCase: (row) => said(text(row.one.record.systems?.join(', '))),
  },
  {
    key: 'processing',
    part: ({ contracts }) => lines(contracts.map(({ service }) => [text(service)])),
    ofCase: (row) => said(text(row.one.record.processings?.join('\n'))),
  },
  {
    key: 'data',
    part: (incident) => [
      ...said(
        terms(
          'data',
          allOf(incident, ({ data }) => data),
        ),
      ),
      ...said(
        terms(
          'sensitive',
          allOf(incident, ({ sensitive }) => sensitive),
        ),
      ),
    ],
    ofCase: ({ one: { record } }) => [
      ...said(terms('data', record.data)),
      ...said(terms('sensitive', record.sensitive)),
      ...said(text(record.otherData)),
    ],
  },
  {
    key: 'personCategories',
    part: (incident) =>
      said(
        terms(
          'person',
          allOf(incident, ({ personCategories }) => personCategories),
        ),
      ),
    ofCase: ({ one: { record } }) => [
      ...said(terms('person', record.personCategories)),
      ...said(text(record.otherPersons)),
    ],
  },
  {
    key: 'persons',
    part: (incident) => eachSaid(incident, ({ persons }) => count(counted(persons))),
    ofCase: (row) => said(count(row.one.record.persons)),
  },
  {
    key: 'records',
    part: (incident) => eachSaid(incident, ({ records }) => count(counted(records))),
    ofCase: (row) => said(count(row.one.record.records)),
  },
  {
    key: 'recoverable',
    part: ({ measures }) =>
      lines(measures.flatMap(({ recoveredData }) => (recoveredData === null ? [] : [[text(recoveredData)]]))),
    ofCase: (row) => said(text(row.one.record.recoverableData)),
  },
  {
    key: 'consequences',
    part: (incident) => [
      ...said(
        terms(
          'consequence',
          allOf(incident, ({ consequences }) => consequences),
        ),
      ),
      ...eachSaid(incident, ({ consequencesText }) => text(consequencesText)),
    ],
    ofCase: ({ one: { record } }) => [
      ...said(terms('consequence', record.becameOfData)),
      ...said(terms('afterConfidentiality', record.afterConfidentiality)),
      ...said(terms('afterIntegrity', record.afterIntegrity)),
      ...said(terms('afterAvailability', record.afterAvailability)),
      ...said(text(record.consequencesText)),
    ],
  },
  {
    key: 'harms',
    part: (incident) =>
      said(
        terms(
          'harm',
          allOf(incident, ({ harms }) => harms),
        ),
      ),
    ofCase: ({ one: { record } }) => [...said(terms('harm', record.harms)), ...said(text(record.harmsText))],
  },
  {
    key: 'subProcessors',
    part: ({ subNotices }) =>
      lines(
        subNotices.map((told) => [
          text(
            chainsOf(told)
              .map((chain) => chain.join(' › '))
              .join(' ; '),
          ),
          text(told.reference),
        ]),
      ),
    ofCase: ({ one: { record } }) =>
      said(
        rows(record.otherBodies, ({ name, role, contact }) => [text(name), terms('bodyRole', [role]), text(contact)]),
      ),
  },
];
