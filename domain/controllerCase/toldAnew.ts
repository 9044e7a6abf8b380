import { z } from 'zod';
import type { Conclusion34 } from '../risk/legalBridge';
import type { Risk } from '../risk/scales';
import type { Issue } from '../shared/errors';
import type { ControllerCase } from './case';
import { isNews } from './newFacts';
import type { Persons } from './persons';

/**
 * Whom a high risk owes a telling anew, where persons were told before more was known (GDPR Art 34(1); docs/adr/0051): all of
 * them, since the facts are substantially new; those whom nobody told, since more persons are concerned; nobody.
 */
export const ToldAnew = z.enum(['everyone', 'notYetTold', 'nobody']);
export type ToldAnew = z.infer<typeof ToldAnew>;

type Asked = Pick<ControllerCase, 'persons' | 'told' | 'decisions' | 'grown'>;

/** Whether what is decided now says so: persons were told, and news, or more of the facts, came after that and after the last high decision. */
export function asksAnew({ persons, told, decisions, grown }: Asked): boolean {
  if (persons.state !== 'TOLD') return false;
  const since = Math.max(
    ...persons.tellings.map(({ seq }) => seq),
    ...decisions.filter(({ risk }) => risk === 'high').map(({ seq }) => seq),
  );
  return told.some(({ kind, seq }) => isNews(kind) && seq > since) || (grown?.seq ?? 0) > since;
}

type Said = { risk: Risk; conclusion34: Conclusion34; toldAnew: ToldAnew | null; notAnewReason: string | null };

export function anewIssues(one: Asked, { risk, conclusion34, toldAnew, notAnewReason }: Said): Issue[] {
  const isAsked = asksAnew(one) && risk === 'high' && conclusion34 === 'tell';
  if (!isAsked) {
    const message = 'only a high risk asks for it, of persons who were told before more was known';
    return toldAnew === null ? [] : [{ pointer: '/toldAnew', message }];
  }
  if (toldAnew === null) {
    return [{ pointer: '/toldAnew', message: 'the persons were told before more was known: say who is told anew' }];
  }
  if (toldAnew !== 'nobody' || notAnewReason !== null) return [];
  return [{ pointer: '/notAnewReason', message: 'say why what the persons were told covers what is known now' }];
}

/** What told the persons as it stands: where all are told anew, what told them before counts no more. */
export const countedTellings = ({ tellings, anewSeq }: Pick<Persons, 'tellings' | 'anewSeq'>): Persons['tellings'] => {
  const anew = tellings.filter(({ seq }) => seq > anewSeq);
  return anew.length > 0 ? anew : tellings;
};

/** Lists with which a new one is compared: nobody is told twice of the same. */
export const comparedSendings = ({ sendings, anewSeq }: Pick<Persons, 'sendings' | 'anewSeq'>): Persons['sendings'] =>
  sendings.filter(({ seq }) => seq > anewSeq);
