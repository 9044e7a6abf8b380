import { z } from 'zod';
import { apiOf } from '../shell/api';
import { idOf } from '../shell/reference';
import type { Verb } from '../shell/shell';

const Fields = z.array(z.object({ field: z.string(), label: z.string(), state: z.string() }));
const Template = z.object({ sections: z.array(z.object({ title: z.string(), fields: Fields })) });
const Sheet = Template.extend({ missing: z.array(z.object({ field: z.string() })) });

/** Each field with its section: a name alone does not say whose. */
const fieldsOf = ({ sections }: z.infer<typeof Template>) =>
  sections.flatMap(({ title, fields }) => fields.map((one) => ({ ...one, label: `${title} · ${one.label}` })));

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
        const lacked = new Set(body.missing.map(({ field }) => field));
        return fieldsOf(body).flatMap(({ field, label }) => (lacked.has(field) ? [label] : []));
      };
      const { body } = await api.get(`${place}/edpb?type=initial&language=${language}`, Template);
      const edpb = fieldsOf(body)
        .filter(({ state }) => state === 'pending')
        .map(({ label }) => label);
      const all = { initial: await missing('initial'), complete: await missing('complete'), edpb };
      if (json === true) return shell.out(JSON.stringify(all, null, 2));
      for (const part of ['initial', 'complete', 'edpb'] as const) {
        const lines = all[part].length === 0 ? [say('case.missing.none')] : all[part];
        shell.out(`${say(`case.missing.${part}`)}\n${lines.map((line) => `  ${line}`).join('\n')}`);
      }
      return undefined;
    });
};
