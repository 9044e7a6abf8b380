import { z } from 'zod';
import { FilingType } from '../../../domain/controllerCase/vocabulary';
import { Instant } from '../../../domain/shared/instant';
import { Id } from '../../http/fields';
import { at, seq, words } from './viewFields';

const receiptNumber = z.string().meta({ description: 'number that the authority gave' });
const receipt = { seq, sentAt: at('when it was sent'), receiptNumber };

/** One authority’s file: what was filed with it, and what it asked. */
export const AuthorityFileView = z.strictObject({
  authorityId: z.string().meta({ description: 'id of the authority' }),
  competent: z.boolean().meta({
    description: 'false: what is filed with it does not stop the clock; true also where nobody knows who is competent',
  }),
  state: z
    .enum(['ASKED', 'INITIAL_SENT', 'COMPLEMENTED', 'FINAL', 'WITHDRAWN', 'SA_CLOSED'])
    .meta({ description: 'where its file stands; ASKED: it asked, and nothing was filed with it' }),
  filings: z
    .array(
      z.strictObject({
        ...receipt,
        type: FilingType.meta({ description: 'type of the form' }),
        delayReasons: z.array(z.string()).meta({ description: 'why it was late' }),
        delayText: words('the facts of the delay'),
        copyDue: z.boolean().meta({ description: 'the copy of its receipt is neither kept nor excused' }),
        noCopyReason: words('why its receipt has no copy; null also where nobody said so'),
        bundle: z
          .array(z.strictObject({ caseId: Id, reference: z.string().meta({ description: 'its `CTL-…`' }) }))
          .meta({ description: 'of one notification for several cases (rule E8): all of them; else empty' }),
      }),
    )
    .meta({ description: 'what was filed' }),
  withdrawals: z.array(z.strictObject(receipt)).meta({ description: 'what was withdrawn, each with its own receipt' }),
  questions: z
    .array(
      z.strictObject({
        id: Id,
        askedAt: at('when it was asked'),
        dueAt: Instant.nullable().meta({ description: 'limit that the authority set' }),
        text: words('what it asks'),
        answeredAt: Instant.nullable().meta({ description: 'null: it waits' }),
      }),
    )
    .meta({ description: 'what it asked' }),
});
