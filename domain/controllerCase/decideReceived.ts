import type { NoticeFacts } from '../exchange/noticeFacts';
import { notAhead, receivedBeforeMade } from '../incident/chronology';
import type { CalendarId } from '../deadline/calendar';
import type { Seat } from '../authority/seat';
import type { VersionKind } from '../notice/events';
import type { z } from 'zod';
import { done, type Issue, refused, type Result } from '../shared/errors';
import type { ControllerCase } from './case';
import type { ReceiveNotice } from './receiveCommand';
import type { CaseEventOf } from './events';
import { knownIssues } from './knownIssues';
import { seatAt } from './place';
import { factsInRecord } from './processorSays';
import { profileFor } from './term';
import type { TellingKind } from './vocabulary';

/** What a sealed envelope says, and whose it is. */
export type Sealed = {
  origin: string;
  noticeId: string;
  reference: string;
  version: number;
  kind: z.infer<typeof VersionKind>;
  madeAt: string;
  hash: string;
  partyId: string;
  from: string;
  /** What it says as values; null where it says none. */
  facts: NoticeFacts | null;
};

/**
 * `seat`, `calendar`: where the organisation is established and by which days it works; null: it did not say. `agreementId`:
 * the one contract in force with the sender; null for none, or several.
 */
type Around = {
  now: Date;
  zone: string;
  seat: Seat | null;
  calendar?: CalendarId | null;
  agreementId: string | null;
};

/**
 * The first version of a notice opens a case, a later one is told to it (rule E5: awareness is the receipt). A case that is
 * open has its own ways to say since when it is known, and what was lost: with a later version neither is taken.
 */
export function decideReceived(
  before: ControllerCase | null,
  { sealed, said }: { sealed: Sealed; said: ReceiveNotice },
  { now, zone, seat: recorded, calendar = null, agreementId }: Around,
): Result<CaseEventOf<'case.opened' | 'case.told'>> {
  const { knownAt, nature, certain } = said;
  const text = said.text ?? sealed.facts?.record.description ?? null;
  const receivedAt = notAhead(said.receivedAt, now); // its sender's clock may be a little ahead of ours
  const issues = [
    ...receivedBeforeMade(sealed.madeAt, receivedAt, now),
    ...knownIssues({ knownAt, receivedAt }, now),
    ...(before === null ? [] : saidElsewhere(said)),
    ...(text === null ? [{ pointer: '/text', message: 'its envelope does not describe it: write what was told' }] : []),
  ];
  const lawProfile = profileFor(said);
  if (issues.length > 0 || lawProfile === null) return refused({ code: 'input.invalid', issues });
  const { reference, version, hash: envelopeHash, from, origin, noticeId } = sealed;
  const source = { origin, noticeId };
  const told = {
    kind: tellingOf(sealed.kind, certain),
    receivedAt,
    reference,
    version,
    envelopeHash,
    from,
    text,
    source,
  };
  if (before !== null) return done({ type: 'case.told', typeVersion: 2, values: told });
  const seat = seatAt(recorded, zone);
  const where = { zone, ...(calendar && { calendar }), ...(seat && { seat }) };
  const place = { incidentId: null, agreementId, exercise: false, lawProfile, ...where };
  return done({ type: 'case.opened', values: { ...told, ...place, origin: 'processor', knownAt, certain, nature } });
}

/** What the same version says as values; null where it says none, or its case has them. */
export function decideInformed(
  before: Pick<ControllerCase, 'told' | 'informed'> | null,
  { from, version, facts }: Sealed,
  receivedAt: string,
): CaseEventOf<'case.informed'> | null {
  if (facts === null || before?.informed.some((one) => one.version === version) === true) return null;
  const first = before?.told[0]?.receivedAt ?? receivedAt;
  return { type: 'case.informed', values: factsInRecord(facts, { from, version, first }) };
}

const saidElsewhere = ({ knownAt, nature, agreementId }: ReceiveNotice): Issue[] => [
  ...(agreementId === undefined
    ? []
    : [{ pointer: '/agreementId', message: 'its case is open: it has its contract, or none' }]),
  ...(knownAt === null
    ? []
    : [{ pointer: '/knownAt', message: 'its case is open: correct there since when it is known' }]),
  ...(nature.length === 0 ? [] : [{ pointer: '/nature', message: 'its case is open: say there what was lost' }]),
];

function tellingOf(kind: Sealed['kind'], certain: boolean): TellingKind {
  switch (kind) {
    case 'initial':
    case 'protective':
    case 'overdue':
      return certain ? 'notice' : 'suspicion';
    case 'supplement':
    case 'withdrawal':
    case 'report':
      return kind;
  }
}
