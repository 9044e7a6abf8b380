import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Calendar } from '../deadline/calendar';
import { Language } from '../letters/head';
import { canonical, type Json } from '../shared/jcs';
import { CalendarDate, controllerParty, processorParty, signatures } from './annex1Parties';
import { processingParts } from './annex1Processing';
import { type Annex1Rules, enteredRules, storedRules } from './annex1Rules';
import { faultsOfTiers } from './annex1Tiers';
import { Terms } from './terms';

function bodyUnder(rules: Annex1Rules) {
  const { Processing, SubProcessor, NamedRecipient, Transfers, Exchange } = processingParts(rules);
  return z.strictObject({
    $comment: rules.text.meta({ description: 'remark for readers of the file; no rule reads it' }).optional(),
    reference: rules.line.meta({ description: "the controller's own reference of the agreement" }),
    version: z.int().positive().meta({ description: '1, then one more with each amendment' }),
    inForceFrom: CalendarDate.meta({ description: "first day in force, 00:00 in the agreement's zone" }),
    endsOn: CalendarDate.meta({ description: 'last day in force' }),
    language: Language.meta({ description: 'language in which the controller is written to' }),
    timeZone: rules.zone.meta({ description: 'IANA zone of the place where acts are due' }),
    calendar: Calendar.meta({ description: 'calendar that counts working days' }),
    controller: controllerParty(rules).meta({ description: 'the controller' }),
    processor: processorParty(rules).meta({ description: 'the processor, which keeps this journal' }),
    processing: Processing.meta({ description: 'the processing' }),
    subProcessors: z.array(SubProcessor).meta({ description: 'further processors' }),
    namedRecipients: z.array(NamedRecipient).meta({ description: 'recipients that are no processors' }),
    transfersOutsideEU: Transfers.meta({ description: 'transfers outside the European Union' }),
    exchange: Exchange.meta({ description: 'how files are exchanged' }),
    terms: Terms.meta({ description: 'what the contract says about time and telling' }),
  });
}

const entered = bodyUnder(enteredRules);

const endsAfterStart = ({ inForceFrom, endsOn }: { inForceFrom: string; endsOn: string }) => endsOn >= inForceFrom;
/** Who engages whom: see `faultsOfTiers`. */
function tiers({ subProcessors, processor }: z.output<typeof entered>, context: z.RefinementCtx): void {
  for (const { pointer, message } of faultsOfTiers(subProcessors, processor.name)) {
    const [index = '', field = ''] = pointer.split('/').slice(1);
    context.addIssue({ code: 'custom', path: ['subProcessors', Number(index), field], message });
  }
}

const endFault = { path: ['endsOn'], message: 'ends before it is in force' };

/**
 * Annex 1 of a processing contract, as data (duty S3-20). An amendment comes without signatures: they are entries of their
 * own, made over the hash of this very document.
 */
export const AmendedAnnex1 = entered.refine(endsAfterStart, endFault).superRefine(tiers);
export type AmendedAnnex1 = z.infer<typeof AmendedAnnex1>;

/** As first recorded: signed by both sides on paper. */
export const Annex1 = entered
  .extend({ signatures: signatures(enteredRules) })
  .refine(endsAfterStart, endFault)
  .superRefine(tiers);
export type Annex1 = z.infer<typeof Annex1>;

/** Either form, as an entry keeps it: also one that would not be taken today. */
export const AnyAnnex1 = bodyUnder(storedRules).extend({ signatures: signatures(storedRules).optional() });
export type AnyAnnex1 = z.infer<typeof AnyAnnex1>;

/** SHA-256 of the document's canonical form (RFC 8785), lower-case hex: what both sides sign. */
export function documentHashOf(document: AnyAnnex1): string {
  return createHash('sha256')
    .update(canonical(document as Json))
    .digest('hex');
}

/** JSON Schema (draft 2020-12) of the document that an organisation records, for whoever writes one. */
export const annex1JsonSchema = () => z.toJSONSchema(Annex1, { io: 'input' });
