import { day, instant, type Reading, term, text } from '../authority/formField';
import type { ControllerCase } from '../controllerCase/case';
import type { Facts } from '../incident/incident';
import { boundAwareness, type CaseClock, saidLater } from '../controllerCase/clock';
import { type Cell, lines, NOT_APPLICABLE, said } from './cell';
import type { Column } from './column';
import type { IncidentPart } from './incidentPart';

/** What each controller's facts say, beside its name where they are its own. */
export const eachSaid = ({ facts }: Pick<IncidentPart, 'facts'>, read: (facts: Facts) => Reading) =>
  lines(facts.flatMap((one) => (read(one.facts) === null ? [] : [[text(one.controller), read(one.facts)]])));

/** How long it went on, and every instant that somebody may ask for. */
export const columnsWhen: readonly Column[] = [
  {
    key: 'began',
    part: (incident) => eachSaid(incident, ({ beganAt }) => instant(beganAt)),
    ofCase: ({ one }) => said(beginning(one)),
  },
  {
    key: 'ended',
    part: (incident) =>
      eachSaid(incident, ({ endedAt, ongoing }) =>
        ongoing === true ? term('registerSaid', 'ongoing') : instant(endedAt),
      ),
    ofCase: ({ one }) => said(end(one)),
  },
  {
    key: 'alerted',
    part: ({ dates }) => said(dates.alertedDay === undefined ? instant(dates.alertedAt) : day(dates.alertedDay)),
    ofCase: ({ one }) => said(instant(one.opened.receivedAt)),
  },
  {
    key: 'detected',
    part: ({ dates }) => said(instant(dates.detectedAt)),
    ofCase: ({ one }) => said(instant(one.opened.knownAt)),
  },
  {
    key: 'triage',
    house: ({ incident }) => said(instant(incident.triage?.at)),
    ofCase: null,
  },
  {
    key: 'aware',
    part: ({ dates, clock }) => (clock.status === 'none' ? NOT_APPLICABLE : said(instant(dates.awareAt))),
    ofCase: ({ one: { clock } }) => aware(clock),
  },
  {
    key: 'foundBy',
    house: ({ incident }) => said(term('registerSource', incident.report.source)),
    ofCase: ({ one }) => said(term('foundBy', one.record.foundBy) ?? term('caseOrigin', one.opened.origin)),
  },
  {
    key: 'declarant',
    house: ({ incident: { report } }) =>
      lines([[text(report.declarantName), text(report.declarantEmail), text(report.declarantPhone)]].filter(isSaid)),
    ofCase: ({ one }) => lines(one.told.map(({ from, receivedAt }) => [text(from), instant(receivedAt)])),
  },
  {
    key: 'closed',
    part: ({ closedAt }) => (closedAt === null ? NOT_APPLICABLE : said(instant(closedAt))),
    ofCase: ({ one }) => (one.closed === null ? NOT_APPLICABLE : said(instant(one.closed.at))),
  },
];

/** The instant that binds, and what was said later than it beside it. */
function aware(clock: CaseClock): Cell {
  const later = saidLater(clock);
  const binds = instant(boundAwareness(clock));
  return later === null ? said(binds) : lines([[binds], [term('registerSaid', 'saidLater'), instant(later)]]);
}

const isSaid = (row: readonly Reading[]): boolean => row.some((reading) => reading !== null);

function beginning({ record: { period } }: ControllerCase): Reading {
  if (period === null || period === undefined || period.period === 'unknown') return null;
  return period.period === 'day' ? day(period.on) : instant(period.from);
}

function end({ record: { period } }: ControllerCase): Reading {
  if (period === null || period === undefined || period.period === 'unknown') return null;
  if (period.period === 'ongoing') return term('registerSaid', 'ongoing');
  return period.period === 'day' ? day(period.on) : instant(period.to);
}
