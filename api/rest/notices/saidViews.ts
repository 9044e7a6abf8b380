import { z } from 'zod';
import { Instant } from '../../../domain/shared/instant';

const instant = (description: string) => Instant.meta({ description });

/** What a person wrote, which may be erased. */
export const words = (description: string) =>
  z
    .string()
    .nullable()
    .meta({ description: `${description}; null where erased` });

/** What a contact said of a version: when, and when that was written down. */
export const AcknowledgementView = z.strictObject({
  version: z.int().meta({ description: 'the version that was read' }),
  contactId: z.string().meta({ description: 'contact whose link or call it was' }),
  via: z
    .enum(['link', 'call', 'account', 'exchange'])
    .meta({ description: 'how; `exchange`: from the controller’s own installation' }),
  name: words('who said so'),
  function: words('as what'),
  at: instant('when it was said'),
  recordedAt: instant('when it was written down'),
  caught: z.boolean().meta({ description: 'the mail was only caught then: nobody outside had been told' }),
});

/** A call that somebody made: when, and when that was written down. */
export const LoggedCallView = z.strictObject({
  contactId: z.string().meta({ description: 'who was called' }),
  reached: z.boolean().meta({ description: 'whether somebody answered' }),
  note: words('what was said'),
  at: instant('when it was made'),
  recordedAt: instant('when it was written down'),
});
