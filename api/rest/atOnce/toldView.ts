import { z } from 'zod';
import { ContactOutcome } from '../../../domain/atOnce/events';
import { acknowledgedAt, openCallsTo, type Telling } from '../../../domain/atOnce/telling';
import { failedAt } from '../../../domain/delivery/failedAt';
import { isAccepted } from '../../../domain/delivery/outbox';
import { Instant } from '../../../domain/shared/instant';
import { Id } from '../../http/fields';
import { erasableWords } from '../erasableWords';

const ContactedView = z.strictObject({
  contactId: Id,
  outcome: ContactOutcome.meta({ description: '`acknowledged`: by voice or in writing; `noAnswer`: called in vain' }),
  at: Instant.meta({ description: 'when it was called, or answered' }),
  byId: Id.meta({ description: 'who says so' }),
  note: erasableWords('what was said'),
  self: z
    .strictObject({ name: erasableWords('name that it gave'), function: erasableWords('function that it gave') })
    .nullable()
    .meta({
      description: 'what the contact says of itself that acknowledged by its link; null: somebody of ours wrote it',
    }),
});

/** How far one controller has been told. */
export const ToldView = z.strictObject({
  agreementId: Id,
  at: Instant.meta({ description: 'when its letters were written' }),
  mails: z.int().nonnegative().meta({ description: 'contacts written to by mail' }),
  accepted: z.int().nonnegative().meta({ description: 'of those, taken by the mail relay: not read' }),
  failed: z.int().nonnegative().meta({ description: 'of those, refused or put off: another way was opened' }),
  toCall: z.array(Id).meta({ description: 'contacts that somebody still has to call' }),
  acknowledgedAt: Instant.nullable().meta({ description: 'when a contact first confirmed; null: none has' }),
  contacted: z.array(ContactedView).meta({ description: 'calls and answers, oldest first' }),
});

export const presentTold = (telling: Telling): z.output<typeof ToldView>[] =>
  telling.told.map((one) => {
    const { agreementId, at, mailIds, contacted } = one;
    const mails = telling.outbox.filter(({ id }) => mailIds.includes(id));
    return {
      agreementId,
      at,
      mails: mails.length,
      accepted: mails.filter(isAccepted).length,
      failed: mails.filter((mail) => failedAt(mail) !== null).length,
      toCall: openCallsTo(telling, one).map(({ to }) => to.id),
      acknowledgedAt: acknowledgedAt(one),
      contacted: [...contacted],
    };
  });
