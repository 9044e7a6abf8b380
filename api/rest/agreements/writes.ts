import { z } from 'zod';
import { proposeAmendment } from '../../../application/agreement/proposeAmendment';
import { recordAgreement, type WrittenAgreement } from '../../../application/agreement/recordAgreement';
import { signForProcessor } from '../../../application/agreement/signAmendment';
import { issueSigningLink } from '../../../application/agreement/signingLinks';
import { withdrawAmendment } from '../../../application/agreement/withdrawAmendment';
import { carriedBy } from '../../../application/delivery/offersOf';
import type { Context } from '../../../application/ports/ports';
import { mayAmendAgreement, mayRecordAgreement, maySignForProcessor } from '../../../application/policies/agreement';
import { AmendedAnnex1, Annex1, type AnyAnnex1 } from '../../../domain/agreement/annex1';
import { OutcomeResult } from '../../../domain/delivery/events';
import { UnservedChannel, type UnservedPlace, unservedPlaces } from '../../../domain/notice/unserved';
import type { Result } from '../../../domain/shared/errors';
import { type Answer, defineAddition, defineDecision } from '../../http/defineRoute';
import { line, orgParams, text } from '../../http/fields';
import { amendedExample, documentExample, rowExample } from './example';
import { agreementParams, agreementPath, agreementsPath, tag } from './reads';

export const AgreementWritten = z
  .strictObject({
    id: z.string().meta({ description: 'opaque id: it follows from the controller and its reference' }),
    ref: z.string().meta({ description: 'the controller’s own reference' }),
    seq: z.int().positive().meta({ description: 'number of the journal entry that holds it' }),
    revision: z.int().positive().meta({ description: 'revision of the agreement that it made' }),
  })
  .meta({ id: 'AgreementWritten', description: 'What became of a command' });

const reasons: Record<UnservedPlace['why'], string> = {
  notOffered: 'nothing leaves from here by this channel: this installation does not serve it',
  noAddress: 'nothing leaves from here by this channel: the document names no address for it',
  noSecret:
    'a webhook leaves from here once a secret was made for this contact, by which it can check what comes; if one was made before an amendment, it stays',
  byHand: 'nothing leaves from here by this channel and no task is opened: somebody has to see to it',
};

const Warning = z
  .strictObject({
    pointer: z.string().meta({ description: 'JSON Pointer into the request' }),
    channel: UnservedChannel.meta({ description: 'channel that the contract names' }),
    message: z.string().meta({ description: 'what it means' }),
  })
  .meta({ id: 'Warning', description: 'Recorded as it is; what it says will not be done by Vigie' });

const AgreementRecorded = AgreementWritten.extend({
  warnings: z.array(Warning).meta({ description: 'channels that nothing serves here; empty where all are served' }),
}).meta({ id: 'AgreementRecorded', description: 'What became of a document, and what of it will not be done' });

const NewSignature = z
  .strictObject({
    documentHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ description: 'hash of the document that was read' }),
    name: line('who signs'),
    function: line('in which function'),
  })
  .meta({ id: 'NewSignature', description: 'A signature of management' });

const Withdrawal = z
  .strictObject({ reason: text(2000, 'why it is not to be signed') })
  .meta({ id: 'AmendmentWithdrawal', description: 'The proposal is taken back' });

const WhoSigns = z
  .strictObject({ contactId: text(64, 'contact of the version in force, `c1` and so on') })
  .meta({ id: 'WhoSigns', description: 'The contact who will sign for the controller' });

const SigningLink = z
  .strictObject({
    seq: z.int().positive().meta({ description: 'number of the journal entry that says that it was issued' }),
    contactId: z.string().meta({ description: 'whose address it went to' }),
    mail: OutcomeResult.meta({ description: 'what the relay said; if it was not taken, ask again under another key' }),
  })
  .meta({ id: 'SigningLink', description: 'The link went to the contact by mail; it is shown to nobody else' });

export const writtenExample = { id: rowExample.id, ref: rowExample.reference, seq: 31, revision: 2 };
const warning = { pointer: '/body/controller/noticeContacts/0/channels/1', channel: 'sms' as const };
const recordedExample = { ...writtenExample, warnings: [{ ...warning, message: reasons.notOffered }] };

const presented = ({ id, ref, seq, revision }: WrittenAgreement): z.output<typeof AgreementWritten> => ({
  id,
  ref,
  seq,
  revision,
});

export const presentWritten = (written: Result<WrittenAgreement>): Answer<z.output<typeof AgreementWritten>> =>
  written.ok ? { ok: true, value: { body: presented(written.value) } } : written;

function presentRecorded(
  written: Result<WrittenAgreement>,
  document: AnyAnnex1,
  ports: Context['ports'],
): Answer<z.output<typeof AgreementRecorded>> {
  if (!written.ok) return written;
  const warnings = unservedPlaces(document, carriedBy(ports)).map(({ pointer, channel, why }) => ({
    pointer: `/body${pointer}`,
    channel,
    message: reasons[why],
  }));
  return { ok: true, value: { body: { ...presented(written.value), warnings } } };
}

export const agreementWrites = [
  defineAddition({
    path: agreementsPath,
    operationId: 'recordAgreement',
    summary: 'Record an agreement',
    description: 'The Annex 1 document, signed on paper. From then on it changes only by an amendment (duty S3-20).',
    tag,
    policy: mayRecordAgreement,
    params: orgParams,
    body: Annex1.meta({ id: 'AgreementDocument', description: 'Annex 1 of a processing contract, as data' }),
    status: 201,
    response: AgreementRecorded,
    example: { body: documentExample, response: recordedExample },
    async handler(ctx, { body, key }) {
      return presentRecorded(await recordAgreement({ ctx, input: { key, document: body } }), body, ctx.ports);
    },
  }),

  defineDecision({
    path: `${agreementPath}/amendments`,
    operationId: 'proposeAmendment',
    summary: 'Propose an amendment',
    description: 'The whole document as it will read. It is in force once both sides have signed its hash.',
    tag,
    policy: mayAmendAgreement,
    params: agreementParams,
    body: AmendedAnnex1.meta({ id: 'AmendedDocument', description: 'The document of the next version' }),
    status: 201,
    response: AgreementRecorded,
    example: { body: amendedExample, response: recordedExample },
    async handler(ctx, { params: { agreementId }, body, key, decided }) {
      const input = { agreementId, key, document: body, decided };
      return presentRecorded(await proposeAmendment({ ctx, input }), body, ctx.ports);
    },
  }),

  defineAddition({
    path: `${agreementPath}/signatures`,
    operationId: 'signAmendment',
    summary: 'Sign the amendment for our side',
    description: 'Management signs the hash of what it has read. The controller signs by the link of a contact.',
    tag,
    policy: maySignForProcessor,
    params: agreementParams,
    body: NewSignature,
    status: 200,
    response: AgreementWritten,
    example: {
      body: { documentHash: '0'.repeat(64), name: 'Alix Modèle', function: 'Gérante' },
      response: writtenExample,
    },
    async handler(ctx, { params: { agreementId }, body, key }) {
      return presentWritten(await signForProcessor({ ctx, input: { agreementId, key, ...body } }));
    },
  }),

  defineDecision({
    path: `${agreementPath}/amendment-withdrawal`,
    operationId: 'withdrawAmendment',
    summary: 'Withdraw the proposed amendment',
    description: 'The version in force goes on; the proposal stays in the record.',
    tag,
    policy: mayAmendAgreement,
    params: agreementParams,
    body: Withdrawal,
    status: 200,
    response: AgreementWritten,
    example: { body: { reason: 'Négociation rouverte.' }, response: writtenExample },
    async handler(ctx, { params: { agreementId }, body: { reason }, key, decided }) {
      return presentWritten(await withdrawAmendment({ ctx, input: { agreementId, key, reason, decided } }));
    },
  }),

  defineAddition({
    path: `${agreementPath}/signing-links`,
    operationId: 'issueSigningLink',
    summary: 'Mail a contact the link by which it signs',
    description:
      'Random, for one agreement and one contact, for 30 days. Asked for again, the older one opens nothing.',
    tag,
    policy: mayAmendAgreement,
    params: agreementParams,
    body: WhoSigns,
    status: 200,
    response: SigningLink,
    example: { body: { contactId: 'c1' }, response: { seq: 32, contactId: 'c1', mail: 'accepted' as const } },
    async handler(ctx, { params: { agreementId }, body: { contactId }, key }) {
      const issued = await issueSigningLink({ ctx, input: { agreementId, contactId, key } });
      return issued.ok ? { ok: true, value: { body: issued.value } } : issued;
    },
  }),
];
