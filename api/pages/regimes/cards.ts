import { type Asked, answerTo, type Given, openStages } from '../../../domain/regime/asked';
import { PROFILES } from '../../../domain/law/profiles';
import { regimeOf } from '../../../domain/regime/catalogue';
import { type FactKey, type Facts, isInstantFact } from '../../../domain/regime/facts';
import { type RegimeId, YesNoUnknown } from '../../../domain/regime/vocabulary';
import type { AnswerLine, RegimeCard } from '../../../templates/pages/regimes';
import type { CommandAct } from '../forms/commandPage';
import { type Inside, nameOf } from '../frame';
import { stageLines } from './stageLines';

type Act = CommandAct<string>;
type Cards = { asked: Asked; path: string; acts: readonly Act[]; inside: Inside; now: Date };

/** One regime: what is asked, what was answered, what is owed, and what this reader may do. `acts`: those allowed here. */
export function cardOf(of: Cards, id: RegimeId): RegimeCard {
  const { asked, inside, now } = of;
  const answers = asked.regimes.answers.filter(({ regime }) => regime === id).toReversed();
  const [answer, ...earlier] = answers.map((given) => answerLine(given, inside));
  const { facts: keys, notes } = regimeOf(id);
  const facts: Facts = answerTo(asked.regimes, id)?.facts ?? {};
  return {
    id,
    name: { key: `regime.${id}` },
    question: { key: `regimeAsk.${id}` },
    notes: notes.map((note) => ({ key: `regimeNote.${note}` })),
    from: { key: `regimeFrom.${id}` },
    answer: answer ?? null,
    earlier,
    facts: keys.flatMap((key) => factLine(key, facts[key])),
    stages: stageLines(asked, now, id),
    ways: waysOf(of, id),
  };
}

function factLine(key: FactKey, value: Facts[FactKey]): RegimeCard['facts'] {
  if (value === undefined) return [];
  const label = { key: `regimeFact.${key}` } as const;
  if (isInstantFact(key)) return [{ label, value: '', at: String(value) }];
  const answer = YesNoUnknown.safeParse(value);
  return [{ label, value: answer.success ? { key: `yesno.${answer.data}` } : String(value), at: null }];
}

const answerLine = ({ concerned, reason, byId, at, triggerAt, implied }: Given, { names }: Inside): AnswerLine => ({
  answer: { key: concerned === 'yes' ? 'regimes.yes' : 'regimes.no' },
  reason: implied === true ? { key: 'regimes.implied' } : (reason ?? { key: 'case.erased' }),
  by: nameOf(names, { id: byId }),
  at,
  triggerAt,
});

/** What this reader may do with one regime: its stages first, where it applies. */
function waysOf({ asked, path, acts }: Cards, id: RegimeId): RegimeCard['ways'] {
  const isRunning = answerTo(asked.regimes, id)?.concerned === 'yes';
  const canBeDone = openStages(asked).some(({ regime }) => regime === id);
  return acts
    .filter(
      ({ kind }) =>
        kind === 'regime.concern' || (canBeDone && kind === 'regime.record') || (isRunning && kind === 'law.move'),
    )
    .filter(({ segment }) => segment.includes('{regime}'))
    .toReversed()
    .map(({ kind, segment, label }) => ({
      href: `${path}/${segment.replace('{regime}', id)}`,
      label: { key: kind === 'regime.concern' && isRunning ? 'caseAsk.regimeChange' : label },
    }));
}

/** Hours that a proposal would give Article 33: shown, and counted by nobody. */
export function proposedHours(): number | null {
  const limit = PROFILES.find(({ validFrom }) => validFrom === null)?.limits['gdpr.authority'];
  return limit?.unit === 'hours' ? limit.length : null;
}
