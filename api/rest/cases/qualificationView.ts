import { z } from 'zod';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { proposedQualification } from '../../../domain/controllerCase/proposedQualification';
import { Nature } from '../../../domain/deadline/breachClock';
import { BreachFacts, NotABreach } from '../../../domain/risk/qualify';

export const QualificationView = z
  .strictObject({
    outcome: z.enum(['breach', 'notABreach']).meta({ description: 'what is proposed' }),
    doubt: z.boolean().meta({ description: 'part of the definition is not established, and none is ruled out' }),
    nature: z.array(Nature).meta({ description: 'what was lost; empty where it is none, or nobody has said' }),
    reasons: z.array(NotABreach).meta({ description: 'which part of the definition is missing; empty for a breach' }),
    facts: BreachFacts.meta({ description: 'what the record says of each part of the definition' }),
  })
  .meta({ id: 'ProposedQualification', description: 'Breach or none, as the record proposes it (GDPR Art. 4(12))' });

export function presentQualification(one: ControllerCase): z.output<typeof QualificationView> {
  const proposed = proposedQualification(one);
  const { outcome, facts } = proposed;
  return proposed.outcome === 'breach'
    ? { outcome, doubt: proposed.doubt, nature: proposed.nature, reasons: [], facts }
    : { outcome, doubt: false, nature: [], reasons: proposed.reasons, facts };
}
