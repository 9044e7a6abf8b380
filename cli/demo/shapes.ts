import { z } from 'zod';

/** Of each answer, what the story looks at. */
export const Receipt = z.object({ receipt: z.string(), incidentId: z.string(), seq: z.number() });

export const Written = z.object({ seq: z.number(), revision: z.number() });

export const WrittenAgreement = z.object({ id: z.string(), seq: z.number() });

export const Incident = z.object({ id: z.string(), ref: z.string(), stage: z.string() });
export type Incident = z.infer<typeof Incident>;

export const NoticeRow = z.object({ id: z.string(), agreementId: z.string() });

export const Notice = z.object({
  id: z.string(),
  reference: z.string(),
  agreementId: z.string(),
  delivery: z.string(),
  content: z.string(),
  clock: z.object({ t0: z.string(), dueAt: z.string(), dischargedAt: z.string().nullable() }),
  versions: z.array(z.object({ number: z.number(), kind: z.string(), automatic: z.boolean(), frozenAt: z.string() })),
  acknowledgements: z.array(z.object({ version: z.number(), name: z.string().nullable(), at: z.string() })),
});
export type Notice = z.infer<typeof Notice>;
