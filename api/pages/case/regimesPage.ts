import { z } from 'zod';
import { readControllerCase } from '../../../application/controllerCase/readCases';
import { mayReadCases } from '../../../application/policies/controllerCase';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { answerTo, openStages, screeningOf } from '../../../domain/controllerCase/regimes';
import { PROFILES } from '../../../domain/law/profiles';
import { regimeOf } from '../../../domain/regime/catalogue';
import { type FactKey, type Facts, isInstantFact } from '../../../domain/regime/facts';
import { type RegimeId, YesNoUnknown } from '../../../domain/regime/vocabulary';
import { type AnswerLine, type RegimeCard, regimesPage } from '../../../templates/pages/regimes';
import { definePage } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { againQuery } from '../forms/once';
import { enterHouse, type Inside, nameOf, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { allowedActs, REGIMES } from './actions';
import { stageLines } from './stageLines';

/** Other laws: what is asked, what was answered, what is owed and by when. */
export const regimesPageOf = (house: PageHouse) =>
  definePage({
    path: `/o/{orgId}/cases/{controllerCaseId}/${REGIMES}`,
    audience: 'member',
    policy: mayReadCases,
    params: z.object({ orgId: OrgId, controllerCaseId: Id }),
    query: z.object(againQuery),
    async render(visit) {
      const { controllerCaseId: caseId } = visit.params;
      const path = `/cases/${caseId}`;
      const inside = await enterHouse(house, visit, 'cases', `${path}/${REGIMES}`);
      if (!inside.ok) return inside;
      const { ctx, frame } = inside.value;
      const read = await readControllerCase({ ctx, input: { caseId } });
      if (!read.ok) return read;
      const one = read.value;
      const { unanswered, running, notConcerned } = screeningOf(one);
      const cards = (ids: readonly RegimeId[]) => ids.map((id) => cardOf(one, id, inside.value, visit.now));
      const mayExclude = allowedActs(one, ctx).some(({ kind }) => kind === 'regime.exclude');
      return shownAs(
        regimesPage(frame, {
          path,
          reference: one.reference,
          isAgain: visit.query.again === '1',
          unanswered: cards(unanswered),
          running: cards(running),
          notConcerned: cards(notConcerned),
          exclude: mayExclude ? `${path}/${REGIMES}/exclude` : null,
          proposedHours: proposedHours(),
        }),
      );
    },
  });

function cardOf(one: ControllerCase, id: RegimeId, inside: Inside, now: Date): RegimeCard {
  const answers = one.regimes.answers.filter(({ regime }) => regime === id).toReversed();
  const [answer, ...earlier] = answers.map((given) => answerLine(given, inside));
  const { facts: keys, notes } = regimeOf(id);
  const facts: Facts = answerTo(one.regimes, id)?.facts ?? {};
  return {
    id,
    name: { key: `regime.${id}` },
    question: { key: `regimeAsk.${id}` },
    notes: notes.map((note) => ({ key: `regimeNote.${note}` })),
    from: { key: `regimeFrom.${id}` },
    answer: answer ?? null,
    earlier,
    facts: keys.flatMap((key) => factLine(key, facts[key])),
    stages: stageLines(one, now, id),
    ways: waysOf(one, id, inside),
  };
}

function factLine(key: FactKey, value: Facts[FactKey]): RegimeCard['facts'] {
  if (value === undefined) return [];
  const label = { key: `regimeFact.${key}` } as const;
  if (isInstantFact(key)) return [{ label, value: '', at: String(value) }];
  const answer = YesNoUnknown.safeParse(value);
  return [{ label, value: answer.success ? { key: `yesno.${answer.data}` } : String(value), at: null }];
}

type Given = ControllerCase['regimes']['answers'][number];

const answerLine = ({ concerned, reason, byId, at, triggerAt }: Given, { names }: Inside): AnswerLine => ({
  answer: { key: concerned === 'yes' ? 'regimes.yes' : 'regimes.no' },
  reason: reason ?? { key: 'case.erased' },
  by: nameOf(names, { id: byId }),
  at,
  triggerAt,
});

/** What this reader may do with one regime: its stages first, where it applies. */
function waysOf(one: ControllerCase, id: RegimeId, { ctx }: Inside): RegimeCard['ways'] {
  const isRunning = answerTo(one.regimes, id)?.concerned === 'yes';
  const canBeDone = openStages(one).some(({ regime }) => regime === id);
  return allowedActs(one, ctx)
    .filter(({ kind }) => (canBeDone && kind === 'regime.record') || kind === 'regime.concern')
    .toReversed()
    .map(({ kind, segment, label }) => ({
      href: `/cases/${one.id}/${segment.replace('{regime}', id)}`,
      label: { key: kind === 'regime.concern' && isRunning ? 'caseAsk.regimeChange' : label },
    }));
}

/** Hours that a proposal would give Article 33: shown, and counted by nobody. */
function proposedHours(): number | null {
  const limit = PROFILES.find(({ validFrom }) => validFrom === null)?.limits['gdpr.authority'];
  return limit?.unit === 'hours' ? limit.length : null;
}
