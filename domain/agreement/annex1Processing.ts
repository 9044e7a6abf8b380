import { z } from 'zod';
import { CalendarDate } from './annex1Parties';
import type { Annex1Rules } from './annex1Rules';

const flag = (description: string) => z.boolean().meta({ description });

/**
 * The processing, and who else has a hand in it. What is processed, about whom, for how long, fills item c of a notice before
 * anybody has counted.
 */
export function processingParts(rules: Annex1Rules) {
  const { country } = rules;
  const line = (description: string) => rules.line.meta({ description });
  const text = (description: string) => rules.text.meta({ description });

  const DataCategory = z.strictObject({
    category: line('category of data as the contract names it'),
    items: z.array(line('one kind of data')).meta({ description: 'what the category holds' }),
    processed: flag('whether the processing touches this category at all'),
    sensitive: flag('special category of Article 9 or 10').optional(),
  });

  const Processing = z.strictObject({
    service: text('service rendered'),
    nature: z.array(text('one operation')).min(1).meta({ description: 'operations performed' }),
    purpose: text('purpose of the processing'),
    dataCategories: z.array(DataCategory).min(1).meta({ description: 'categories of data, processed or not' }),
    dataSubjects: z.array(text('one category of persons')).min(1).meta({ description: 'categories of persons' }),
    duration: text('duration of the processing'),
    retention: text('how long the data are kept'),
    securityMeasures: text('technical and organisational security measures, in general (Art. 30(2)(d))').optional(),
    endOfService: z
      .strictObject({
        fate: z.enum(['destroy', 'return', 'returnThenDestroy']).meta({ description: 'what becomes of the data' }),
        copyToControllerFirst: flag('a copy goes to the controller first'),
        certificateOfDestruction: flag('destruction is certified'),
        proofOfDestruction: flag('destruction is proved'),
      })
      .meta({ description: 'what becomes of the data at the end of the service' }),
  });

  const SubProcessor = z.strictObject({
    name: line('name of the sub-processor'),
    country,
    service: text('what it does'),
    under: line('sub-processor of this list that engages it; left out: the processor itself').optional(),
    authorisation: z
      .strictObject({
        kind: z.enum(['prior-written-specific', 'prior-written-general', 'none']).meta({ description: 'form' }),
        date: CalendarDate.meta({ description: 'date of the authorisation' }).optional(),
      })
      .meta({ description: "the controller's authorisation" }),
  });

  const NamedRecipient = z.strictObject({
    name: line('name of the recipient'),
    country,
    receives: text('what it is given'),
    role: text('in which capacity'),
  });

  const Transfers = z.strictObject({
    allowed: flag('whether data may leave the European Union'),
    countries: z.array(country).meta({ description: 'countries that are allowed' }).optional(),
    safeguards: text('safeguards of Chapter V').optional(),
  });

  const Exchange = z.strictObject({
    archiveFormat: line('format of exchanged archives'),
    cipher: line('cipher of exchanged archives'),
    keyChannel: z.enum(['sms', 'phone', 'post', 'other']).meta({ description: 'separate channel for the key' }),
  });

  return { Processing, SubProcessor, NamedRecipient, Transfers, Exchange };
}
