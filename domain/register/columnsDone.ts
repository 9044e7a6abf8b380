import { type Consulted, whatOf } from '../consultation/measure';
import { awaitsOf } from '../controllerCase/awaited';
import type { Persons, PersonsState } from '../controllerCase/persons';
import { nobodyReached } from '../controllerCase/personsReached';
import { lateSince } from '../controllerCase/lateSince';
import { leftOpen } from '../controllerCase/recordGroups';
import { instant, number, rows, term, terms, text } from '../authority/formField';
import type { Outgoing } from '../delivery/outbox';
import { deliveredAt, firstAcceptedAt, lastResult, tellsItself } from '../delivery/outbox';
import type { Notice, VersionState } from '../notice/fold';
import { lines, NOT_APPLICABLE, said } from './cell';
import type { Column } from './column';
import { contractIn, type IncidentPart } from './incidentPart';

/** Who was told, what was done, and who answers for it. */
export const columnsDone: readonly Column[] = [
  {
    key: 'notices',
    part: (incident) => lines(incident.notices.flatMap((notice) => sendingsOf(notice, incident))),
    ofCase: ({ one }) =>
      lines(
        one.told.map(({ kind, from, reference, version, receivedAt }) => [
          text(from),
          text(reference),
          number(version),
          term('registerSaid', kind),
          instant(receivedAt),
        ]),
      ),
  },
  {
    key: 'acknowledged',
    part: ({ notices, contracts }) =>
      lines(
        notices.flatMap(({ opened, acknowledgements }) =>
          acknowledgements.map(({ version, contactId, name, at }) => [
            text(`${opened.reference} v${version}`),
            text(name ?? contractIn(contracts, opened.agreementId)?.contactName(contactId)),
            instant(at),
          ]),
        ),
      ),
    ofCase: ({ one }) =>
      lines(
        one.processor.acknowledged.map(({ version, name, function: title, acknowledgedAt }) => [
          text(version === null ? null : `v${version}`),
          text(name),
          text(title),
          instant(acknowledgedAt),
        ]),
      ),
  },
  {
    key: 'filings',
    house: null,
    ofCase: ({ one, authorityName }) =>
      lines(
        one.authorities.flatMap(({ authorityId, filings }) =>
          filings.map(({ type, sentAt, receiptNumber }) => [
            text(authorityName(authorityId)),
            term('filing', type),
            instant(sentAt),
            text(receiptNumber),
          ]),
        ),
      ),
  },
  {
    key: 'withdrawals',
    house: null,
    ofCase: ({ one, authorityName }) => {
      const all = one.authorities.flatMap(({ authorityId, withdrawals }) =>
        withdrawals.map(({ sentAt, receiptNumber }) => [
          text(authorityName(authorityId)),
          instant(sentAt),
          text(receiptNumber),
        ]),
      );
      return all.length === 0 ? NOT_APPLICABLE : lines(all);
    },
  },
  {
    key: 'delayReasons',
    house: null,
    ofCase: ({ one }) => {
      const late = one.authorities.flatMap(({ filings }) =>
        filings.filter(({ delayReasons }) => delayReasons.length > 0),
      );
      if (late.length === 0 && one.authorities.some((file) => lateSince(file, one) !== null)) return [];
      return late.length === 0
        ? NOT_APPLICABLE
        : lines(late.map(({ delayReasons, delayText }) => [terms('delay', delayReasons), text(delayText)]));
    },
  },
  { key: 'personsState', house: null, ofCase: ({ one: { persons } }) => said(term('personsState', standing(persons))) },
  {
    key: 'personsTold',
    house: null,
    ofCase: ({ one: { persons } }) =>
      lines(persons.tellings.map(({ at, means, told }) => [instant(at), term('informedBy', means), number(told)])),
  },
  {
    key: 'personsConcerned',
    house: null,
    ofCase: ({ one: { persons } }) =>
      lines(
        persons.tellings.flatMap(({ at, concerned }) => (concerned === null ? [] : [[instant(at), number(concerned)]])),
      ),
  },
  {
    key: 'personsBounced',
    house: null,
    ofCase: ({ one: { persons } }) => lines(persons.tellings.map(({ at, bounced }) => [instant(at), number(bounced)])),
  },
  {
    key: 'personsRepeat',
    house: null,
    ofCase: ({ one: { persons } }) => {
      const repeated = persons.sendings.filter(({ repeatReason }) => repeatReason !== undefined);
      return repeated.length === 0
        ? NOT_APPLICABLE
        : lines(repeated.map(({ at, repeatReason }) => [instant(at), text(repeatReason)]));
    },
  },
  {
    key: 'personsUnreached',
    house: null,
    ofCase: ({ one: { closed } }) =>
      closed?.unreachedReason === undefined ? NOT_APPLICABLE : said(text(closed.unreachedReason)),
  },
  {
    key: 'exemption',
    house: null,
    ofCase: ({ one: { persons } }) =>
      persons.exemption === null
        ? NOT_APPLICABLE
        : lines([
            [
              term('riskExemption', persons.exemption.ground),
              text(persons.exemption.proof),
              instant(persons.exemption.publishedAt ?? persons.published?.at),
            ],
          ]),
  },
  {
    key: 'measuresBefore',
    house: null,
    ofCase: ({ one }) => said(text(one.record.measuresBefore)),
  },
  {
    key: 'measures',
    part: ({ measures }) =>
      lines(
        measures.map(({ what, status, owner, at }) => [
          text(what),
          term('measureState', status === 'taken' ? 'done' : 'planned'),
          text(owner),
          instant(at),
        ]),
      ),
    ofCase: ({ one }) =>
      said(
        rows(one.record.measuresAfter, ({ what, state, owner, at }) => [
          text(what),
          term('measureState', state),
          text(owner),
          instant(at),
        ]),
      ),
  },
  {
    key: 'jointMeasures',
    part: ({ notices }) => consulted(notices.flatMap((notice) => notice.measures)),
    ofCase: ({ one }) => consulted(one.processor.measures),
  },
  {
    key: 'leftOpen',
    house: null,
    ofCase: ({ one }) =>
      lines(
        leftOpen(one).map(({ group, fields, reason }) => [
          term('section', group),
          terms('recordNeed', fields),
          text(reason),
        ]),
      ),
  },
  {
    key: 'awaited',
    house: null,
    ofCase: ({ one }) => {
      const awaited = awaitsOf(one).map(({ field, knownBy }) => [term('recordNeed', field), instant(knownBy)]);
      return awaited.length === 0 ? NOT_APPLICABLE : lines(awaited);
    },
  },
  {
    key: 'lessons',
    house: ({ incident }) => said(text(incident.closed?.lessons)),
    ofCase: ({ one }) => said(text(one.closed?.lessons ?? one.record.lessons)),
  },
  {
    key: 'closedBy',
    house: ({ incident: { closed }, personName }) =>
      closed === null ? NOT_APPLICABLE : said(text(personName(closed.byId))),
    ofCase: ({ one: { closed }, personName }) =>
      closed === null ? NOT_APPLICABLE : said(text(personName(closed.byId))),
  },
];

/** What both sides decide together (contract S3-05): what is to be done, where it stands, and the word that was said last. */
const consulted = (measures: readonly Consulted[]) =>
  measures.length === 0
    ? NOT_APPLICABLE
    : lines(
        measures.map((measure) => [
          text(whatOf(measure)),
          term('measureState', measure.state),
          text(measure.verdict?.name),
          instant(measure.verdict?.at ?? measure.taken?.at ?? measure.proposedAt),
        ]),
      );

/** Each version to each contact: who was told, by which way, and what proves it. */
function sendingsOf({ opened, versions, outbox }: Notice, { contracts }: IncidentPart) {
  const contract = contractIn(contracts, opened.agreementId);
  return versions.flatMap((version) =>
    outbox
      .filter((outgoing) => version.deliverableIds.includes(outgoing.id) && tellsItself(outgoing))
      .map((outgoing) => [
        text(contract?.controller),
        text(`${opened.reference} v${version.number}`),
        term('version', version.kind satisfies VersionState['kind']),
        text(contract?.contactName(outgoing.to.id)),
        term('channel', outgoing.channel),
        instant(firstAcceptedAt([outgoing]) ?? version.frozenAt),
        term('registerSaid', proofOf(outgoing)),
      ]),
  );
}

/** In the box, taken by the relay, caught here, or what the relay said else (invariant 13). */
const proofOf = (outgoing: Outgoing): string =>
  deliveredAt(outgoing) !== null ? 'delivered' : (lastResult(outgoing) ?? 'waiting');

/** Where all that was sent came back nobody was told, and it stands where it stood before. */
const standing = (persons: Persons): PersonsState =>
  persons.state === 'TOLD' && nobodyReached(persons) ? 'DRAFTED' : persons.state;
