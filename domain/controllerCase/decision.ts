import { z } from 'zod';
import type { Mark } from '../incident/incident';
import { LegalBridge } from '../risk/legalBridge';
import { Risk } from '../risk/scales';
import { erasable } from '../shared/erasable';
import { StoredLine, StoredText } from '../shared/stored';
import { ToldAnew } from './toldAnew';

const beside = {
  mandate: erasable(StoredLine).meta({ description: 'by which a DPO decides; null for management' }),
  adviceSeq: z.int().positive().nullable().meta({ description: 'entry of the advice; null where there is none' }),
  noAdviceReason: erasable(StoredText),
};

/**
 * Version 1: conclusions in free words, no score; `divergenceReason` is of the DPO's advice. Nothing writes it any more, and
 * it is read for ever.
 */
export const RiskDecidedInWords = z.strictObject({
  ...beside,
  risk: Risk,
  facts: erasable(StoredText),
  safeguards: erasable(StoredText),
  likelyImpact: erasable(StoredText),
  conclusion33: erasable(StoredText),
  conclusion34: erasable(StoredText),
  divergenceReason: erasable(StoredText),
});

/**
 * Version 2. Management decides, with the DPO's written advice; the DPO only by a recorded mandate (Arts 38–39). The legal
 * bridge says how facts lead to conclusions (rule E13); `divergenceReason` is of the proposal.
 */
export const RiskDecided = z.strictObject({
  ...LegalBridge.shape,
  ...beside,
  scoreSeq: z.int().positive().meta({ description: 'entry of the score that it rests on' }),
  againstAdviceReason: erasable(StoredText).meta({ description: 'why it differs from the advice of the DPO' }),
  toldAnew: ToldAnew.exactOptional().meta({ description: 'of persons who were told before more was known' }),
  notAnewReason: erasable(StoredText).exactOptional(),
  holdStays: z.literal(true).exactOptional().meta({ description: 'on hold: it stays; older lower ones ended it' }),
});
export type RiskDecided = z.infer<typeof RiskDecided>;

type Bridge = Pick<
  RiskDecided,
  | 'scoreSeq'
  | 'score'
  | 'findings'
  | 'severity'
  | 'proposal'
  | 'doubt'
  | 'likelihood'
  | 'exemption34'
  | 'conclusion33'
  | 'conclusion34'
>;
type InWords = z.infer<typeof RiskDecidedInWords>;

/** A decision on the risk, of whichever version its entry is. */
export type Decision = Mark &
  Omit<RiskDecided, keyof Bridge | 'holdStays'> & {
    /** From the score to the law; null where it was decided in free words. */
    bridge: Bridge | null;
    /** The conclusions in words; null where the bridge holds them. */
    inWords: Pick<InWords, 'conclusion33' | 'conclusion34'> | null;
  };

type Written = { typeVersion: 2; values: RiskDecided } | { values: InWords };

export function decisionFrom(written: Written, mark: Mark): Decision {
  if (!('typeVersion' in written)) {
    const { conclusion33, conclusion34, divergenceReason, ...values } = written.values;
    const inWords = { conclusion33, conclusion34 };
    return { ...values, ...mark, againstAdviceReason: divergenceReason, divergenceReason: null, bridge: null, inWords };
  }
  const { scoreSeq, score, findings, severity, proposal, holdStays: _holdStays, ...decided } = written.values;
  const { doubt, likelihood, exemption34, conclusion33, conclusion34, ...said } = decided;
  const rests = { scoreSeq, score, findings, severity, proposal };
  const bridge = { ...rests, doubt, likelihood, exemption34, conclusion33, conclusion34 };
  return { ...said, ...mark, bridge, inWords: null };
}

/** Whether it says that no authority need be told. "In doubt, notify": an unlikely risk alone is not enough. */
export const excusesAuthority = ({ risk, bridge }: Decision): boolean =>
  bridge === null ? risk === 'unlikely' : bridge.conclusion33 === 'notRequired';

/** Whether who advised as DPO also decided: to be explained, since a DPO is independent (GDPR Art 38(3), (6)). */
export const isOneHand = (
  { adviceSeq, byId }: Pick<Decision, 'adviceSeq' | 'byId'>,
  advices: readonly Mark[],
): boolean => advices.some((advice) => advice.seq === adviceSeq && advice.byId === byId);
