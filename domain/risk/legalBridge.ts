import { z } from 'zod';
import { erasable } from '../shared/erasable';
import type { Issue } from '../shared/errors';
import { StoredText } from '../shared/stored';
import { FreeText } from '../shared/words';
import type { Proposal } from './proposeRisk';
import { dutiesOf, Exemption34 } from './qualify';
import { Likelihood, Risk } from './scales';
import { Scored } from './scored';

export const Conclusion33 = z.enum(['notify', 'notRequired']);
export type Conclusion33 = z.infer<typeof Conclusion33>;

/** `exempt`: the risk is high, and Art. 34(3) excuses from telling each person. */
export const Conclusion34 = z.enum(['tell', 'exempt', 'notRequired']);
export type Conclusion34 = z.infer<typeof Conclusion34>;

const decided = {
  risk: Risk.meta({ description: 'risk to the persons, as decided' }),
  doubt: z.boolean().meta({ description: 'whoever decides is in doubt: the authority is notified then' }),
  conclusion33: Conclusion33.meta({ description: 'whether the authority is notified, GDPR Art. 33' }),
  conclusion34: Conclusion34.meta({ description: 'whether the persons are told, GDPR Art. 34' }),
};

/** What a named person decides of a breach, and the bridge from the score to the law (domain rules 1.3, E13). */
export const LegalBridgeInput = z.strictObject({
  ...decided,
  likelihood: Likelihood.nullable().default(null).meta({ description: 'how likely the harm is, where it was judged' }),
  exemption34: Exemption34.nullable()
    .default(null)
    .meta({ description: 'why the persons need not be told of a high risk, GDPR Art. 34(3)' }),
  facts: FreeText.meta({ description: 'the facts that count' }),
  safeguards: FreeText.meta({ description: 'what protects the persons' }),
  likelyImpact: FreeText.meta({ description: 'what may happen to the persons, and how likely' }),
  divergenceReason: FreeText.nullable()
    .default(null)
    .meta({ description: 'why the decision differs from the proposal' }),
});
export type LegalBridgeInput = z.infer<typeof LegalBridgeInput>;

/** The decision as the journal keeps it, beside the assessment that it rests on and the proposal that it answered. */
export const LegalBridge = z.strictObject({
  ...Scored.shape,
  ...decided,
  likelihood: Likelihood.nullable(),
  exemption34: Exemption34.nullable(),
  facts: erasable(StoredText),
  safeguards: erasable(StoredText),
  likelyImpact: erasable(StoredText),
  divergenceReason: erasable(StoredText),
});
export type LegalBridge = z.infer<typeof LegalBridge>;

/** Every reason why it cannot be decided so, given what was assessed and proposed. */
export function bridgeIssues(
  { score, proposal }: Pick<LegalBridge, 'score' | 'proposal'>,
  sent: LegalBridgeInput,
): Issue[] {
  const issues = conclusionIssues(sent);
  if (sent.exemption34 === 'a' && !score.unintelligible) {
    issues.push({ pointer: '/exemption34', message: 'the score says that the data can be read' });
  }
  if (sent.divergenceReason === null && diverges(sent, proposal)) {
    issues.push({
      pointer: '/divergenceReason',
      message: `${said(proposal)} is proposed: say why you decide otherwise`,
    });
  }
  return issues;
}

/** Another risk, or no doubt where there is one. A doubt of one's own is no divergence: it only adds the authority. */
export const diverges = (sent: Pick<LegalBridgeInput, 'risk' | 'doubt'>, proposal: Proposal): boolean =>
  sent.risk !== proposal.risk || (proposal.doubt && !sent.doubt);

const said = ({ risk, doubt }: Proposal): string => (doubt ? `"${risk}", with a doubt,` : `"${risk}"`);

type Decided = Pick<LegalBridgeInput, 'risk' | 'doubt' | 'exemption34'>;

/** What follows from a decided risk, a doubt and an exemption (domain rules 1.3). */
export function conclusionsOf(decision: Decided): Pick<LegalBridge, 'conclusion33' | 'conclusion34'> {
  const due = dutiesOf(decision);
  const ofHigh: Conclusion34 = due.persons ? 'tell' : 'exempt';
  return {
    conclusion33: due.authority ? 'notify' : 'notRequired',
    conclusion34: decision.risk === 'high' ? ofHigh : 'notRequired',
  };
}

/** Who wants another conclusion decides another risk, and says why. */
function conclusionIssues(sent: LegalBridgeInput): Issue[] {
  const due = conclusionsOf(sent);
  const issues = (['conclusion33', 'conclusion34'] as const)
    .filter((name) => sent[name] !== due[name])
    .map((name): Issue => ({ pointer: `/${name}`, message: `with this risk it is "${due[name]}"` }));
  if (sent.exemption34 !== null && sent.risk !== 'high') {
    issues.push({ pointer: '/exemption34', message: 'only a high risk is exempted from' });
  }
  return issues;
}
