import { z } from 'zod';

/**
 * What the contract says about time and telling: the only part of an agreement that clocks read.
 * Hours and minutes may be fractional. Source: reference agreement art. 2(b) and Annex 2 §12 (duties S3-01, S3-12, S3-19).
 */
const BreachNotice = z
  .strictObject({
    hours: z
      .number()
      .positive()
      .max(8760)
      .meta({ description: 'elapsed hours, strict: no night, weekend or holiday extends them' }),
    from: z.enum(['awareness', 'detection']).meta({ description: 'what the hours count from' }),
    confidentialityFromDetection: z
      .boolean()
      .meta({ description: 'a loss of confidentiality counts from its detection' }),
  })
  .meta({ description: 'how long the processor has to tell the controller of a breach' });

const ProtectiveNotice = z
  .strictObject({
    enabled: z.boolean().meta({ description: 'the engine may send what is known by itself' }),
    marginMinutes: z
      .number()
      .positive()
      .meta({ description: 'the notice leaves by itself this long before it is due' }),
  })
  .meta({ description: 'notice that leaves by itself when nobody has sent one' });

const SensitiveAttachments = z
  .strictObject({
    encrypt: z.boolean().meta({ description: 'annexes with personal data leave encrypted only' }),
    keyChannel: z.enum(['sms', 'phone', 'post', 'other']).meta({ description: 'separate channel for the key' }),
  })
  .meta({ description: 'annexes of a notice' });

export const Terms = z.strictObject({
  breachNotice: BreachNotice,
  requests: z
    .strictObject({ workingDays: z.int().positive().meta({ description: 'working days to answer a request' }) })
    .meta({ description: 'requests of data subjects and of the controller' }),
  protectiveNotice: ProtectiveNotice,
  sensitiveAttachments: SensitiveAttachments,
  acknowledgement: z
    .strictObject({ expected: z.boolean().meta({ description: 'the controller is asked to acknowledge' }) })
    .meta({ description: 'acknowledgement of a notice' }),
  silenceClosesAfterDays: z
    .int()
    .positive()
    .meta({ description: 'days without an answer after which a complete notice is closed' }),
  subProcessors: z
    .strictObject({
      authorisation: z
        .enum(['specific', 'general'])
        .meta({ description: 'form of written agreement that is asked for' }),
    })
    .meta({ description: 'further processors; left out: a specific agreement for each' })
    .optional(),
  cyberInsurance: z
    .strictObject({ policy: z.boolean().meta({ description: 'a policy exists: its 72 hours are watched' }) })
    .meta({ description: 'insurance against cyber attacks' }),
});
export type Terms = z.infer<typeof Terms>;
