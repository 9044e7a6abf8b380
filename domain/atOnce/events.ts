import { z } from 'zod';
import { attemptEvent, Deliverable, outcomeEvent, reportEvent } from '../delivery/events';
import { erasable } from '../shared/erasable';
import { StoredLine, StoredText } from '../shared/stored';

/** One controller was written to at once (duties S3-10, S3-17), by the contacts of the contract in force. */
export const ToldOf = z.strictObject({
  agreementId: z.string().min(1),
  deliverables: z.array(Deliverable).meta({
    description:
      'one mail a contact with an address, a webhook and a text message where the contract names them and they are served; a call where nothing else can go; a mail to who is to call',
  }),
});
export type ToldOf = z.infer<typeof ToldOf>;

/** A letter was refused or put off: our own people are told, and somebody of the controller's is to be called. */
export const FellBack = z.strictObject({
  agreementId: z.string().min(1),
  failedId: z.string().min(1).meta({ description: 'deliverable that failed' }),
  deliverables: z.array(Deliverable),
});
export type FellBack = z.infer<typeof FellBack>;

/** `acknowledged`: by voice or in writing. */
export const ContactOutcome = z.enum(['acknowledged', 'reached', 'noAnswer']);

/** A contact was called, or has answered. */
export const Contacted = z.strictObject({
  agreementId: z.string().min(1),
  contactId: z.string().min(1),
  outcome: ContactOutcome,
  note: erasable(StoredText),
});
export type Contacted = z.infer<typeof Contacted>;

/** A contact says by its own link that it was told, once: who it is, as it says itself. */
export const Acknowledged = z.strictObject({
  agreementId: z.string().min(1),
  contactId: z.string().min(1),
  name: erasable(StoredLine),
  function: erasable(StoredLine),
});

/** What any subject that is told at once may hold, beside what it is about and that a controller was told. */
export const tellingEvents = [
  z.object({ type: z.literal('telling.fellBack'), values: FellBack }),
  z.object({ type: z.literal('telling.contacted'), values: Contacted }),
  z.object({ type: z.literal('telling.acknowledged'), values: Acknowledged }),
  attemptEvent,
  outcomeEvent,
  reportEvent,
] as const;
export type TellingEvent = z.infer<(typeof tellingEvents)[number]>;
