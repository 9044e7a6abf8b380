/** One fault in what was sent. `pointer` is an RFC 6901 pointer into it. */
export type Issue = { pointer: string; message: string };

/** What somebody else wrote since a revision was read: enough to show what changed, no free text. */
export type Changed = { type: string; revision: number; recordedAt: string; actorId: string };

/** A part of what a notice's letters tell, by which a refusal says what has changed in them. */
export type LetterPart = 'facts' | 'measures' | 'chronology' | 'contract' | 'recipients';

/** Every way in which a command is refused. The list is closed: a new code is a change of contract. */
export type DomainError =
  | { code: 'actor.forbidden' }
  | { code: 'subject.unknown' }
  | { code: 'input.invalid'; issues: Issue[] }
  | { code: 'state.refused'; state: string; command: string; allowed: string[] }
  /** `letter`: what letters would tell otherwise than when they were shown. */
  | { code: 'revision.stale'; current: number; changed: Changed[]; letter?: LetterPart[] }
  | { code: 'revision.taken'; changed: Changed[] }
  | { code: 'key.reused' }
  /** Of a file that comes while it is worked on. */
  | { code: 'body.tooLarge' }
  | { code: 'approval.unknown' }
  | { code: 'approval.expired' }
  /** `until`: two persons, of whom one gave the other a token: they are no two voices until then. */
  | { code: 'approval.samePerson'; until?: string }
  | { code: 'attempts.exceeded'; retryAfterSeconds: number }
  | { code: 'link.unknown' }
  | { code: 'link.expired' }
  | { code: 'report.unreadable' }
  | { code: 'report.unmatched' }
  | { code: 'checkpoint.missing' }
  | { code: 'journal.damaged'; seq: number }
  | { code: 'subject.unreadable'; type: string };

export type Result<T> = { ok: true; value: T } | { ok: false; error: DomainError };

export const done = <T>(value: T): Result<T> => ({ ok: true, value });

export const refused = (error: DomainError): Result<never> => ({ ok: false, error });

/** Both, or all that either was refused for: faults of what was sent stand together, and give way to nothing else. */
export function bothOf<A, B>(one: Result<A>, other: Result<B>): Result<[A, B]> {
  if (one.ok && other.ok) return done([one.value, other.value]);
  const errors = [one, other].flatMap((result) => (result.ok ? [] : [result.error]));
  const faults = errors.flatMap((error) => (error.code === 'input.invalid' ? error.issues : []));
  const [rest] = errors.filter(({ code }) => code !== 'input.invalid');
  return refused(rest ?? { code: 'input.invalid', issues: faults });
}
