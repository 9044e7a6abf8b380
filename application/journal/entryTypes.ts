import { AgreementEvent } from '../../domain/agreement/events';
import { IncidentEvent } from '../../domain/incident/events';
import { createCatalogue } from '../../domain/journal/catalogue';
import { NoticeEvent } from '../../domain/notice/events';
import { OrganisationEvent } from '../../domain/organisation/events';
import { CaseEvent } from '../../domain/controllerCase/events';
import { PartyEvent } from '../../domain/party/events';
import { ExerciseEvent } from '../../domain/exercise/events';
import { TransferEvent } from '../../domain/transfer/events';
import { VulnerabilityEvent } from '../../domain/vulnerability/events';

/** Every entry type that this version of the code can read. */
export const entryTypes = createCatalogue({
  agreement: AgreementEvent,
  incident: IncidentEvent,
  notice: NoticeEvent,
  organisation: OrganisationEvent,
  vulnerability: VulnerabilityEvent,
  transfer: TransferEvent,
  controllerCase: CaseEvent,
  party: PartyEvent,
  exercise: ExerciseEvent,
});
