import { z } from 'zod';
import { Nature } from '../../../domain/deadline/breachClock';
import { BreachCause, BreachOrigin } from '../../../domain/incident/vocabulary';
import { Instant } from '../../../domain/shared/instant';

const Told = z.strictObject({
  nature: z.array(Nature).meta({ description: 'what may be lost' }),
  cause: BreachCause.meta({ description: 'as far as it is known' }),
  origin: BreachOrigin.nullable().meta({ description: 'null: not known' }),
  ongoing: z.enum(['yes', 'no', 'unknown']).meta({ description: 'whether it goes on' }),
  systems: z.array(z.string()).meta({ description: 'that this controller may be told of' }),
  severity: z.string().meta({ description: 'of an incident report' }),
  text: z.string().nullable().meta({ description: 'of an incident report: what happened; null where erased' }),
  ruledOut: z
    .strictObject({
      at: Instant.meta({ description: 'when' }),
      evidence: z.int().meta({ description: 'how many items of evidence' }),
    })
    .nullable()
    .meta({ description: 'of a withdrawal' }),
  toldBySubs: z.array(z.int()).meta({ description: 'entries in which sub-processors told of this controller’s data' }),
});

const measures = (which: string) =>
  z
    .array(
      z.strictObject({
        what: z.string().meta({ description: 'what is done' }),
        by: z.string().nullable().meta({ description: 'by whom' }),
        at: Instant.nullable().meta({ description: 'when' }),
      }),
    )
    .meta({ description: which });

/** What a version sent now would tell, for who reviews it by REST before sending. */
export const LetterView = z
  .strictObject({
    facts: Told.meta({ description: 'facts of the incident as this controller may know them' }),
    measures: z
      .strictObject({
        taken: measures('done'),
        proposed: measures('to be done'),
        toDecide: measures('that wait for the controller’s word; `at`: until when'),
      })
      .meta({ description: 'its own measures; told where item e is a value' }),
    chronology: z
      .strictObject({
        alertedAt: Instant.nullable().meta({ description: 'first alert' }),
        detectedAt: Instant.nullable().meta({ description: 'detection of the violation' }),
        awareAt: Instant.nullable().meta({ description: 'awareness' }),
        status: z.string().meta({ description: '`provisional` while only suspected' }),
        t0: Instant.nullable().meta({ description: 'from here the limit runs' }),
        dueAt: Instant.nullable().meta({ description: 'the limit' }),
      })
      .meta({ description: 'instants that it names' }),
    contract: z
      .strictObject({
        agreementId: z.string().meta({ description: 'the agreement' }),
        version: z.int().meta({ description: 'its version in force at t0' }),
      })
      .meta({ description: 'under which it is sent' }),
    recipients: z
      .array(
        z.strictObject({
          contactId: z.string().meta({ description: 'contact of the agreement' }),
          name: z.string().meta({ description: 'as the contract names it' }),
          ways: z
            .array(
              z.strictObject({
                channel: z.string().meta({ description: 'email or phone' }),
                address: z.string().meta({ description: 'address or number' }),
              }),
            )
            .meta({ description: 'ways by which it would be told' }),
        }),
      )
      .meta({ description: 'to whom it would leave' }),
  })
  .meta({ id: 'Letter', description: 'What a version sent now would tell beside its items; the ETag covers it' });
