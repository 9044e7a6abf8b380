import { type Facts, factsFor } from '../../domain/incident/incident';
import type { Addressee, Head } from '../../domain/letters/head';
import type { Items as LetterItems } from '../../domain/letters/items';
import type { IncidentReportLetter } from '../../domain/letters/report';
import { legalDue } from '../../domain/deadline/legalClock';
import { authorityLaw } from '../../domain/law/authorityLaw';
import type { Told } from '../../domain/notice/events';
import type { Items } from '../../domain/notice/items';
import type { Context } from '../ports/ports';
import { measuresOf } from './consultedMeasures';
import { documentOf } from './defaults';
import type { FullCase } from './readCase';
import type { Recipient } from './recipientsOf';

/** What every document of a notice says of itself. Instants are written in the controller's zone. */
export function headOf(
  { notice, agreement }: FullCase,
  version: number,
  now: Date,
  author: string | null,
): Head & { version: number } {
  return {
    reference: notice.opened.reference,
    version,
    writtenAt: now.toISOString(),
    zone: agreement.timeZone,
    sender: documentOf(agreement.document).processor.name,
    author,
    approver: null,
    lawProfile: authorityLaw(now.toISOString()).profile.id,
    exercise: notice.opened.exercise,
  };
}

export function addresseeOf({ agreement }: FullCase, recipient: Recipient): Addressee {
  const document = documentOf(agreement.document);
  return {
    controller: document.controller.name,
    contact: recipient.name,
    role: recipient.role,
    agreement: agreement.reference,
    agreementVersion: agreement.version,
    service: document.processing.service,
  };
}

/** Closed-vocabulary facts as this controller may know them (invariant 8). */
export function toldOf({ incident, notice }: FullCase): Told {
  const { cause = 'unknown', origin = null, ongoing = null } = factsFor(incident, notice.opened.agreementId);
  return {
    alertedAt: incident.report.alertedAt,
    detectedAt: incident.clock.detectedAt,
    awareAt: incident.clock.awareAt,
    nature: [...incident.clock.nature],
    cause,
    origin,
    ongoing: ongoing === null ? 'unknown' : ongoing ? 'yes' : 'no',
  };
}

/** A notice's items with what the facts and Annex 1 add to them. */
export function letterItems(fullCase: FullCase, items: Items, told: Told, suspected: boolean): LetterItems {
  const { processing } = documentOf(fullCase.agreement.document);
  const facts = factsFor(fullCase.incident, fullCase.notice.opened.agreementId);
  const systems = facts.systems ?? [];
  return {
    a: {
      suspected,
      types: told.nature,
      circumstances: { answer: 'value', value: items.a },
      systems: systems.length > 0 ? { answer: 'value', value: systems.join(', ') } : null,
      cause: told.cause,
      origin: told.origin,
      ongoing: told.ongoing,
      beganAt: facts.beganAt ?? null,
      endedAt: facts.endedAt ?? null,
    },
    b: items.b,
    c: {
      scope: {
        persons: processing.dataSubjects,
        data: processing.dataCategories.filter(({ processed }) => processed).map(({ category }) => category),
      },
      answer: personsAnswer(items.c, facts),
    },
    d: items.d.answer === 'value' ? { answer: 'value', value: items.d.text } : items.d,
    e:
      items.e.answer === 'value'
        ? { answer: 'value', value: { text: items.e.text, ...measuresOf(fullCase) } }
        : items.e,
  };
}

function personsAnswer(c: Items['c'], facts: Facts): LetterItems['c']['answer'] {
  if (c.answer !== 'value') return c;
  const amount = (count: number | null) =>
    count === null ? ({ amount: 'unknown', eta: null } as const) : ({ amount: 'approx', count } as const);
  const { text, persons, records } = c;
  const { personCategories = [], data: dataCategories = [], sensitive: sensitiveCategories = [] } = facts;
  const categories = { personCategories, dataCategories, sensitiveCategories };
  return { answer: 'value', value: { text, ...categories, persons: amount(persons), records: amount(records) } };
}

/** Of an incident report: what happened, in the words of who ordered it; null where erased, and for a breach. */
export const reportTextOf = ({ incident, notice }: FullCase): string | null =>
  incident.told.find(({ seq }) => seq === notice.opened.causeSeq)?.text ?? null;

export const severityOf = ({ incident }: FullCase): IncidentReportLetter['severity'] =>
  incident.declared?.severity ?? 'unknown';

/** The controller's own limit, presumed from the sending (domain rules section 7.3, receipt). */
export const authorityDueAt = ({ agreement }: FullCase, sentAt: string): string =>
  legalDue(sentAt, authorityLaw(sentAt).hours, agreement.timeZone).strict;

/** Where a contact reads, acknowledges and asks without an account. */
export async function guestLink({ orgId, ports }: Context, noticeId: string, contactId: string): Promise<string> {
  return `${ports.settings.publicUrl}/n/${await ports.links.issue(orgId, noticeId, contactId)}`;
}
