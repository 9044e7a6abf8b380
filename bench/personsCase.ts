import { randomUUID } from 'node:crypto';
import { scoreExample } from '../api/rest/cases/riskExample';
import { commandCase } from '../application/controllerCase/commandCase';
import { openCase } from '../application/controllerCase/openCase';
import type { Context } from '../application/ports/ports';
import { openHouse } from '../cli/demo/house';
import { CaseCommand, OpenCase } from '../domain/controllerCase/commands';
import { composePorts } from '../runtime/compose/ports';
import { composeStores } from '../runtime/compose/stores';
import { openLog } from '../runtime/log';
import { contextOf, taken } from './notices';
import type { System } from './system';

/** Nobody has an address there (RFC 6761). */
export const DOMAIN = 'persons.invalid';

/** A breach of a high risk whose message is frozen; what is measured goes over HTTP. */
export async function openPersonsCase({ config, url }: System) {
  const house = await openHouse(config, 'Bench', 'fr');
  const { director, dpo } = house.members;
  const caseId = await openBreach();
  const place = `${url}/api/v1/organisations/${house.orgId}/cases/${caseId}`;
  const headers = { authorization: `Bearer ${dpo.token}` };
  let listId = '';

  async function openBreach(): Promise<string> {
    const { stores, database } = await composeStores(config);
    try {
      const ports = composePorts(config, stores, openLog('bench', { logLevel: 'error' }));
      // one person who may do all of it: who does what is not what is measured
      const ctx: Context = { ...(await contextOf(ports, director.token)), roles: ['DIR', 'DPO', 'IM'] };
      const receivedAt = ports.now().toISOString();
      const opening = OpenCase.parse({ origin: 'own', receivedAt, from: 'bench', text: 'x', certain: true });
      const { id } = taken(await openCase({ ctx, input: { key: 'bench', opening } }));
      for (const command of commands) {
        const input = { caseId: id, key: `bench-${command.kind}`, command: CaseCommand.parse(command) };
        taken(await commandCase({ ctx, input }));
      }
      return id;
    } finally {
      await database.close();
    }
  }

  async function post(path: string, type: string, body: string, more: Record<string, string> = {}) {
    const key = { 'idempotency-key': randomUUID(), 'content-type': type };
    const response = await fetch(`${place}${path}`, { method: 'POST', headers: { ...headers, ...key, ...more }, body });
    const answer = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${answer}`);
    return JSON.parse(answer) as { listId?: string };
  }

  return {
    async upload(persons: number): Promise<void> {
      const rows = Array.from({ length: persons }, (_, n) => `person-${n + 1}@${DOMAIN};Person ${n + 1};fr`);
      listId =
        (await post('/persons/recipients', 'text/csv', ['email;name;language', ...rows].join('\n'))).listId ?? '';
    },
    async accept(): Promise<void> {
      const etag = (await fetch(place, { headers })).headers.get('etag') ?? '';
      const body = JSON.stringify({ listId, concerned: null });
      await post('/persons/sendings', 'application/json', body, { 'if-match': etag });
    },
  };
}

const commands = [
  { kind: 'qualify', awareAt: null, nature: ['confidentiality'], reason: 'bench' },
  { kind: 'risk.score', score: scoreExample.score, findings: scoreExample.findings },
  {
    kind: 'risk.decide',
    risk: 'high',
    doubt: false,
    conclusion33: 'notify',
    conclusion34: 'tell',
    likelihood: null,
    exemption34: null,
    mandate: null,
    noAdviceReason: 'bench',
    againstAdviceReason: null,
    facts: 'bench',
    safeguards: 'bench',
    likelyImpact: 'bench',
    divergenceReason: null,
  },
  {
    kind: 'persons.draft',
    fr: 'Un classeur a été envoyé par erreur.',
    en: null,
    measuresFr: 'Il a été repris.',
    measuresEn: null,
  },
];
