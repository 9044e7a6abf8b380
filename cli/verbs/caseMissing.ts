import { z } from 'zod';
import { apiOf } from '../shell/api';
import { idOf } from '../shell/reference';
import type { Verb } from '../shell/shell';

const Sheet = z.object({ missing: z.array(z.object({ label: z.string() })) });
const Template = z.object({
  sections: z.array(z.object({ fields: z.array(z.object({ label: z.string(), state: z.string() })) })),
});

/** `vigie case missing ID`: what still has to be found out for each notification to the authority. */
export const caseMissing: Verb = (program, shell) => {
  const { say, language } = shell;
  program
    .command('missing')
    .description(say('case.missing.about'))
    .argument('<id>', say('column.id'))
    .option('--json', say('option.json'))
    .action(async (id: string, { json }: { json?: boolean }) => {
      const api = apiOf(shell);
      const place = `/cases/${encodeURIComponent(await idOf(api, '/cases', id))}`;
      const missing = async (type: 'initial' | 'complete') => {
        const { body } = await api.get(`${place}/sheet?type=${type}&language=${language}`, Sheet);
        return body.missing.map(({ label }) => label);
      };
      const { body } = await api.get(`${place}/edpb?type=initial&language=${language}`, Template);
      const fields = body.sections.flatMap((section) => section.fields);
      const edpb = fields.filter(({ state }) => state === 'pending').map(({ label }) => label);
      const all = { initial: await missing('initial'), complete: await missing('complete'), edpb };
      if (json === true) return shell.out(JSON.stringify(all, null, 2));
      for (const part of ['initial', 'complete', 'edpb'] as const) {
        const lines = all[part].length === 0 ? [say('case.missing.none')] : all[part];
        shell.out(`${say(`case.missing.${part}`)}\n${lines.map((line) => `  ${line}`).join('\n')}`);
      }
      return undefined;
    });
};
