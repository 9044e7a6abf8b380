import type { Route } from '../http/defineRoute';
import { openApi } from '../http/openApi';
import type { PublicDocument } from '../http/publicDocument';
import { annex1JsonSchema } from '../../domain/agreement/annex1';
import { contactTestRoutes } from './agreements/contacts';
import { agreementReads } from './agreements/reads';
import { tieRoutes } from './agreements/tie';
import { webhookSecretRoutes } from './agreements/webhookSecrets';
import { subProcessorRoutes } from './agreements/subProcessors';
import { agreementWrites } from './agreements/writes';
import { clockRoutes } from './clocks/routes';
import { deliveryReportRoutes } from './deliveryReports/routes';
import { exerciseRoutes } from './exercises/routes';
import { incidentRoutes } from './incidents/routes';
import { journalReads } from './journal/reads';
import { signingRoutes } from './journal/signing';
import { journalWrites } from './journal/writes';
import { meRoutes } from './me/routes';
import { memberRoutes } from './members/routes';
import { boardRoutes } from './notices/board';
import { numbersRoutes } from './notices/numbers';
import { batchRoutes } from './notices/batch';
import { noticeMeasuring } from './notices/measuring';
import { noticeNotings } from './notices/noting';
import { noticeFileRoutes } from './notices/files';
import { noticeReads } from './notices/reads';
import { noticeSendings } from './notices/sending';
import { organisationRoutes } from './organisation/read';
import { packRoutes } from './organisation/pack';
import { relayRoutes } from './organisation/relay';
import { renameRoutes } from './organisation/rename';
import { identityRoutes } from './organisation/identity';
import { seatRoutes } from './organisation/seat';
import { registerRoutes } from './registers/routes';
import { signalRoutes } from './signals/routes';
import { tokenRoutes } from './tokens/routes';
import { caseRoutes } from './cases/routes';
import { partyRoutes } from './parties/routes';
import { transferRoutes } from './transfers/routes';
import { vulnerabilityRoutes } from './vulnerabilities/routes';

/** Every route of the API. Tests read this list too: a route without a case in the matrix of tenants and roles fails. */
export const restRoutes: readonly Route[] = [
  ...meRoutes,
  ...organisationRoutes,
  ...relayRoutes,
  ...packRoutes,
  ...renameRoutes,
  ...identityRoutes,
  ...seatRoutes,
  ...memberRoutes,
  ...tokenRoutes,
  ...agreementReads,
  ...agreementWrites,
  ...webhookSecretRoutes,
  ...contactTestRoutes,
  ...subProcessorRoutes,
  ...tieRoutes,
  ...signalRoutes,
  ...clockRoutes,
  ...incidentRoutes,
  ...vulnerabilityRoutes,
  ...transferRoutes,
  ...exerciseRoutes,
  ...caseRoutes,
  ...partyRoutes,
  ...noticeReads,
  ...noticeFileRoutes,
  ...noticeSendings,
  ...batchRoutes,
  ...boardRoutes,
  ...numbersRoutes,
  ...noticeNotings,
  ...noticeMeasuring,
  ...deliveryReportRoutes,
  ...journalReads,
  ...journalWrites,
  ...signingRoutes,
  ...registerRoutes,
];

/** What anybody may read about the API. */
export function publicDocuments(version: string): PublicDocument[] {
  return [
    { path: '/api/v1/openapi.json', content: () => openApi(restRoutes, version) },
    { path: '/api/v1/schemas/agreement.json', content: annex1JsonSchema },
  ];
}
