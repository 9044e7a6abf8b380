import { createHash } from 'node:crypto';
import type { IncidentReportLetter } from '../letters/report';
import type { Measure } from '../letters/items';
import type { LetterPart } from '../shared/errors';
import { canonical, type Json } from '../shared/jcs';
import type { Told } from './events';

/**
 * What the letters of a version frozen now would tell beside the items that its sender gives. Not in it: what is true of
 * the instant of sending alone (date, author, checkpoint, links) and what came of versions before.
 */
export type Telling = {
  facts: Pick<Told, 'nature' | 'cause' | 'origin' | 'ongoing'> & {
    systems: readonly string[];
    severity: IncidentReportLetter['severity'];
    /** Of an incident report: what happened. */
    text: string | null;
    ruledOut: { at: string; evidence: number } | null;
    /** Entries in which sub-processors told of this controller's data. */
    toldBySubs: readonly number[];
  };
  measures: { taken: readonly Measure[]; proposed: readonly Measure[]; toDecide: readonly Measure[] };
  chronology: Pick<Told, 'alertedAt' | 'detectedAt' | 'awareAt'> & {
    status: string;
    t0: string | null;
    dueAt: string | null;
  };
  contract: { agreementId: string; version: number };
  recipients: readonly { contactId: string; name: string; ways: readonly { channel: string; address: string }[] }[];
};

/** In the order in which a stamp names them. */
const parts = ['facts', 'measures', 'chronology', 'contract', 'recipients'] as const satisfies readonly LetterPart[];

/** Hexadecimal digits of each part: enough to tell two apart, nobody gains by a collision. */
const DIGITS = 8;

export const STAMP_DIGITS = parts.length * DIGITS;

/** A short hash of each part, one after the other. Lists are sorted: in which order something was recorded tells nothing. */
export const stampOf = (telling: Telling): string => parts.map((part) => digest(telling[part])).join('');

/** Which parts of what was shown under a stamp would be told otherwise now; all of them under no stamp. */
export const changedParts = (shown: string, telling: Telling): LetterPart[] =>
  parts.filter((part, at) => shown.slice(at * DIGITS, (at + 1) * DIGITS) !== digest(telling[part]));

const digest = (part: Json): string =>
  createHash('sha256')
    .update(canonical(sorted(part)))
    .digest('hex')
    .slice(0, DIGITS);

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted).toSorted((a, b) => (canonical(a) < canonical(b) ? -1 : 1));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, sorted(member)]));
}
