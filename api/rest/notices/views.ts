import { z } from 'zod';
import { Channel, OutcomeResult, Recipient, ReportAction } from '../../../domain/delivery/events';
import { VersionKind } from '../../../domain/notice/events';
import { HandedView } from './handedView';
import { ItemName, StoredDraft, StoredItems } from '../../../domain/notice/items';
import { Unserved } from '../../../domain/notice/unserved';
import { ExchangeWhy } from '../../../domain/exchange/why';
import { Instant } from '../../../domain/shared/instant';
import { Id } from '../../http/fields';
import { FileView } from '../fileView';
import { ExchangedView } from '../exchangedView';
import { NoticeMeasureView } from '../measureView';
import { LetterView } from './letterView';
import { erasableWords } from '../erasableWords';
import { AcknowledgementView, LoggedCallView } from './saidViews';

const instant = (description: string) => Instant.meta({ description });
const maybe = (description: string) => Instant.nullable().meta({ description });
export const ContactId = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,64}$/, 'is not an id')
  .meta({ description: 'contact of the agreement, `c1` and so on' });

/** Of the texts written so far. */
export const NamedView = z
  .array(
    z.strictObject({
      item: z.enum(['a', 'b', 'c', 'd', 'e', 'lateReason']).meta({ description: 'whose text it is' }),
      name: z.string().meta({ description: 'another client of ours, as its contract names it' }),
    }),
  )
  .meta({ description: 'what its texts name and this controller should not read; confirm it on sending' });

const DueView = z
  .strictObject({
    t0: instant('from here the limit runs'),
    dueAt: instant('the contract’s limit for telling the controller: strict elapsed hours'),
    provisional: z.boolean().meta({ description: 'only suspected so far' }),
    protectAt: maybe('what is known leaves by itself then; null where the terms do not allow it'),
    dischargedAt: maybe('first acceptance by a relay, or catching; null while nothing has left'),
  })
  .meta({ id: 'NoticeClock', description: 'The limit of one notice' });

const DeliveryView = z
  .strictObject({
    deliverableId: z.string().meta({ description: 'unique within the notice' }),
    contactId: z.string().meta({ description: 'whom it is for; of `exchange`, our record of the controller' }),
    channel: Channel.meta({ description: 'by which way' }),
    documentId: z.string().meta({ description: 'SHA-256 of the stored bytes: what is sent, however often' }),
    messageId: z.string().meta({ description: 'Message-ID or webhook-id, the same for every repeat' }),
    attempts: z.int().meta({ description: 'how often it was tried' }),
    tries: z
      .array(
        z.strictObject({
          n: z.int().positive().meta({ description: 'from 1 on' }),
          result: OutcomeResult.nullable().meta({ description: 'null while it is under way' }),
          replyCode: z.int().nullable().meta({ description: 'SMTP reply code or HTTP status, where there was one' }),
          at: maybe('when that was known'),
          why: ExchangeWhy.nullable().meta({
            description: 'why the other installation did not take it; null: it did, or another channel',
          }),
          receivedAt: maybe('when the other installation took it, as it signed'),
        }),
      )
      .meta({ description: 'each attempt, oldest first' }),
    replayAskedAt: maybe('when somebody asked for the same bytes to leave once more, until they do'),
    result: OutcomeResult.nullable().meta({
      description:
        '`accepted`: a relay, receiver or gateway took it, which is not receipt; `caught`: nobody outside was told; null: none yet',
    }),
    at: maybe('when that was known'),
    reports: z
      .array(
        z.strictObject({
          action: ReportAction.meta({ description: '`delivered` proves receipt; `failed`: it never arrived' }),
          status: z.string().meta({ description: 'enhanced status code, RFC 3463' }),
          at: instant('when it was recorded'),
        }),
      )
      .meta({ description: 'what relays on the way said later' }),
  })
  .meta({ id: 'Delivery', description: 'One thing that leaves' });

const VersionView = z
  .strictObject({
    number: z.int().positive().meta({ description: 'from 1 on' }),
    kind: VersionKind.meta({ description: 'protective and overdue ones left by themselves' }),
    automatic: z.boolean().meta({ description: 'made by the engine' }),
    provisional: z.boolean().meta({ description: 'our own clock was provisional' }),
    toldCertain: z.boolean().meta({ description: 'a sub-processor was certain while our own clock was provisional' }),
    frozenAt: instant('from here nothing of it changes'),
    items: StoredItems.nullable().meta({ description: 'null for a withdrawal, a report, and where erased' }),
    promises: z
      .array(
        z.strictObject({
          item: z.enum(['c', 'd', 'e']).meta({ description: 'what is to follow' }),
          eta: maybe('when; null where a machine wrote it'),
        }),
      )
      .meta({ description: 'what is to follow' }),
    text: erasableWords('finding of a withdrawal, facts of a report'),
    lateReason: erasableWords('why it left after its limit; null also if it did not'),
    held: z
      .array(ItemName)
      .meta({ description: 'items of the draft that the machine held back, as each names another client' }),
    agreementVersion: z.int().meta({ description: 'version of the agreement by which it was judged' }),
    dueAt: maybe('its limit as it was then'),
    pdfContacts: z.array(z.string()).meta({ description: 'contacts for whom there is a PDF' }),
    deliveries: z.array(DeliveryView).meta({ description: 'what left of it, or is to' }),
    unserved: z
      .array(
        z.strictObject({
          contactId: z.string().meta({ description: 'whose channel it is' }),
          channel: Unserved.shape.channel.meta({ description: 'as the contract names it' }),
          why: Unserved.shape.why,
        }),
      )
      .meta({ description: 'channels that the contract names and that nothing here serves' }),
  })
  .meta({ id: 'NoticeVersion', description: 'What was said, word for word' });

const row = {
  id: Id,
  reference: z.string().meta({ description: 'random, as the controller sees it: `AV-XXXX-XXXX`' }),
  revision: z.int().positive().meta({ description: 'of its newest entry' }),
  purpose: z.enum(['breach', 'incidentReport']).meta({ description: 'a breach, or an incident that is none' }),
  exercise: z.boolean().meta({ description: 'a drill' }),
  incidentId: Id,
  agreementId: z.string().meta({ description: 'agreement with the controller' }),
  controller: erasableWords('name of the controller'),
  delivery: z
    .enum(['DRAFT', 'LEAVING', 'SENT', 'CAUGHT', 'RECEIVED', 'ACKED'])
    .meta({ description: 'CAUGHT: kept by the catching server, nobody outside was told' }),
  content: z.enum(['OPEN', 'PHASED', 'COMPLETE']).meta({ description: 'PHASED: something is still to follow' }),
  life: z.enum(['OPEN', 'CLOSED', 'WITHDRAWN']).meta({ description: 'whether it still asks something' }),
  clock: DueView.nullable().meta({ description: 'null for a report, and when nothing runs' }),
};

export const CallList = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          deliverableId: z.string().meta({ description: 'unique within the notice' }),
          to: z
            .strictObject({
              kind: Recipient.shape.kind.meta({ description: 'a contact of the controller, or one of our people' }),
              id: z.string().meta({ description: 'under which the call is logged' }),
            })
            .meta({ id: 'Called', description: 'whom to call' }),
          since: instant('when the call became due'),
          phone: erasableWords('number'),
          text: erasableWords('what to read, and what to write down'),
        }),
      )
      .meta({ description: 'oldest first' }),
  })
  .meta({ id: 'CallList', description: 'Calls to make' });

export const NoticeRow = z.strictObject(row).meta({ id: 'NoticeRow', description: 'A notice in a list' });

export const NoticeView = z
  .strictObject({
    ...row,
    draft: StoredDraft.extend({}).meta({ id: 'SavedDraft', description: 'what somebody has written so far' }),
    subNotices: z
      .array(
        z.strictObject({
          place: z.int().positive().meta({ description: 'its place among what sub-processors told of the incident' }),
          recordedAt: Instant.meta({ description: 'when it was recorded' }),
          receivedAt: Instant.meta({ description: 'when we received it' }),
          certain: z.boolean().meta({ description: 'false: a suspicion of theirs' }),
          authorised: z
            .boolean()
            .meta({ description: 'whether the annex in force at t0 lets every firm of its chain process' }),
        }),
      )
      .meta({ description: 'what sub-processors told of this controller’s data' }),
    letter: LetterView,
    othersNamed: NamedView,
    versions: z.array(VersionView).meta({ description: 'oldest first' }),
    acknowledgements: z.array(AcknowledgementView).meta({ description: 'who has read what, by their own word' }),
    questions: z
      .array(
        z.strictObject({
          id: z.string().meta({ description: 'to answer it by' }),
          contactId: z.string().meta({ description: 'who asks' }),
          via: z.enum(['link', 'account', 'call', 'exchange']).meta({ description: 'how it came' }),
          text: erasableWords('what is asked'),
          urgentHours: z
            .int()
            .nullable()
            .meta({ description: 'hours to answer, where it is urgent; null: the working days of the contract' }),
          askedAt: instant('when it was asked'),
          recordedAt: instant('when it was written down'),
          dueAt: instant('until when it is to be answered'),
          answeredAt: maybe('null while it waits'),
          answer: erasableWords('what was answered; null while it waits'),
          exchange: ExchangedView,
        }),
      )
      .meta({ description: 'what contacts ask' }),
    files: z.array(FileView).meta({ description: 'documents with questions and answers' }),
    measures: z.array(NoticeMeasureView).meta({ description: 'on which the controller is consulted' }),
    calls: z.array(LoggedCallView).meta({ description: 'calls that were logged' }),
    handed: HandedView,
    explained: z
      .array(
        z.strictObject({
          what: z.enum(['late', 'missing', 'silence']).meta({ description: 'what was explained' }),
          at: instant('when'),
        }),
      )
      .meta({ description: 'reasons that were given; their words are in the journal' }),
    closedAt: maybe('when it was closed'),
    closedOn: z
      .enum(['confirmed', 'silence', 'ladderExhausted', 'withdrawn', 'neverSent', 'exerciseOver'])
      .nullable()
      .meta({ description: 'on which ground' }),
  })
  .meta({ id: 'Notice', description: 'The notice to one controller; it names no other' });
