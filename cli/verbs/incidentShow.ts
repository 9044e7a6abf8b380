import { z } from 'zod';
import { apiOf } from '../shell/api';
import { named } from '../shell/named';
import { idOf } from '../shell/reference';
import { day, instant, table } from '../shell/show';
import type { Verb } from '../shell/shell';

const Clock = z.object({
  status: z.string(),
  awareAt: z.string().nullable(),
  detectedAt: z.string().nullable(),
  provisionalT0: z.string().nullable(),
  nature: z.array(z.string()),
});

const Incident = z.looseObject({
  id: z.string(),
  ref: z.string(),
  receipt: z.string(),
  stage: z.string(),
  kind: z.string().nullable(),
  severity: z.string().nullable(),
  alertedAt: z.string(),
  alertedDay: z.string().nullable().default(null),
  clock: Clock,
  report: z.looseObject({ text: z.string().nullable() }),
  approvals: z.array(
    z.looseObject({ requestId: z.string(), command: z.string(), status: z.string(), expiresAt: z.string() }),
  ),
});

/** `vigie incident show ID`: the answer of the API whole with `--json`, else what one asks first. */
export const incidentShow: Verb = (program, shell) => {
  const { say, language } = shell;
  program
    .command('show')
    .description(say('incident.show.about'))
    .argument('<id>', say('column.id'))
    .option('--json', say('option.json'))
    .action(async (id: string, { json }: { json?: boolean }) => {
      const api = apiOf(shell);
      const { body } = await api.get(`/incidents/${encodeURIComponent(await idOf(api, '/incidents', id))}`, Incident);
      if (json === true) return shell.out(JSON.stringify(body, null, 2));
      const { clock } = body;
      const at = (value: string | null) => (value === null ? '–' : instant(value, language));
      const facts: [string, string][] = [
        [say('column.ref'), `${body.ref} (${body.receipt})`],
        [say('column.stage'), named('stage', body.stage, language)],
        [
          say('column.what'),
          [
            body.kind === null ? '' : named('kind', body.kind, language),
            body.severity === null ? '' : `${say('incident.severity')}${named('severity', body.severity, language)}`,
          ]
            .filter((part) => part !== '')
            .join(', ') || '–',
        ],
        [say('column.alerted'), body.alertedDay === null ? at(body.alertedAt) : day(body.alertedDay, language)],
        [say('incident.detected'), at(clock.detectedAt)],
        [
          say('incident.aware'),
          clock.status === 'provisional' ? `${at(clock.provisionalT0)} (${say('provisional')})` : at(clock.awareAt),
        ],
        [say('incident.nature'), clock.nature.map((one) => named('nature', one, language)).join(', ') || '–'],
      ];
      shell.out(facts.map(([name, value]) => `${name.padEnd(24)}${value}`).join('\n'));
      if (body.report.text !== null) shell.out(`\n${body.report.text}`);
      const open = body.approvals.filter(({ status }) => status === 'open');
      if (open.length === 0) return undefined;
      const rows = open.map(({ command, requestId, expiresAt }) => [
        named(
          'proposal',
          command.replaceAll(/\.(\w)/g, (_dot, first: string) => first.toUpperCase()),
          language,
        ),
        requestId,
        at(expiresAt),
      ]);
      return shell.out(`\n${table([say('incident.waits'), say('column.id'), say('incident.until')], rows)}`);
    });
};
