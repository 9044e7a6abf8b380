import { type ControllerCase, decisionOf } from './case';
import type { CaseCommandOf } from './commands';
import { exerciseIssues } from './exerciseIssues';
import type { Draft } from './persons';
import { awaitsNotice } from './personsOwed';
import type { FrozenText } from './personsValues';
import type { Exemption34 } from '../risk/qualify';
import type { Issue } from '../shared/errors';

/**
 * Whether the standing decision exempts, which is asked for where an exemption is recorded; on this ground, where one is
 * given. An order of the authority leaves none (Art 34(4)).
 */
export const isExemptDecided = (one: ControllerCase, ground?: Exemption34): boolean => {
  if (one.persons.order !== null) return false;
  const bridge = decisionOf(one)?.bridge ?? null;
  return bridge?.conclusion34 === 'exempt' && (ground === undefined || bridge.exemption34 === ground);
};

/** Art 34(4): whom the authority orders to tell, no ground of 34(3) excuses any more. */
export const ORDERED = 'the authority has ordered it (Art 34(4)): no ground stands against that';

/** GDPR Art 34(3)(c), rule E11. */
const NOT_TOLD_IN_PUBLIC =
  'a public notice tells the persons only where the risk was decided with ground c: decide it first, or tell them one by one';

/** In public are told those of ground c alone, and while the notice stands: as for an exemption on it. */
export function publicIssues(one: ControllerCase, { means }: CaseCommandOf<'persons.tell'>): Issue[] {
  if (means !== 'publicNotice') return [];
  const { order, published } = one.persons;
  if (!isExemptDecided(one, 'c'))
    return [{ pointer: '/means', message: order === null ? NOT_TOLD_IN_PUBLIC : ORDERED }];
  return published === null ? [{ pointer: '/means', message: NOTHING_STANDS }] : [];
}

const NOTHING_STANDS =
  'no public notice stands: publish it first, or record the exemption on ground c with where it stands and what proves it';

/** What closed a case is not taken from under it: once reopened, it is owed anew. */
export function unpublishIssues({ persons, stage }: ControllerCase): Issue[] {
  if (persons.published === null) return [{ pointer: '', message: 'nothing is public' }];
  const rests = stage === 'CLOSED' && awaitsNotice({ ...persons, published: null });
  return rests ? [{ pointer: '', message: 'the case was closed on this notice (ground c): reopen it first' }] : [];
}

/** Texts of an older version say what was public then; what is public changes by a new version alone. */
export function publishIssues(one: ControllerCase): Issue[] {
  const { draft, published } = one.persons;
  const issues = exerciseIssues(one);
  if (draft === null || publicTexts(draft).length === 0)
    issues.push({ pointer: '', message: 'no public notice was frozen: write the message anew' });
  else if (published?.draft === draft.seq) issues.push({ pointer: '', message: 'this very text is public already' });
  return issues;
}

/** Whether somebody may publish what was drafted last. */
export const canPublish = (one: ControllerCase): boolean => publishIssues(one).length === 0;

export const publicTexts = ({ texts }: Draft): FrozenText[] => texts.filter(({ text }) => text === 'publicNotice');
