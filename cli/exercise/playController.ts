import { z } from 'zod';
import { Report } from '../../domain/exercise/reportValues';
import { scenarioOf } from '../../domain/exercise/scenarios';
import { conclusionsOf } from '../../domain/risk/legalBridge';
import { Risk } from '../../domain/risk/scales';
import type { Acts } from '../demo/acts';
import { decide } from '../demo/decide';
import { DPO } from '../demo/house';
import { Written } from '../demo/shapes';
import type { Api } from '../shell/api';
import { answerLaws } from './answerLaws';
import { assessments } from './assessments';
import type { ExerciseRow } from './shapes';
import type { Step } from './step';
import type { Texts } from './words';

const Case = z.object({
  stage: z.string(),
  origin: z.string(),
  persons: z.string(),
  authority: z.string(),
  scores: z.array(z.object({ proposal: z.object({ risk: Risk, doubt: z.boolean() }) })),
});
type Case = z.infer<typeof Case>;

type Team = { acts: Acts; text: Texts; language: 'fr' | 'en' };

/** Our case of this exercise; null before it was opened, and where none is. */
export const caseOf = async (api: Api, { id }: ExerciseRow): Promise<string | null> =>
  (await api.get(`/exercises/${id}/report`, Report)).body.cases?.[0]?.caseId ?? null;

type Act = {
  isOwed?: (one: Case) => boolean;
  act(caseId: string, scenario: ExerciseRow['scenario'], one: Case): Promise<unknown>;
};

/**
 * The same team as a controller: it acknowledges to its processor, decides with the DPO's advice, tells the authority and the
 * persons, completes both, and ends its case. `told`: how much has to be known before it does each.
 */
export function controllerSteps({ acts, text, language }: Team, told: number): Step[] {
  const { dpo, director } = acts.by;
  const read = async (caseId: string) => (await dpo.get(`/cases/${caseId}`, Case)).body;
  const say = (api: Api, caseId: string, what: string, body: object) =>
    decide(api, `/cases/${caseId}`, { what, body }, Written);
  const now = (): string => new Date().toISOString();
  const cnil = () => ({ authorityId: 'cnil', sentAt: now() });
  /** One that waits until its case is there, and is none where the case as it stands does not ask for it. */
  const step = (what: string, from: number, { isOwed, act }: Act): Step => ({
    told: from,
    what,
    async act(row) {
      const caseId = await caseOf(dpo, row);
      if (caseId === null) return 'later';
      const one = await read(caseId);
      if (isOwed && !isOwed(one)) return 'none';
      await act(caseId, row.scenario, one);
      return 'done';
    },
  });

  return [
    step('caseAcknowledged', 1, {
      isOwed: ({ origin }) => origin === 'processor',
      act: (id) =>
        say(dpo, id, 'processor/acknowledgements', { acknowledgedAt: now(), name: DPO, function: text.function }),
    }),
    step('riskDecided', told, {
      async act(id, scenario, { stage }) {
        const { facts } = scenarioOf(scenario);
        if (stage === 'RECEIVED') {
          await say(dpo, id, 'qualification', { nature: facts.nature, reason: text.basis });
        }
        await say(dpo, id, 'scores', assessments[scenario] ?? {});
        const proposal = (await read(id)).scores.at(-1)?.proposal ?? { risk: 'high', doubt: false };
        await say(dpo, id, 'advice', { risk: proposal.risk, text: text.advice });
        const { facts: known, safeguards, impact: likelyImpact } = text;
        const conclusions = conclusionsOf({ ...proposal, exemption34: null });
        await say(director, id, 'risk', { ...proposal, ...conclusions, facts: known, safeguards, likelyImpact });
      },
    }),
    step('filed', told, {
      isOwed: ({ authority }) => authority === 'PENDING',
      act: (id) => say(dpo, id, 'authority/filings', { ...cnil(), type: 'initial', receiptNumber: text.receipt }),
    }),
    step('personsTold', told, {
      isOwed: ({ persons }) => persons === 'REQUIRED',
      async act(id, scenario) {
        const count = scenarioOf(scenario).facts.persons ?? 0;
        const [fr, en] = language === 'fr' ? [text, null] : [null, text];
        const draft = { fr: fr?.message, measuresFr: fr?.measures, en: en?.message, measuresEn: en?.measures };
        await say(dpo, id, 'persons/draft', draft);
        await say(dpo, id, 'persons/tellings', { toldAt: now(), means: 'letter', told: count, concerned: count });
      },
    }),
    step('recordReady', told, {
      act: (id, scenario) => say(dpo, id, 'record', { change: recordIn(text, scenario) }),
    }),
    step('completed', told, {
      isOwed: ({ authority }) => authority === 'INITIAL_SENT',
      act: (id) =>
        say(dpo, id, 'authority/filings', {
          ...cnil(),
          type: 'complementary',
          final: true,
          receiptNumber: text.receiptWhole,
        }),
    }),
    step('caseClosed', told, {
      async act(id) {
        await answerLaws(dpo, `/cases/${id}`, { reason: text.basis });
        await say(director, id, 'closure', { lessons: text.lessons });
      },
    }),
  ];
}

/** What the register asks, said of the scenario. */
function recordIn(text: Texts, scenario: ExerciseRow['scenario']) {
  const { facts } = scenarioOf(scenario);
  const counted = (count: number | null) =>
    count === null ? { amount: 'undeterminable' } : { amount: 'approx', count };
  return {
    period: { period: 'unknown' },
    foundBy: facts.own && scenario !== 'payrollLeak' ? 'controller' : 'processor',
    natures: facts.nature,
    origins: [facts.origin],
    causes: [facts.cause],
    description: text.facts,
    systems: [text.system],
    processings: [text.processing],
    data: ['civil-status', 'financial-or-economic'],
    records: counted(facts.records),
    personCategories: ['employees'],
    persons: counted(facts.persons),
    becameOfData: [facts.nature.includes('confidentiality') ? 'disclosure' : 'loss'],
    recoverableData: text.unknown,
    harms: ['loss-of-control', 'fraud'],
    gravity: 'limited',
    measuresBefore: text.safeguards,
    measuresAfter: [{ what: text.measures, state: 'done', owner: null, at: null }],
  };
}
