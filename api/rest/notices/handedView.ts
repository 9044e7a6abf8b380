import { z } from 'zod';
import { HandedWhat } from '../../../domain/notice/events';
import { Instant } from '../../../domain/shared/instant';

/** What was handed to the controller's own organisation of this installation. */
export const HandedView = z
  .array(
    z.strictObject({
      what: HandedWhat.meta({
        description: 'what was handed; of a measure that it is proposed, that it was taken, or a word on it',
      }),
      id: z.string().meta({
        description:
          'number of the version or of the file’s entry, version and contact that acknowledged, or id of the question or measure',
      }),
      result: z.enum(['taken', 'refused']).meta({ description: 'whether it is there' }),
      at: Instant.meta({ description: 'when that was known' }),
    }),
  )
  .meta({ description: 'to the controller’s own organisation of this installation' });
