import { z } from 'zod';
import { Role } from '../../domain/shared/roles';
import { SignalKind, Source } from '../../domain/incident/vocabulary';
import { apiOf } from '../shell/api';
import { Ending, exit } from '../shell/exit';
import type { Shell, Verb } from '../shell/shell';
import type { WordKey } from '../words/word';

type Flags = {
  text?: string;
  at?: string;
  kind: string;
  source: string;
  name?: string;
  email?: string;
  phone?: string;
  key?: string;
  json?: boolean;
};

const Receipt = z.object({
  receipt: z.string(),
  incidentId: z.string(),
  seq: z.number(),
  told: z.object({ roles: z.array(Role), caught: z.boolean() }),
});

/** `vigie signal`: one call, and whoever saw something has a number. */
export const signal: Verb = (program, shell) => {
  const { say } = shell;
  program
    .command('signal')
    .description(say('signal.about'))
    .option('--text <text>', say('signal.text'))
    .option('--at <instant>', say('signal.at'))
    .option('--kind <kind>', say('signal.kind', { kinds: SignalKind.options.join(', ') }), 'unspecified')
    .option('--source <source>', say('signal.source', { sources: Source.options.join(', ') }), 'person')
    .option('--name <name>', say('signal.name'))
    .option('--email <address>', say('signal.email'))
    .option('--phone <number>', say('signal.phone'))
    .option('--key <key>', say('option.key'))
    .option('--json', say('option.json'))
    .action(async (given: Flags) => {
      const api = apiOf(shell);
      const flags = await complete(given, shell);
      const { body } = await api.post('/signals', toSignal(flags, shell), Receipt, keyOf(flags));
      const { receipt, seq, told } = body;
      const words = `${say('signal.done', { receipt, seq })} ${toldWords(told, shell)}`;
      shell.out(flags.json === true ? JSON.stringify(body) : words);
    });
};

/** What no flag gave is asked for at a terminal; elsewhere every missing flag is named at once. */
async function complete(flags: Flags, { ask, say }: Shell): Promise<Flags> {
  const wanted: ['text' | 'email' | 'name', WordKey, boolean][] = [
    ['text', 'signal.ask.text', flags.text === undefined],
    ['email', 'signal.ask.email', flags.email === undefined && flags.phone === undefined],
    ['name', 'signal.ask.name', ask !== null && flags.name === undefined && flags.email === undefined],
  ];
  const missing = wanted.filter(([, , isMissing]) => isMissing);
  if (ask === null && missing.length > 0) {
    const names = missing.map(([name]) => `--${name}`).join(', ');
    throw new Ending(exit.usage, say('fault.interactive', { flags: names }));
  }
  const answered: Flags = { ...flags };
  for (const [name, question] of missing) {
    const answer = (await ask?.(say(question))) ?? '';
    if (answer !== '') answered[name] = answer;
  }
  return answered;
}

function toSignal({ text, at, kind, source, name, email, phone }: Flags, { say, language }: Shell) {
  const alertedAt = at === undefined ? new Date() : new Date(at);
  if (Number.isNaN(alertedAt.getTime())) throw new Ending(exit.usage, say('fault.instant', { value: at ?? '' }));
  return {
    text,
    source,
    alertedAt: alertedAt.toISOString(),
    declarant: { name: name ?? null, email: email ?? null, phone: phone ?? null },
    looksLike: kind,
    channel: 'cli',
    language,
  };
}

/** Who gets a mail of it; where nobody does, that they must be telephoned. */
function toldWords({ roles, caught }: z.infer<typeof Receipt>['told'], { say }: Shell): string {
  if (caught) return say('signal.caught');
  if (roles.length === 0) return say('signal.nobody');
  return say('signal.told', { roles: roles.map((role) => say(`role.${role}` as WordKey)).join(', ') });
}

const keyOf = ({ key }: Flags): { key: string } | undefined => (key === undefined ? undefined : { key });
