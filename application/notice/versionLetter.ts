import type { LetterData } from '../../domain/letters/letters';
import type { NoticeLetter, SupplementLetter, WithdrawalLetter } from '../../domain/letters/notice';
import type { IncidentReportLetter } from '../../domain/letters/report';
import { authorityLaw } from '../../domain/law/authorityLaw';
import { dueOf, isSuspected, sentAt } from '../../domain/notice/case';
import type { VersionText } from '../../domain/notice/decideVersion';
import type { Told } from '../../domain/notice/events';
import { currentItems, type Notice, type VersionState } from '../../domain/notice/fold';
import { contactsOfProcessor } from './defaults';
import { addresseeOf, authorityDueAt, headOf, letterItems, reportTextOf, severityOf, toldOf } from './letterParts';
import type { FullCase } from './readCase';
import type { Recipient } from './recipientsOf';
import { subProcessorsOf, toldBySubsOf } from './subsInLetter';

/** What makes one contact's copy differ from another's, and what is known only when it is frozen. */
export type Copy = { recipient: Recipient; link: string; author: string | null; checkpoint: string | null; now: Date };

/** A template with its data. */
export type Letter = { [Name in keyof LetterData]: { name: Name; data: LetterData[Name] } }[keyof LetterData];

/** Item h. True of every case: the journal and what left are kept; a complaint has a file of its own. */
export const KEPT = {
  fr: {
    evidence: 'Le journal de l’incident et les documents émis sont conservés, scellés.',
    complaint: 'Aucune décision communiquée à ce stade.',
  },
  en: {
    evidence: 'The journal of the incident and the documents sent are kept, sealed.',
    complaint: 'No decision communicated at this stage.',
  },
};

/** The letter by which a version tells one contact (domain rules section 8, wordings A, B, F and the incident report). */
export function versionLetter(fullCase: FullCase, version: VersionText, given: Copy): Letter {
  const copy = version.automatic ? { ...given, author: null } : given; // signed by nobody, and says so
  switch (version.kind) {
    case 'initial':
    case 'protective':
    case 'overdue':
      return { name: 'notice', data: noticeLetter(fullCase, version, copy) };
    case 'supplement':
      return { name: 'supplement', data: supplementLetter(fullCase, version, copy) };
    case 'withdrawal':
      return { name: 'withdrawal', data: withdrawalLetter(fullCase, version, copy) };
    case 'report':
      return { name: 'incidentReport', data: reportLetter(fullCase, version, copy) };
  }
}

function noticeLetter(fullCase: FullCase, version: VersionText, copy: Copy): NoticeLetter {
  const { agreement } = fullCase;
  const due = dueOf(fullCase);
  if (due === null || version.items === null) throw new Error(`version ${version.number} has nothing to tell`);
  const told = toldOf(fullCase);
  const receivedAt = firstSentAt(fullCase) ?? copy.now.toISOString();
  return {
    head: headOf(fullCase, version.number, copy.now, copy.author),
    addressee: addresseeOf(fullCase, copy.recipient),
    stage: version.promises.length === 0 ? 'complete' : 'initial',
    protective: version.kind !== 'initial' && version.kind !== 'supplement',
    timeline: timelineOf(told, version),
    deadline: {
      t0: due.t0,
      dueAt: due.dueAt,
      hours: agreement.terms.breachNotice.hours,
      provisional: version.provisional,
      lateReason: version.lateReason,
    },
    items: letterItems(fullCase, version.items, told, isSuspected(version)),
    subProcessors: subProcessorsOf(fullCase),
    toldBySubs: toldBySubsOf(fullCase, version.items),
    evidence: { answer: 'value', value: KEPT[agreement.language].evidence },
    complaint: { answer: 'value', value: KEPT[agreement.language].complaint },
    authorityDueAt: authorityDueAt(fullCase, receivedAt),
    authorityHours: authorityLaw(receivedAt).hours,
    acknowledge: { link: copy.link, expected: agreement.terms.acknowledgement.expected },
    annexes: [],
    checkpoint: copy.checkpoint,
  };
}

function supplementLetter(fullCase: FullCase, version: VersionText, copy: Copy): SupplementLetter {
  const { notice, incident } = fullCase;
  const before = notice.versions.findLast(({ items }) => items !== null);
  const items = currentItems(notice);
  if (before === undefined || items === null) throw new Error('a supplement follows a version');
  return {
    ...noticeLetter(fullCase, version, copy),
    previous: {
      version: before.number,
      sentAt: sentAt(notice, before),
      ackedAt: ackedAt(notice, before),
      items: letterItems(fullCase, items, before.told, isSuspected(before)),
      timeline: timelineOf(before.told, before),
    },
    clockChange: clockChange(before, version, incident.clock.nature, toldOf(fullCase)),
  };
}

/** The clock's facts as a version told them. */
export const timelineOf = (
  { alertedAt, detectedAt, awareAt }: Pick<Told, 'alertedAt' | 'detectedAt' | 'awareAt'>,
  { toldCertain }: Pick<VersionText, 'toldCertain'>,
) => ({ alertedAt, detectedAt, awareAt, toldCertain });

/** When somebody first acknowledged a version, by whatever way it had come to them. */
const ackedAt = ({ acknowledgements }: Notice, { number }: VersionState): string | null =>
  acknowledgements.find(({ version }) => version === number)?.at ?? null;

function clockChange(
  { provisional, told }: VersionState,
  version: Pick<VersionText, 'provisional'>,
  nature: readonly string[],
  now: { awareAt: string | null; detectedAt: string | null },
): SupplementLetter['clockChange'] {
  if (provisional && !version.provisional) return 'confirmed';
  if (nature.join() !== told.nature.join()) return 'natureChanged';
  return now.awareAt === told.awareAt && now.detectedAt === told.detectedAt ? null : 'corrected';
}

function withdrawalLetter(fullCase: FullCase, version: VersionText, copy: Copy): WithdrawalLetter {
  const { notice, incident, agreement } = fullCase;
  const { ruledOut } = incident; // of a later round, where this notice is withdrawn that late
  return {
    head: headOf(fullCase, version.number, copy.now, copy.author),
    addressee: addresseeOf(fullCase, copy.recipient),
    versions: notice.versions.map((one) => ({
      version: one.number,
      sentAt: sentAt(notice, one),
      ackedAt: ackedAt(notice, one),
    })),
    ruledOutAt: incident.clock.changedAt ?? copy.now.toISOString(),
    // The reasoning itself is free text of the incident, which may name another controller.
    finding: null,
    proof: [],
    evidenceCount: ruledOut?.at === incident.clock.changedAt ? (ruledOut?.evidenceRefs.length ?? 0) : 0,
    contacts: contactsOfProcessor(agreement),
    acknowledge: { link: copy.link, expected: false },
    checkpoint: copy.checkpoint,
  };
}

function reportLetter(fullCase: FullCase, version: VersionText, copy: Copy): IncidentReportLetter {
  const { incident, agreement } = fullCase;
  const told = toldOf(fullCase);
  const text = reportTextOf(fullCase);
  const { status } = incident.clock;
  return {
    head: headOf(fullCase, version.number, copy.now, copy.author),
    addressee: addresseeOf(fullCase, copy.recipient),
    alertedAt: told.alertedAt,
    detectedAt: told.detectedAt,
    severity: severityOf(fullCase),
    ongoing: told.ongoing,
    what: text ? { answer: 'value', value: text } : { answer: 'toFollow', eta: null },
    systems: { answer: 'toFollow', eta: null },
    cause: told.cause,
    measures: { answer: 'toFollow', eta: null },
    personalData: status === 'provisional' || status === 'confirmed' ? 'suspected' : 'underReview',
    contacts: contactsOfProcessor(agreement),
    link: copy.link,
    checkpoint: copy.checkpoint,
  };
}

const firstSentAt = (fullCase: FullCase): string | null => {
  const [first] = fullCase.notice.versions;
  return first === undefined ? null : sentAt(fullCase.notice, first);
};
