import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Language, TimeZone } from '../letters/head';
import { canonical, type Json } from '../shared/jcs';
import { FreeText, Line } from '../shared/words';
import { CalendarDate, ControllerParty, ProcessorParty, Signatures } from './annex1Parties';
import { Exchange, NamedRecipient, Processing, SubProcessor, Transfers } from './annex1Processing';
import { Terms } from './terms';

/** Calendars of working days that the engine knows. */
export const Calendar = z.enum(['FR-metropole', 'FR-alsace-moselle', 'BE']);

const body = z.strictObject({
  $comment: FreeText.meta({ description: 'remark for readers of the file; no rule reads it' }).optional(),
  reference: Line.meta({ description: "the controller's own reference of the agreement" }),
  version: z.int().positive().meta({ description: '1, then one more with each amendment' }),
  inForceFrom: CalendarDate.meta({ description: "first day in force, 00:00 in the agreement's zone" }),
  endsOn: CalendarDate.meta({ description: 'last day in force' }),
  language: Language.meta({ description: 'language in which the controller is written to' }),
  timeZone: TimeZone.meta({ description: 'IANA zone of the place where acts are due' }),
  calendar: Calendar.meta({ description: 'calendar that counts working days' }),
  controller: ControllerParty.meta({ description: 'the controller' }),
  processor: ProcessorParty.meta({ description: 'the processor, which keeps this journal' }),
  processing: Processing.meta({ description: 'the processing' }),
  subProcessors: z.array(SubProcessor).meta({ description: 'further processors' }),
  namedRecipients: z.array(NamedRecipient).meta({ description: 'recipients that are no processors' }),
  transfersOutsideEU: Transfers.meta({ description: 'transfers outside the European Union' }),
  exchange: Exchange.meta({ description: 'how files are exchanged' }),
  terms: Terms.meta({ description: 'what the contract says about time and telling' }),
});

const endsAfterStart = ({ inForceFrom, endsOn }: { inForceFrom: string; endsOn: string }) => endsOn >= inForceFrom;
const endFault = { path: ['endsOn'], message: 'ends before it is in force' };

/**
 * Annex 1 of a processing contract, as data (duty S3-20). An amendment comes without signatures: they are entries of their
 * own, made over the hash of this very document.
 */
export const AmendedAnnex1 = body.refine(endsAfterStart, endFault);
export type AmendedAnnex1 = z.infer<typeof AmendedAnnex1>;

/** As first recorded: signed by both sides on paper. */
export const Annex1 = body.extend({ signatures: Signatures }).refine(endsAfterStart, endFault);
export type Annex1 = z.infer<typeof Annex1>;

/** Either form, as an entry keeps it. */
export const AnyAnnex1 = body.extend({ signatures: Signatures.optional() });
export type AnyAnnex1 = z.infer<typeof AnyAnnex1>;

/** SHA-256 of the document's canonical form (RFC 8785), lower-case hex: what both sides sign. */
export function documentHashOf(document: AnyAnnex1): string {
  return createHash('sha256')
    .update(canonical(document as Json))
    .digest('hex');
}

/** JSON Schema (draft 2020-12) of the document that an organisation records, for whoever writes one. */
export const annex1JsonSchema = () => z.toJSONSchema(Annex1, { io: 'input' });
