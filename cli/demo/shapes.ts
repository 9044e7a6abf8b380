import { z } from 'zod';
import { Risk } from '../../domain/risk/scales';

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
  questions: z.array(z.object({ id: z.string(), text: z.string().nullable() })),
  measures: z.array(z.object({ id: z.string(), state: z.string() })),
});
export type Notice = z.infer<typeof Notice>;

export const WrittenParty = z.object({ id: z.string() });

/** A case of the controller. */
export const Case = z.object({
  id: z.string(),
  ref: z.string(),
  receivedAt: z.string(),
  risk: z.string().nullable(),
  authority: z.string(),
  persons: z.string(),
  clock: z.object({ status: z.string(), strict: z.string().nullable() }),
  told: z.array(z.object({ version: z.number().nullable(), from: z.string().nullable() })),
  scores: z.array(z.object({ severity: z.object({ se: z.number() }), proposal: z.object({ risk: Risk }) })),
  decisions: z.array(z.object({ byId: z.string(), risk: Risk })),
  telling: z.object({ draft: z.object({ texts: z.array(z.object({ hash: z.string() })) }).nullable() }),
  processor: z.object({
    questions: z.array(z.object({ id: z.string(), answer: z.string().nullable() })),
    measures: z.array(z.object({ id: z.string(), state: z.string() })),
  }),
});
export type Case = z.infer<typeof Case>;

const Fields = z.array(z.object({ label: z.string() }));
export const Sheet = z.object({ missing: Fields, toComplete: Fields });

export const RegisterRows = z.object({
  items: z.array(
    z.object({ kind: z.string(), id: z.string(), cells: z.array(z.object({ column: z.string(), text: z.string() })) }),
  ),
});
