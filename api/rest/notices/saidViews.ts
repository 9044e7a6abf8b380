import { z } from 'zod';
import { Instant } from '../../../domain/shared/instant';
import { erasableWords } from '../erasableWords';

const instant = (description: string) => Instant.meta({ description });

/** What a contact said of a version: when, and when that was written down. */
export const AcknowledgementView = z.strictObject({
  version: z.int().meta({ description: 'the version that was read' }),
  contactId: z.string().meta({ description: 'contact whose link or call it was' }),
  via: z
    .enum(['link', 'call', 'account', 'exchange'])
    .meta({ description: 'how; `exchange`: from the controller’s own installation' }),
  name: erasableWords('who said so'),
  function: erasableWords('as what'),
  at: instant('when it was said'),
  recordedAt: instant('when it was written down'),
  caught: z.boolean().meta({ description: 'the mail was only caught then: nobody outside had been told' }),
});

/** A call that somebody made: when, and when that was written down. */
export const LoggedCallView = z.strictObject({
  contactId: z.string().meta({ description: 'who was called' }),
  reached: z.boolean().meta({ description: 'whether somebody answered' }),
  note: erasableWords('what was said'),
  at: instant('when it was made'),
  recordedAt: instant('when it was written down'),
});
