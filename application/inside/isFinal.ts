import type { DomainError } from '../../domain/shared/errors';

/** What the other side refuses for good: said again, it says the same. Any other fault is tried again. */
export const isFinal = ({ code }: Pick<DomainError, 'code'>): boolean => FINAL.includes(code);

const FINAL: readonly DomainError['code'][] = ['input.invalid', 'actor.forbidden', 'subject.unknown', 'state.refused'];
