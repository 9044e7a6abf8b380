import { term, text } from '../authority/formField';
import { lines, NOT_APPLICABLE, once, said } from './cell';
import type { Column } from './column';

/** Which incident, of whose data, and how far it has come. */
export const columnsWhich: readonly Column[] = [
  {
    key: 'reference',
    part: ({ references }) => lines(references.map((one) => [text(one)])),
    ofCase: ({ one }) =>
      lines(once([[one.reference], one.told.flatMap(({ reference }) => reference ?? [])]).map((name) => [text(name)])),
  },
  {
    key: 'role',
    part: ({ role }) => said(term('registerRole', role)),
    ofCase: () => said(term('registerRole', 'controller')),
  },
  {
    key: 'contract',
    part: ({ contracts }) => lines(contracts.map(({ controller, reference }) => [text(controller), text(reference)])),
    ofCase: ({ one: { opened }, contract }) => {
      if (contract !== null) return lines([[text(contract.processor), text(contract.reference)]]);
      return opened.origin === 'own' && opened.agreementId === null ? NOT_APPLICABLE : [];
    },
  },
  {
    key: 'ownOrReceived',
    house: null,
    ofCase: ({ one }) => said(term('caseOrigin', one.opened.origin)),
  },
  {
    key: 'kind',
    part: ({ kind }) => said(term('kind', kind)),
    ofCase: null,
  },
  {
    key: 'stage',
    house: ({ incident }) => said(term('stage', incident.stage)),
    ofCase: ({ one }) => said(term('caseStage', one.stage)),
  },
  {
    key: 'severity',
    house: ({ incident }) => said(term('severity', incident.declared?.severity)),
    ofCase: null,
  },
];
