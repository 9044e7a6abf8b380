import { recordAgreement } from '../application/agreement/recordAgreement';
import { commandIncident } from '../application/incident/commandIncident';
import { reportEvent } from '../application/incident/reportEvent';
import { openImplied } from '../application/notice/openImplied';
import { authenticate } from '../application/people/authenticate';
import type { Context, Ports } from '../application/ports/ports';
import { referenceAgreement } from '../cli/demo/fixtures';
import { openHouse } from '../cli/demo/house';
import { Annex1 } from '../domain/agreement/annex1';
import { IncidentCommand, Signal } from '../domain/incident/commands';
import type { Result } from '../domain/shared/errors';
import { composePorts } from '../runtime/compose/ports';
import { composeStores } from '../runtime/compose/stores';
import type { Connected } from '../runtime/config';
import { openLog } from '../runtime/log';

export type DraftNotice = { noticeId: string; contact: string };

/** An organisation whose breaches have one notice each, not sent yet. `contact` is told by mail alone. */
export async function openNotices(config: Connected) {
  const house = await openHouse(config, 'Bench', 'fr');
  const { stores, database } = await composeStores(config);
  const ports = composePorts(config, stores, openLog('bench', { logLevel: 'error' }));
  const { director, onCall, manager } = house.members;
  const contact = 'contact@controller.example';
  const agreement = taken(
    await recordAgreement({
      ctx: await contextOf(ports, director.token),
      input: { key: 'bench', document: agreementWith(contact) },
    }),
  );
  const [asOnCall, asManager] = [await contextOf(ports, onCall.token), await contextOf(ports, manager.token)];
  const engine: Context = { ...asOnCall, actor: { kind: 'system', id: 'bench' }, roles: [] };

  async function open(index: number): Promise<string> {
    const at = ports.now().toISOString();
    const signal = Signal.parse({
      text: 'bench',
      source: 'tool',
      alertedAt: at,
      declarant: { phone: '+33 1 99 00 00 00' },
    });
    const { id: incidentId } = taken(await reportEvent({ ctx: asOnCall, input: { key: `bench-${index}`, signal } }));
    const commands: [Context, object][] = [
      [asOnCall, { kind: 'triage.start' }],
      [
        asManager,
        {
          kind: 'incident.declare',
          incidentKind: 'other',
          severity: 'low',
          harmed: 'security',
          leadId: manager.personId,
          basis: 'x',
        },
      ],
      [
        asOnCall,
        {
          kind: 'aware.set',
          awareAt: at,
          detectedAt: at,
          nature: ['availability'],
          touched: [{ agreementId: agreement.id, role: 'processor' }],
          why: 'x',
        },
      ],
    ];
    for (const [ctx, command] of commands) {
      const input = {
        incidentId,
        key: `bench-${index}-${JSON.stringify(command).length}`,
        command: IncidentCommand.parse(command),
      };
      taken(await commandIncident({ ctx, input }));
    }
    const [noticeId] = taken(await openImplied({ ctx: engine, input: { incidentId } }));
    if (noticeId === undefined) throw new Error('no notice was opened');
    return noticeId;
  }

  return { orgId: house.orgId, token: onCall.token, contact, db: database.db, open, close: () => database.close() };
}

/** Whoever holds this token, as the API would take them. */
export async function contextOf(ports: Ports, token: string): Promise<Context> {
  const who = await authenticate(ports, token);
  if (who === null) throw new Error('nobody');
  return { orgId: who.orgId, actor: who.actor, roles: who.roles, ports };
}

function agreementWith(email: string): Annex1 {
  const reference = referenceAgreement();
  const { controller } = reference;
  const contact = { order: 1, name: 'Contact', role: 'dpo', email, channels: ['email'] };
  const dpo = { ...controller.dpo, email };
  return Annex1.parse({ ...reference, controller: { ...controller, dpo, noticeContacts: [contact] } });
}

export function taken<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`bench: ${JSON.stringify(result.error)}`);
}
