import { z } from 'zod';

/**
 * What the contract says about time and telling: the only part of an agreement that clocks read.
 * Hours and minutes may be fractional. Source: reference agreement art. 2(b) and Annex 2 §12 (duties S3-01, S3-12, S3-19).
 */
export const Terms = z.strictObject({
  breachNotice: z.strictObject({
    hours: z
      .number()
      .positive()
      .max(8760)
      .meta({ description: 'elapsed hours, strict: no night, weekend or holiday extends them' }),
    from: z.enum(['awareness', 'detection']),
    confidentialityFromDetection: z
      .boolean()
      .meta({ description: 'a loss of confidentiality counts from its detection' }),
  }),
  requests: z.strictObject({ workingDays: z.int().positive() }),
  protectiveNotice: z.strictObject({
    enabled: z.boolean(),
    marginMinutes: z
      .number()
      .positive()
      .meta({ description: 'the notice leaves by itself this long before it is due' }),
  }),
  sensitiveAttachments: z.strictObject({ encrypt: z.boolean(), keyChannel: z.enum(['sms', 'phone', 'post', 'other']) }),
  acknowledgement: z.strictObject({ expected: z.boolean() }),
  silenceClosesAfterDays: z.int().positive(),
  cyberInsurance: z.strictObject({ policy: z.boolean() }),
});
export type Terms = z.infer<typeof Terms>;
