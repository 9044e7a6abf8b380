import { z } from 'zod';
import { RecordNeed } from '../../domain/controllerCase/recordRegion';
import { OBLIGATIONS } from '../../domain/deadline/clockRow';
import { stageNamed } from '../../domain/regime/vocabulary';
import { countryName } from '../../templates/countryName';
import { waiterWord } from '../../templates/pages/words/waiterWord';
import { word } from '../../templates/pages/words/word';
import { wordsOf } from '../../templates/words/words';
import { apiOf } from '../shell/api';
import { duration, instant, table } from '../shell/show';
import type { Language } from '../shell/language';
import type { Verb } from '../shell/shell';

const Clocks = z.object({
  now: z.string(),
  items: z.array(
    z.object({
      obligation: z.enum(OBLIGATIONS),
      state: z.string(),
      dueAt: z.string(),
      doneAt: z.string().nullable(),
      provisional: z.boolean(),
      incidentId: z.string().nullable(),
      noticeId: z.string().nullable(),
      reference: z.string(),
      controller: z.string().nullable(),
      country: z.string().nullable().default(null),
      fields: z.array(RecordNeed).default([]),
      item: z.string().nullable(),
      stage: z.string().nullable(),
    }),
  ),
});

/** `vigie clocks`: what burns, by limit: the limits of the page "Maintenant", one a line with its zone, so that they can be searched. */
export const clocks: Verb = (program, shell) => {
  const { say, language } = shell;
  program
    .command('clocks')
    .description(say('clocks.about'))
    .option('--json', say('option.json'))
    .action(async ({ json }: { json?: boolean }) => {
      const { body } = await apiOf(shell).get('/clocks', Clocks);
      const running = body.items.filter(({ doneAt }) => doneAt === null);
      if (json === true) return shell.out(JSON.stringify(running, null, 2));
      if (running.length === 0) return shell.out(say('clocks.none'));
      const now = Date.parse(body.now);
      const left = (dueAt: string) => {
        const time = duration(Date.parse(dueAt) - now, language);
        return Date.parse(dueAt) < now ? say('late', { time }) : time;
      };
      const head = [
        say('column.left'),
        say('column.due'),
        say('column.ref'),
        say('column.todo'),
        say('column.forWhom'),
      ];
      const cells = running.map(
        ({ dueAt, reference, obligation, item, stage, provisional, controller, country, fields }) => [
          left(dueAt),
          provisional ? `${instant(dueAt, language)} (${say('provisional')})` : instant(dueAt, language),
          reference,
          [
            say(`owed.${obligation}`, { item: item ?? '', stage: stage === null ? '' : stageWords(stage, language) }),
            ...(country === null ? [] : [countryName(language, country)]),
            ...fields.map((field) => word(language, `recordNeed.${field}`, {})),
          ].join(', '),
          controller ?? word(language, waiterWord(obligation), {}),
        ],
      );
      return shell.out(table(head, cells));
    });
};

/** A stage and its regime as pages and mails call them; the name itself where it is none that this command knows. */
function stageWords(name: string, language: Language): string {
  const found = stageNamed(name);
  if (found === null) return name;
  const words = wordsOf(language);
  return `${words[`regimeStage.${found.id}`]} (${words[`regime.${found.regime}`]})`;
}
