import { commandIncident } from '../../../application/incident/commandIncident';
import { readIncident } from '../../../application/incident/readIncident';
import { openImpliedNow } from '../../../application/overview/openImpliedNow';
import { mayCommand } from '../../../application/policies/incident';
import { IncidentCommand } from '../../../domain/incident/commands';
import { isAddition, isKeyedIn } from '../../../domain/incident/decide';
import type { Incident } from '../../../domain/incident/incident';
import { lawChoices } from '../../../domain/incident/lawMove';
import { refused } from '../../../domain/shared/errors';
import { allowedIn } from '../../../domain/incident/transitions';
import type { Page } from '../../http/definePage';
import { commandPage, type Commanding } from '../forms/commandPage';
import type { PageHouse } from '../house';
import { referenceOf } from '../rowWords';
import { acts } from './actions';
import { aroundOf } from './around';
import { breachForms } from './breachForms';
import type { Around, CommandForm } from './formKit';
import { isNoRegime } from '../regimes/regimeIn';
import { lawForms } from './lawForms';
import { stageForms } from './stageForms';
import { subNoticeForms } from './subNoticeForm';
import { workForms } from './workForms';

type Kind = IncidentCommand['kind'];

const forms: Record<Kind, CommandForm> = {
  ...stageForms,
  ...breachForms,
  ...subNoticeForms,
  ...workForms,
  ...lawForms,
};

const ofIncident: Commanding<Incident, Around, Kind, IncidentCommand> = {
  subject: 'incident',
  room: 'incidents',
  nav: { name: 'incidents', label: 'nav.incidents' },
  policy: mayCommand,
  isAddition,
  isKeyedIn,
  // where a law is only to come, its page says so
  allowedIn: (incident, { regime, now }) =>
    allowedIn(incident.stage).filter(
      (kind) => kind !== 'law.move' || (regime !== null && lawChoices(incident, regime, now).open.length > 0),
    ),
  referenceOf,
  read: async (ctx, incidentId, params) =>
    isNoRegime(params) ? refused({ code: 'subject.unknown' }) : readIncident({ ctx, input: { incidentId } }),
  around: aroundOf,
  schema: IncidentCommand,
  run: (ctx, { id: incidentId, together: _none, ...input }) =>
    commandIncident({ ctx, input: { incidentId, ...input } }),
  after: openImpliedNow,
};

export const commandPages = (house: PageHouse): Page[] =>
  acts.map((act) => commandPage(house, ofIncident, act, forms[act.kind]));
