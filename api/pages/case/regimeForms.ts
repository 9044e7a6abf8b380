import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { answerTo, openStages, screeningOf } from '../../../domain/controllerCase/regimes';
import { regimeOf } from '../../../domain/regime/catalogue';
import { type FactKey, isInstantFact } from '../../../domain/regime/facts';
import type { RegimeId } from '../../../domain/regime/vocabulary';
import { area, moment, yesNoUnknown } from '../forms/kit';
import type { Question } from '../forms/question';
import type { Sheet } from '../forms/sheet';
import type { Around, CaseForm } from './caseForms';
import { stageWord } from '../../../templates/words/stageWord';

/** @throws TypeError where the address names no regime: such a page does not exist */
function regimeOfForm({ regime }: Pick<Around, 'regime'>): RegimeId {
  if (regime === null) throw new TypeError('no regime in the address');
  return regime;
}

/** A fact as a question; what is left empty is not known, or not known any more. */
function factQuestion({ one, zone }: Around, regime: RegimeId, name: FactKey): Question {
  const said = answerTo(one.regimes, regime)?.facts[name];
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

const about = (around: Pick<Around, 'regime'>) => {
  const regime = regimeOfForm(around);
  return [{ key: `regime.${regime}` as const }, { key: `regimeAsk.${regime}` as const }];
};

/** Whether another law applies, and what was done under it. */
export const regimeForms = {
  'regime.concern': {
    intro: [{ key: 'caseAsk.regimeConcernIntro' }],
    about,
    questions: (around) => {
      const regime = regimeOfForm(around);
      const before = answerTo(around.one.regimes, regime);
      return [
        moment('triggerAt', `regimeFrom.${regime}`, around.zone, before?.triggerAt ?? null, {
          near: [around.one.clock.t0],
        }),
        area('reason', 'caseAsk.regimeWhy'),
        ...regimeOf(regime).facts.map((name) => factQuestion(around, regime, name)),
      ];
    },
    command: (sheet, around) => {
      const regime = regimeOfForm(around);
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
    questions: ({ one }) => {
      const { unanswered, running } = screeningOf(one);
      return [
        {
          name: 'regimes',
          kind: 'checks',
          label: { key: 'caseAsk.regimes' },
          options: [...unanswered, ...running].map((id) => ({
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
    about,
    questions: (around) => {
      const { one, zone } = around;
      const regime = regimeOfForm(around);
      const stages = openStages(one).filter((stage) => stage.regime === regime);
      return [
        {
          name: 'stage',
          kind: 'pick',
          label: { key: 'caseAsk.regimeStage' },
          options: stages.map(({ id, regime: law }) => ({ value: id, label: { key: stageWord(law, id) } })),
          missing: 'err.choose',
        },
        moment('sentAt', 'caseAsk.sentAt', zone, null, {
          canBeNow: true,
          near: stages.flatMap(({ t0 }) => t0 ?? []),
        }),
        { name: 'receipt', kind: 'text', label: { key: 'caseAsk.regimeReceipt' }, optional: true },
        area('delayText', 'caseAsk.regimeDelay', { optional: true, hint: { key: 'caseAsk.regimeDelayHint' } }),
      ];
    },
    command: (sheet, around) => ({
      kind: 'regime.record',
      regime: regimeOfForm(around),
      stage: sheet.text('stage'),
      sentAt: sheet.instant('sentAt'),
      receipt: sheet.textOr('receipt'),
      delayText: sheet.textOr('delayText'),
    }),
  },
} satisfies Partial<Record<CaseCommand['kind'], CaseForm>>;
