import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { tokenEnd, USUAL_TOKEN_DAYS } from '../../domain/organisation/tokenDays';
import { type Api, apiOf } from '../shell/api';
import { Ending, exit } from '../shell/exit';
import type { Verb } from '../shell/shell';

const Added = z.object({ personId: z.string(), seq: z.number() });
const Issued = z.object({ tokenId: z.string(), secret: z.string().nullable() });

type Given = {
  name: string;
  email: string;
  phone?: string;
  language?: string;
  role: string[];
  days: string;
  key?: string;
  json?: boolean;
};

/** `vigie member add`: a person who joins, with telephone and roles, and the token by which they enter, shown once. */
export const memberAdd: Verb = (program, shell) => {
  const { say, language } = shell;
  const every = (value: string, before: string[]) => [...before, value];
  program
    .command('add')
    .description(say('member.add.about'))
    .requiredOption('--name <name>', say('member.name'))
    .requiredOption('--email <address>', say('member.email'))
    .option('--phone <number>', say('member.phone'))
    .requiredOption('--role <role>', say('member.role'), every, [])
    .option('--language <fr|en>', say('member.language'))
    .option('--days <n>', say('member.days'), String(USUAL_TOKEN_DAYS))
    .option('--key <key>', say('option.key'))
    .option('--json', say('option.json'))
    .action(async ({ role: roles, days, key = randomUUID(), json, ...given }: Given) => {
      if (!/^[1-9]\d{0,2}$/.test(days)) throw new Ending(exit.usage, say('member.fault.days', { value: days }));
      const api = apiOf(shell);
      const { name, email, phone = null } = given;
      const person = { name, email, phone, language: given.language ?? language, roles };
      const { body } = await api.post('/members', person, Added, { key });
      const token = await issue(api, body.personId, roles, { days: Number(days), key: `${key}-token` });
      if (json === true) return shell.out(JSON.stringify({ ...body, ...token }));
      shell.out(say('member.added', { name, id: body.personId }));
      shell.out(token.secret === null ? say('member.shown') : say('member.token', { token: token.secret }));
    });
};

async function issue(api: Api, id: string, roles: string[], { days, key }: { days: number; key: string }) {
  const expiresAt = tokenEnd(new Date(), days);
  const { body } = await api.post('/tokens', { holder: { kind: 'person', id }, roles, expiresAt }, Issued, { key });
  return body;
}
