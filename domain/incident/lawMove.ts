import { isToCome, laterProfiles, profileAt, profileMoveFaults } from '../law/profile';
import type { LawProfile } from '../law/profiles';
import { type Asked, answerTo, type Given, screeningOf, stagesBy } from '../regime/asked';
import { regimeOf } from '../regime/catalogue';
import type { Concerned } from '../regime/fold';
import type { RegimeId } from '../regime/vocabulary';
import { type Issue, refused, type Result } from '../shared/errors';
import type { Around } from './around';
import type { CommandOf } from './commands';
import type { IncidentEvent } from './events';
import type { Incident } from './incident';
import { propose } from './propose';
import { askedOf } from './regimes';

type Move = Pick<CommandOf<'law.move'>, 'regime' | 'profileId'>;

/** The law that an answer's clock runs under: the one that it keeps, else the one in force at its trigger. */
export const lawOf = ({ regime, profileId, triggerAt }: Given): string | null =>
  profileId ?? (triggerAt === null ? null : (profileAt(regimeOf(regime).law, triggerAt)?.id ?? null));

/** The answer under another law: all else stays, and each limit is counted anew from the same instant; null: none runs. */
export function underLaw(incident: Incident, { regime, profileId }: Move): Concerned | null {
  const answer = answerTo(askedOf(incident).regimes, regime);
  if (answer?.concerned !== 'yes' || answer.place === null) return null;
  const { reason, triggerAt, facts, place } = answer;
  return { regime, reason, triggerAt, facts, place, profileId };
}

/** Whether a limit of a regime runs that another law could move. */
function runs(asked: Asked, regime: RegimeId): boolean {
  const stages = stagesBy(asked, answerTo(asked.regimes, regime), new Date(0));
  return stages.some(({ dueAt, sentAt }) => dueAt !== null && sentAt === null);
}

/** Laws to which a regime's clock could be moved, now or once they are in force. */
function lawsAfter(incident: Incident, regime: RegimeId): LawProfile[] {
  const asked = askedOf(incident);
  const answer = answerTo(asked.regimes, regime);
  const from = answer === null ? null : lawOf(answer);
  return from === null || !runs(asked, regime) ? [] : laterProfiles(from);
}

/** Whether some limit runs that a law which came into force, or will, could move. */
export const movesLaw = (incident: Incident): boolean =>
  screeningOf(askedOf(incident)).running.some((regime) => lawsAfter(incident, regime).length > 0);

/** Of these, what can be chosen now, and what is still to come. */
export const lawChoices = (incident: Incident, regime: RegimeId, now: Date) => ({
  open: lawsAfter(incident, regime).filter(({ id }) => faultsOf(incident, { regime, profileId: id }, now).length === 0),
  toCome: lawsAfter(incident, regime).filter((law) => isToCome(law, now)),
});

function faultsOf(incident: Incident, { regime, profileId }: Move, now: Date): Issue[] {
  const asked = askedOf(incident);
  const answer = answerTo(asked.regimes, regime);
  const from = answer === null ? null : lawOf(answer);
  if (from === null || !runs(asked, regime)) {
    return [{ pointer: '', message: 'no limit runs that another law could move' }];
  }
  return profileMoveFaults(from, profileId, now);
}

/** A law that comes into force moves no clock that runs: the DPO and management do, together (domain rules 6, invariant 4). */
export function moveLaw(incident: Incident, command: CommandOf<'law.move'>, around: Around): Result<IncidentEvent> {
  const { regime, profileId, reason } = command;
  const issues = faultsOf(incident, command, around.now);
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  return propose(incident, { command: 'law.move', regime, profileId }, reason, around);
}
