import { z } from 'zod';
import { Exchanges } from '../delivery/events';
import { erasable } from '../shared/erasable';
import { StoredLine, StoredText } from '../shared/stored';

/** The controller's word on a measure that was proposed to it. */
export const Verdict = z.enum(['agreed', 'objected', 'changed']);
export type Verdict = z.infer<typeof Verdict>;

const MeasureId = z.string().min(1).max(200);
const hours = z
  .int()
  .positive()
  .nullable()
  .meta({ description: 'hours to answer, where it is urgent; null: the working days of the contract' });

/** Both journals hold the same of it, beside what each knows alone. */
export const proposedValues = { measureId: MeasureId, what: erasable(StoredText) };
export const verdictValues = {
  measureId: MeasureId,
  verdict: Verdict,
  text: erasable(StoredText).meta({ description: 'why it objects, or to what it changes it' }),
  name: erasable(StoredLine),
  function: erasable(StoredLine),
};
export const takenValues = {
  measureId: MeasureId,
  what: erasable(StoredText).meta({ description: 'null: as it was proposed' }),
  reason: erasable(StoredText).meta({ description: 'why no answer could be awaited' }),
};

const DeclaredId = z
  .string()
  .min(1)
  .max(200)
  .nullable()
  .meta({ description: 'measure of the incident that it is; null: it stands here alone' });

/** In the journal of the processor, of one notice. */
export const MeasureProposed = z.strictObject({
  ...proposedValues,
  declaredId: DeclaredId,
  urgentHours: hours,
  deliverables: Exchanges,
});
export const MeasureAnswered = z.strictObject({
  ...verdictValues,
  contactId: z.string().min(1).max(200),
  via: z.enum(['link', 'call', 'account', 'exchange']),
  deliverables: Exchanges,
});
export const MeasureTaken = z.strictObject({ ...takenValues, declaredId: DeclaredId, deliverables: Exchanges });
