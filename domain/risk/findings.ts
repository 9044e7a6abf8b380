import { z } from 'zod';

/** "Not known" is an answer: nobody is made to guess. */
export const YesNoUnknown = z.enum(['yes', 'no', 'unknown']);
export type YesNoUnknown = z.infer<typeof YesNoUnknown>;

/** Whether data came into other hands. A stolen medium has: its thief holds what is on it. */
export const Outflow = z.enum(['excluded', 'notExcluded', 'happened']);
export type Outflow = z.infer<typeof Outflow>;

/** Who got the data. `boundAndReturned`: each is known, bound to secrecy, and has given them back or deleted them. */
export const Recipients = z.enum(['none', 'boundAndReturned', 'other']);
export type Recipients = z.infer<typeof Recipients>;

/** What the persons felt of data that were altered, locked or gone. */
export const Outage = z.enum(['none', 'hoursWithoutConsequence', 'felt', 'essentialService', 'unknown']);
export type Outage = z.infer<typeof Outage>;

/** What the score does not ask and the risk depends on (domain rules 1.2, E12). Closed answers, no free text. */
export const RiskFindings = z.strictObject({
  outflow: Outflow.meta({ description: 'whether data, or what holds them, came into other hands' }),
  recipients: Recipients.meta({ description: 'who got them' }),
  outage: Outage.meta({ description: 'what the persons felt while data could not be used' }),
  identityTheft: YesNoUnknown.meta({
    description: 'whether somebody could steal an identity or commit fraud with these data',
  }),
  specialPersons: YesNoUnknown.meta({
    description: 'whether minors, patients or other vulnerable persons are among the persons concerned',
  }),
});
export type RiskFindings = z.infer<typeof RiskFindings>;
