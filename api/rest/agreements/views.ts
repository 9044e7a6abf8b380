import { z } from 'zod';
import type { AgreementRead } from '../../../application/agreement/readAgreement';
import { AnyAnnex1 } from '../../../domain/agreement/annex1';
import { Calendar } from '../../../domain/deadline/calendar';
import { TESTED_CHANNELS } from '../../../domain/agreement/contactTests';
import type { Agreement } from '../../../domain/agreement/fold';
import { LIVENESS_STATES } from '../../../domain/agreement/liveness';
import { ExchangeWhy } from '../../../domain/exchange/why';
import { newestSigned } from '../../../domain/agreement/versions';
import { Terms } from '../../../domain/agreement/terms';
import { Language } from '../../../domain/letters/head';
import { Instant } from '../../../domain/shared/instant';

const sha256 = z.string().meta({ description: 'SHA-256 of the canonical document (RFC 8785)' });

const SignatureView = z
  .strictObject({
    side: z.enum(['processor', 'controller']).meta({ description: 'for whom' }),
    signerId: z.string().meta({ description: 'person, or contact of the version in force' }),
    name: z.string().nullable().meta({ description: 'who signed; null where erased' }),
    function: z.string().nullable().meta({ description: 'in which function; null where erased' }),
    signedAt: Instant.meta({ description: 'instant of the signature' }),
    documentHash: sha256,
  })
  .meta({ id: 'AgreementSignature', description: 'A signature over the hash of the document that was read' });

const VersionView = z
  .strictObject({
    version: z.int().positive().meta({ description: 'from 1 on' }),
    state: z
      .enum(['PROPOSED', 'SIGNED', 'WITHDRAWN'])
      .meta({ description: 'in force only once both sides have signed' }),
    from: Instant.nullable().meta({ description: 'in force from this instant; null if it never is' }),
    to: Instant.nullable().meta({ description: 'in force up to, not including, this instant' }),
    documentHash: sha256,
    document: AnyAnnex1.nullable().meta({ description: 'the document whole; null where erased' }),
    terms: Terms.meta({ description: 'what its clocks read' }),
    language: Language.meta({ description: 'in which the controller is written to' }),
    timeZone: z.string().meta({ description: 'IANA zone of the place where acts are due' }),
    calendar: Calendar.meta({ description: 'counts working days' }),
    signatures: z.array(SignatureView).meta({ description: 'given here; a first version was signed on paper' }),
  })
  .meta({ id: 'AgreementVersion', description: 'One version and the time for which it is in force' });

const row = {
  id: z.string().meta({ description: 'opaque id' }),
  reference: z.string().meta({ description: 'the controller’s own reference' }),
  revision: z.int().positive().meta({ description: 'of its newest entry' }),
  partyId: z.string().meta({ description: 'record of the controller' }),
  controller: z.string().nullable().meta({ description: 'its name; null where erased' }),
  stage: z.enum(['IN_FORCE', 'AMENDING']).meta({ description: 'AMENDING: an amendment waits for signatures' }),
};

export const AgreementRow = z.strictObject(row).meta({ id: 'AgreementRow', description: 'An agreement in a list' });

export const AgreementView = z
  .strictObject({
    ...row,
    versions: z.array(VersionView).meta({ description: 'oldest first' }),
    webhookSecrets: z
      .array(
        z.strictObject({
          contactId: z.string().meta({ description: 'whose webhooks can be signed' }),
          issuedAt: Instant.meta({ description: 'when the newest secret was made' }),
        }),
      )
      .meta({ description: 'the secrets themselves are shown once, when they are made' }),
    contacts: z
      .array(
        z.strictObject({
          contactId: z.string().meta({
            description: 'contact of the newest version; by `exchange` the `partyId` of the agreement',
          }),
          channel: z.enum(TESTED_CHANNELS).meta({
            description: 'a way that a notice would take; `exchange`: to the controller’s own installation',
          }),
          state: z.enum(LIVENESS_STATES).meta({
            description:
              '`works`; `waiting` for an answer; `caught`: nobody was reached; `failed`; `never` tried; `stale`: to be tried',
          }),
          testedAt: Instant.nullable().meta({ description: 'newest test; null: none of this address' }),
          succeededAt: Instant.nullable().meta({ description: 'last test that worked; null: none of this address' }),
          dueAt: Instant.meta({ description: 'by when it is to be tried again' }),
          why: ExchangeWhy.nullable().meta({
            description:
              'by `exchange`, why the newest test has no receipt; `noTests`: reached, of a version that knows none',
          }),
        }),
      )
      .meta({ description: 'which ways to the contacts were shown to work' }),
    inside: z
      .strictObject({
        organisationId: z.string().meta({ description: 'organisation of this installation that the controller is' }),
        since: Instant.meta({ description: 'notices that leave after it are handed to its case' }),
      })
      .nullable()
      .meta({ description: 'null: the controller is none of this installation, or has not agreed' }),
    outside: z
      .strictObject({
        key: z.string().meta({ description: 'key of the controller’s organisation (C2SP vkey)' }),
        url: z.string().meta({ description: 'where its own installation takes our notices' }),
        since: Instant.meta({ description: 'notices that leave after it are posted there' }),
      })
      .nullable()
      .meta({ description: 'null: the controller has no installation of its own, or none was tied' }),
  })
  .meta({ id: 'Agreement', description: 'An agreement: a breach is judged by the version in force at its t0' });

/** Names each field: what the domain gains is not published by accident. */
export function presentRow(agreement: Agreement): z.output<typeof AgreementRow> {
  const { id, reference, revision, partyId, stage } = agreement;
  const controller = newestSigned(agreement)?.document?.controller.name ?? null;
  return { id, reference, revision, partyId, controller, stage };
}

export function presentAgreement({ agreement, timeline, liveness }: AgreementRead): z.output<typeof AgreementView> {
  const versions = agreement.versions.map((one) => {
    const { version, state, documentHash, document, terms, language, timeZone, calendar } = one;
    const inForce = timeline.find((span) => span.version === one);
    const place = { version, state, from: inForce?.from ?? null, to: inForce?.to ?? null };
    const signatures = one.signatures.map((signature) => {
      const { side, signerId, name, signedAt, documentHash: signed } = signature;
      return { side, signerId, name, function: signature.function, signedAt, documentHash: signed };
    });
    return { ...place, documentHash, document, terms, language, timeZone, calendar, signatures };
  });
  const webhookSecrets = agreement.secrets.map(({ contactId, issuedAt }) => ({ contactId, issuedAt }));
  const inside = agreement.inside && { organisationId: agreement.inside.orgId, since: agreement.inside.since };
  const outside = agreement.outside && { ...agreement.outside };
  const contacts = liveness.map(({ contactId, channel, state, testedAt, succeededAt, dueAt, why }) => {
    return { contactId, channel, state, testedAt, succeededAt, dueAt, why };
  });
  return { ...presentRow(agreement), versions, webhookSecrets, contacts, inside, outside };
}
