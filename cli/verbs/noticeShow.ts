import { z } from 'zod';
import { OutcomeResult } from '../../domain/delivery/events';
import { apiOf } from '../shell/api';
import { named } from '../shell/named';
import { idOf } from '../shell/reference';
import { instant, table } from '../shell/show';
import type { Verb } from '../shell/shell';

const Delivery = z.object({
  contactId: z.string(),
  channel: z.string(),
  result: OutcomeResult.nullable(),
  at: z.string().nullable(),
});

const Notice = z.looseObject({
  reference: z.string(),
  controller: z.string().nullable(),
  delivery: z.string(),
  content: z.enum(['OPEN', 'PHASED', 'COMPLETE']),
  life: z.enum(['OPEN', 'CLOSED', 'WITHDRAWN']),
  clock: z
    .object({ t0: z.string(), dueAt: z.string(), provisional: z.boolean(), dischargedAt: z.string().nullable() })
    .nullable(),
  versions: z.array(
    z.looseObject({ number: z.number(), kind: z.string(), frozenAt: z.string(), deliveries: z.array(Delivery) }),
  ),
  acknowledgements: z.array(z.object({ version: z.number(), name: z.string().nullable(), at: z.string() })),
});

/** `vigie notice show ID`: limit, versions with what became of each delivery, acknowledgements. */
export const noticeShow: Verb = (program, shell) => {
  const { say, language } = shell;
  program
    .command('show')
    .description(say('notice.show.about'))
    .argument('<id>', say('column.id'))
    .option('--json', say('option.json'))
    .action(async (id: string, { json }: { json?: boolean }) => {
      const api = apiOf(shell);
      const { body } = await api.get(`/notices/${encodeURIComponent(await idOf(api, '/notices', id))}`, Notice);
      if (json === true) return shell.out(JSON.stringify(body, null, 2));
      const at = (value: string | null | undefined) => (value == null ? '–' : instant(value, language));
      const { clock } = body;
      const facts: [string, string][] = [
        [say('column.ref'), body.reference],
        [say('notice.controller'), body.controller ?? '–'],
        [
          say('column.state'),
          [
            named('delivery', body.delivery, language),
            say(`notice.content.${body.content}`),
            say(`notice.life.${body.life}`),
          ].join(', '),
        ],
        [say('notice.t0'), at(clock?.t0) + (clock?.provisional === true ? ` (${say('provisional')})` : '')],
        [say('column.due'), at(clock?.dueAt)],
        [say('notice.gone'), at(clock?.dischargedAt)],
      ];
      shell.out(facts.map(([name, value]) => `${name.padEnd(24)}${value}`).join('\n'));
      const deliveries = body.versions.flatMap(({ number, kind, frozenAt, deliveries: all }) =>
        all.map((one) => [
          `${number}, ${named('version', kind, language)}`,
          at(frozenAt),
          one.contactId,
          named('channel', one.channel, language),
          one.result === null ? '–' : say(`notice.result.${one.result}`),
          at(one.at),
        ]),
      );
      if (deliveries.length > 0) {
        const head = [say('notice.version'), say('notice.frozen'), say('notice.contact'), say('notice.channel')];
        shell.out(`\n${table([...head, say('notice.result'), say('notice.known')], deliveries)}`);
      }
      for (const { version, name, at: when } of body.acknowledgements) {
        shell.out(say('notice.acked', { version, name: name ?? '–', at: at(when) }));
      }
    });
};
