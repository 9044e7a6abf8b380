import { Report } from '../../domain/exercise/reportValues';
import { ScenarioId } from '../../domain/exercise/scenario';
import { scenarios } from '../../domain/exercise/scenarios';
import { referenceAgreement } from '../demo/fixtures';
import { createActs } from '../demo/acts';
import { openHouse } from '../demo/house';
import { findPlace } from '../demo/place';
import { follow } from '../exercise/follow';
import { createTeam } from '../exercise/playTeam';
import { printReport } from '../exercise/printReport';
import { ExerciseRow, Written } from '../exercise/shapes';
import { word } from '../../templates/pages/words/word';
import { type Api, apiOf } from '../shell/api';
import { Ending, exit } from '../shell/exit';
import { checkOut, writeOut } from '../shell/files';
import { everyPage } from '../shell/pages';
import { idOf } from '../shell/reference';
import type { Shell, Verb } from '../shell/shell';
import { instant, table } from '../shell/show';

/** A day in two minutes: fast enough to watch, slow enough to follow. */
const WATCHED_PACE = 720;
const USUAL_PACE = 60;

/** `vigie exercise list`: what can be rehearsed, and what was. */
export const exerciseList: Verb = (program, shell) => {
  const { say, out, language } = shell;
  program
    .command('list')
    .description(say('exercise.list.about'))
    .option('--json', say('option.json'))
    .action(async ({ json }: { json?: boolean }) => {
      const rows = shell.env['VIGIE_TOKEN'] ? await everyPage(apiOf(shell), '/exercises', {}, ExerciseRow) : [];
      if (json === true)
        return out(JSON.stringify({ scenarios: scenarios.map(({ id }) => id), exercises: rows }, null, 2));
      out(
        table(
          [say('exercise.column.scenario'), say('exercise.column.about')],
          scenarios.map(({ id, about }) => [id, about[language]]),
        ),
      );
      if (rows.length === 0) return;
      const cells = rows.map(({ ref, scenario, stage, startsAt, score, most, id }) => [
        ref,
        scenario,
        word(language, `exercises.stage.${stage}`, {}),
        instant(startsAt, language),
        score === null ? '–' : `${score}/${most}`,
        id,
      ]);
      const head = [
        say('column.ref'),
        say('exercise.column.scenario'),
        say('column.stage'),
        say('exercise.column.start'),
        word(language, 'exercises.score', {}),
        say('column.id'),
      ];
      return out(`\n${table(head, cells)}`);
    });
};

/** `vigie exercise report ID [--pdf FILE]`: what an exercise has shown, at the terminal or on paper. */
export const exerciseReport: Verb = (program, shell) => {
  const { say, language } = shell;
  program
    .command('report <id>')
    .description(say('exercise.report.about'))
    .option('--json', say('option.json'))
    .option('--pdf <file>', say('exercise.report.pdf'))
    .option('--force', say('option.force'))
    .action(async (id: string, { json, pdf, force = false }: { json?: boolean; pdf?: string; force?: boolean }) => {
      const file = pdf === undefined ? null : { out: pdf, force };
      if (file !== null) checkOut(file, shell);
      const api = apiOf(shell);
      const path = `/exercises/${encodeURIComponent(await idOf(api, '/exercises', id))}/report`;
      if (file !== null) return writeOut(file, await api.bytes(`${path}/pdf?language=${language}`), shell);
      const { body } = await api.get(path, Report);
      if (json === true) return shell.out(JSON.stringify(body, null, 2));
      return printReport(shell, body);
    });
};

type Run = { pace?: string; language?: string; byItself?: boolean; agreement?: string[] };

/**
 * `vigie exercise run SCENARIO`: begins one and says how it goes. Who has no token, or asks Vigie to play the team, sees it
 * in an organisation of its own: a machine plays in no real journal (ADR 0038).
 */
export const exerciseRun: Verb = (program, shell) => {
  const { say } = shell;
  program
    .command('run <scenario>')
    .description(say('exercise.run.about'))
    .option('--pace <n>', say('exercise.run.pace'))
    .option('--language <fr|en>', say('exercise.run.language'))
    .option('--agreement <id...>', say('exercise.run.agreement'))
    .option('--by-itself', say('exercise.run.byItself'))
    .action(async (named: string, options: Run) => {
      const scenario = ScenarioId.safeParse(named);
      const names = ScenarioId.options.join(', ');
      if (!scenario.success) throw new Ending(exit.usage, say('exercise.unknown', { name: named, names }));
      const alone = options.byItself === true || !shell.env['VIGIE_TOKEN'];
      if (alone && options.agreement !== undefined) throw new Ending(exit.usage, say('exercise.aloneAgreement'));
      return alone ? runAlone(shell, scenario.data, options) : runHere(shell, scenario.data, options);
    });
};

const languageOf = ({ language }: Shell, asked: Run): 'fr' | 'en' =>
  asked.language === 'fr' || asked.language === 'en' ? asked.language : language;

async function begin(shell: Shell, api: Api, scenario: ScenarioId, asked: Run, usual: number, agreementIds: string[]) {
  const plan = { scenario, pace: Number(asked.pace ?? usual), language: languageOf(shell, asked), agreementIds };
  const { body } = await api.post('/exercises', plan, Written);
  shell.out(shell.say('exercise.begun', { ref: body.ref, id: body.id, pace: plan.pace }));
  return body.id;
}

async function runHere(shell: Shell, scenario: ScenarioId, asked: Run): Promise<void> {
  const api = apiOf(shell);
  const id = await begin(shell, api, scenario, asked, USUAL_PACE, asked.agreement ?? []);
  await follow(shell, api, id, async () => undefined);
}

async function runAlone(shell: Shell, scenario: ScenarioId, asked: Run): Promise<void> {
  const language = languageOf(shell, asked);
  const name = shell.say('exercise.house');
  shell.out(shell.say('exercise.making', { name }));
  const { url, config } = await findPlace(shell);
  const house = await openHouse(config, name, language);
  shell.out(shell.say('exercise.alone', { orgId: house.orgId }));
  const acts = createActs(shell, url, house);
  const { id: agreementId } = await acts.agreement(withOptIn());
  const id = await begin(shell, acts.by.dpo, scenario, asked, WATCHED_PACE, [agreementId]);
  const done = (what: string): void => shell.out(shell.say('exercise.done', { what: doneWords(shell, what) }));
  await follow(shell, acts.by.dpo, id, createTeam({ acts, house, agreementId, say: done }, language));
  shell.out(shell.say('exercise.look', { url: `${url}/enter`, orgId: house.orgId, token: house.members.dpo.token }));
}

const doneWords = ({ language, say }: Shell, what: string): string =>
  what === 'over' ? say('exercise.over') : word(language, `exercises.step.${what}` as 'exercises.step.taken', {});

/** The contacts of the fixture are nobody's (`.example`), and agree to be tested. */
function withOptIn() {
  const agreement = referenceAgreement();
  const noticeContacts = agreement.controller.noticeContacts.map((one) => ({ ...one, acceptsExercises: true }));
  return { ...agreement, controller: { ...agreement.controller, noticeContacts } };
}
