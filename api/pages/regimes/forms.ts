import { answerTo, type Asked, openStages, screeningOf } from '../../../domain/regime/asked';
import { regimeOf } from '../../../domain/regime/catalogue';
import { type FactKey, isInstantFact } from '../../../domain/regime/facts';
import type { RegimeId } from '../../../domain/regime/vocabulary';
import { stageWord } from '../../../templates/words/stageWord';
import type { CommandForm } from '../forms/commandPage';
import { area, moment, yesNoUnknown } from '../forms/kit';
import type { Question } from '../forms/question';
import type { Sheet } from '../forms/sheet';

/**
 * Of what a form asks about other laws, be it a controller's case or an incident. `regime`: the one that the address names;
 * `unanswered`: of which nobody has said whether they apply; `near`: a likely trigger.
 */
type RegimeAround = {
  asked: Asked;
  unanswered: readonly RegimeId[];
  regime: RegimeId | null;
  zone: string;
  near: string;
};

/** @throws TypeError where the address names no regime: such a page does not exist */
function regimeOfForm({ regime }: Pick<RegimeAround, 'regime'>): RegimeId {
  if (regime === null) throw new TypeError('no regime in the address');
  return regime;
}

/** A fact as a question; what is left empty is not known, or not known any more. */
function factQuestion({ asked, zone }: RegimeAround, regime: RegimeId, name: FactKey): Question {
  const said = answerTo(asked.regimes, regime)?.facts[name];
  const label = { key: `regimeFact.${name}` } as const;
  if (name === 'policyWorkingDays') {
    return { name, kind: 'number', label, optional: true, start: said === undefined ? '' : String(said) };
  }
  const start = typeof said === 'string' ? said : null;
  if (isInstantFact(name)) return moment(name, label.key, zone, start, { optional: true });
  return { name, kind: 'pick', label, options: yesNoUnknown, start: start ?? 'unknown' };
}

/** The answer as it was given; null where nothing was. */
function factIn(sheet: Sheet, name: FactKey): string | number | null {
  if (name === 'policyWorkingDays') return sheet.number(name);
  return isInstantFact(name) ? sheet.instantOr(name) : sheet.textOr(name);
}

const about = (regime: RegimeId) => [{ key: `regime.${regime}` as const }, { key: `regimeAsk.${regime}` as const }];

type Kind = 'regime.concern' | 'regime.exclude' | 'regime.record';

/** Whether another law applies, and what was done under it. `look`: what of what a form is made from counts here. */
export const regimeFormsOf = <State, Around>(
  look: (around: Around) => RegimeAround,
): Record<Kind, CommandForm<State, Around, Kind>> => ({
  'regime.concern': {
    intro: [{ key: 'caseAsk.regimeConcernIntro' }],
    about: (around) => about(regimeOfForm(look(around))),
    questions: (around) => {
      const here = look(around);
      const regime = regimeOfForm(here);
      const before = answerTo(here.asked.regimes, regime);
      return [
        moment('triggerAt', `regimeFrom.${regime}`, here.zone, before?.triggerAt ?? null, { near: [here.near] }),
        area('reason', 'caseAsk.regimeWhy'),
        ...regimeOf(regime).facts.map((name) => factQuestion(here, regime, name)),
      ];
    },
    command: (sheet, around) => {
      const regime = regimeOfForm(look(around));
      const facts = regimeOf(regime).facts.map((name) => [name, factIn(sheet, name)] as const);
      return {
        kind: 'regime.concern',
        regime,
        triggerAt: sheet.instant('triggerAt'),
        reason: sheet.text('reason'),
        facts: Object.fromEntries(facts.filter(([, value]) => value !== null)),
      };
    },
  },
  'regime.exclude': {
    intro: [{ key: 'caseAsk.regimeExcludeIntro' }],
    questions: (around) => {
      const { asked, unanswered } = look(around);
      return [
        {
          name: 'regimes',
          kind: 'checks',
          label: { key: 'caseAsk.regimes' },
          options: [...unanswered, ...screeningOf(asked).running].map((id) => ({
            value: id,
            label: { key: `regime.${id}` },
            hint: { key: `regimeAsk.${id}` },
          })),
        },
        area('reason', 'caseAsk.regimeWhyNot'),
      ];
    },
    command: (sheet) => ({ kind: 'regime.exclude', regimes: sheet.ticked('regimes'), reason: sheet.text('reason') }),
  },
  'regime.record': {
    intro: [{ key: 'caseAsk.regimeRecordIntro' }],
    about: (around) => about(regimeOfForm(look(around))),
    questions: (around) => {
      const here = look(around);
      const regime = regimeOfForm(here);
      const stages = openStages(here.asked).filter((stage) => stage.regime === regime);
      return [
        {
          name: 'stage',
          kind: 'pick',
          label: { key: 'caseAsk.regimeStage' },
          options: stages.map(({ id, regime: law }) => ({ value: id, label: { key: stageWord(law, id) } })),
          missing: 'err.choose',
        },
        moment('sentAt', 'caseAsk.sentAt', here.zone, null, {
          canBeNow: true,
          near: stages.flatMap(({ t0 }) => t0 ?? []),
        }),
        { name: 'receipt', kind: 'text', label: { key: 'caseAsk.regimeReceipt' }, optional: true },
        area('delayText', 'caseAsk.regimeDelay', { optional: true, hint: { key: 'caseAsk.regimeDelayHint' } }),
      ];
    },
    command: (sheet, around) => ({
      kind: 'regime.record',
      regime: regimeOfForm(look(around)),
      stage: sheet.text('stage'),
      sentAt: sheet.instant('sentAt'),
      receipt: sheet.textOr('receipt'),
      delayText: sheet.textOr('delayText'),
    }),
  },
});
