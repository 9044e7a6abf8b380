import { z } from 'zod';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { processorDiffers, processorSays } from '../../../domain/controllerCase/processorSays';
import { needsOf, RecordNeed, recordRegion } from '../../../domain/controllerCase/recordRegion';
import { Instant } from '../../../domain/shared/instant';
import { words } from './viewFields';

/** The record of GDPR Art 33(5), as a case shows it. */
export const recordView = {
  recordRegion: z
    .enum(['OPEN', 'READY'])
    .meta({ description: 'record of GDPR Art 33(5); READY: each field filled or excused' }),
  recordNeeds: z
    .array(
      z.strictObject({
        field: RecordNeed.meta({ description: 'field of the record' }),
        state: z.enum(['filled', 'excused', 'missing']).meta({ description: 'excused: it stays open for good' }),
        reason: words('why it stays open; null also where it does not'),
        knownBy: Instant.nullable().meta({
          description: 'of what is missing: by when it will be known, if somebody said so',
        }),
      }),
    )
    .meta({ description: 'what the record needs' }),
  processorSays: z
    .array(
      z.strictObject({
        field: z.string().meta({ description: 'field of the record' }),
        value: z.unknown().meta({ description: 'as the record holds it' }),
        version: z.int().positive().meta({ description: 'newest version of the notice that says it' }),
        differs: z
          .boolean()
          .meta({ description: 'said since something else was recorded here: `record-takings` takes it over' }),
      }),
    )
    .meta({ description: 'what the processor’s sealed notice says as values; it fills what the record is silent on' }),
};

export function presentRecord(one: ControllerCase): z.output<z.ZodObject<typeof recordView>> {
  const differs = new Set(processorDiffers(one).map(({ field }) => field));
  return {
    recordRegion: recordRegion(one),
    recordNeeds: needsOf(one),
    processorSays: processorSays(one).map(({ field, value, version }) => {
      return { field, value, version, differs: differs.has(field) };
    }),
  };
}
