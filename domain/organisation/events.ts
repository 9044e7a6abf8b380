import { z } from 'zod';
import { Identity } from '../authority/identity';
import { HouseSeat } from '../authority/seat';
import { attemptEvent, Deliverable, outcomeEvent, reportEvent } from '../delivery/events';
import { Language } from '../letters/head';
import { Instant } from '../shared/instant';
import { Role } from '../shared/roles';
import { StoredLine } from '../shared/stored';

const Roles = z.array(Role).min(1);

/** Who a token speaks for: a person (whose acts are theirs whatever token they use), or a machine, which never approves. */
export const Holder = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), id: z.string().min(1) }),
  z.strictObject({ kind: z.literal('tool'), id: z.string().min(1).meta({ description: 'name of the machine' }) }),
]);
export type Holder = z.infer<typeof Holder>;

const MemberRoles = z.strictObject({ personId: z.string().min(1), roles: Roles });

const TokenIssued = z.strictObject({
  tokenId: z
    .string()
    .min(1)
    .meta({ description: 'opaque; the secret itself is shown once and stored hashed, elsewhere' }),
  holder: Holder,
  roles: Roles,
  expiresAt: Instant,
});

const Relay = z.strictObject({
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({
      description: 'SHA-256 of how the mail relay is reached, so that a test of another relay counts for nothing',
    }),
});

/** `entryUnreadable`: no process here can work it off. `signingRefused`: the journal contradicts what was signed. */
export const AlarmCause = z.enum(['tokenIssued', 'entryUnreadable', 'signingRefused', 'entryChanged']);
export type AlarmCause = z.infer<typeof AlarmCause>;

/**
 * What a journal can say about its organisation. People are opaque ids here: names and addresses live apart, erasable.
 * Source: every human token names a person, and issuing one is an entry and an alarm (docs/architecture.md).
 */
export const OrganisationEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('organisation.created'),
    values: z.strictObject({ name: z.string().min(1), language: Language, timeZone: StoredLine }),
  }),
  z.object({ type: z.literal('organisation.renamed'), values: z.strictObject({ name: StoredLine }) }),
  z.object({ type: z.literal('organisation.seated'), values: HouseSeat }),
  z.object({ type: z.literal('organisation.described'), values: Identity }),
  z.object({ type: z.literal('member.added'), values: MemberRoles }),
  z.object({ type: z.literal('member.changed'), values: MemberRoles }),
  z.object({ type: z.literal('member.left'), values: MemberRoles.pick({ personId: true }) }),
  z.object({ type: z.literal('member.contactChanged'), values: MemberRoles.pick({ personId: true }) }),
  z.object({ type: z.literal('member.forgotten'), values: MemberRoles.pick({ personId: true }) }),
  z.object({ type: z.literal('token.issued'), values: TokenIssued }),
  z.object({ type: z.literal('token.revoked'), values: TokenIssued.pick({ tokenId: true }) }),
  z.object({ type: z.literal('relay.set'), values: Relay }),
  z.object({ type: z.literal('relay.tested'), values: Relay }),
  z.object({
    type: z.literal('alarm.raised'),
    values: z.strictObject({
      aboutSeq: z.int().positive(),
      cause: AlarmCause.default('tokenIssued').meta({ description: 'the first versions alarmed of tokens alone' }),
      deliverables: z.array(Deliverable),
    }),
  }),
  z.object({
    type: z.literal('exercise.due'),
    values: z.strictObject({
      dueAt: Instant.meta({ description: 'until when the next exercise is to be held' }),
      daysBefore: z.int().nonnegative(),
      deliverables: z.array(Deliverable),
    }),
  }),
  z.object({
    type: z.literal('contacts.due'),
    values: z.strictObject({
      agreementIds: z.array(z.string().min(1)).min(1).meta({ description: 'agreements whose contacts ask for a test' }),
      deliverables: z.array(Deliverable),
    }),
  }),
  attemptEvent,
  outcomeEvent,
  reportEvent,
]);
export type OrganisationEvent = z.infer<typeof OrganisationEvent>;

/**
 * Types that this subject's fold must understand. What else is written on an organisation (its journal, the host's
 * clock, erasures) changes nothing of who may do what, and must not lock everybody out.
 */
export const OWN_TYPES = /^(organisation|member|token|relay|alarm|delivery|exercise|contacts)\./;
