import { decide, isAddition } from '../../domain/incident/decide';
import type { IncidentCommand } from '../../domain/incident/commands';
import { refused, type Result } from '../../domain/shared/errors';
import { plain } from '../../domain/shared/plain';
import { mayCommand } from '../policies/incident';
import type { Call, Context } from '../ports/ports';
import { discardMails } from '../journal/discardMails';
import { changeIncident } from './changeIncident';
import type { Written } from './written';

export type CommandIncident<C extends IncidentCommand = IncidentCommand> = {
  incidentId: string;
  key: string;
  command: C;
  /** If-Match: revision of the newest decision that was read. Additions need none. */
  decided?: number | undefined;
};

/** Every command that the state table knows, one way in: authorise, recall, read, decide, append. */
export async function commandIncident({ ctx, input }: Call<CommandIncident>): Promise<Result<Written>> {
  const { incidentId, key, command, decided } = input;
  if (!mayCommand(ctx, command.kind)) return refused({ code: 'actor.forbidden' });
  const changed = await changeIncident(ctx, {
    incidentId,
    key,
    decided,
    request: plain({ incidentId, ...command }),
    standing: isAddition(command.kind) ? 'addition' : 'decision',
    around: {
      agreementIds: await existing(ctx, command),
      personIds: await present(ctx, command),
      openNotices: await openNotices(ctx, incidentId, command),
    },
    decide: (incident, around) => decide(incident, command, around),
  });
  // a text erased while the incident was open leaves its stored mails only now
  if (changed.ok && ends(command)) await discardMails(ctx, { kind: 'incident', id: incidentId });
  return changed;
}

const ends = ({ kind }: IncidentCommand): boolean => kind === 'incident.close' || kind === 'event.dismiss';

/** Of the agreements that the command names, those that the organisation has. */
async function existing({ orgId, ports }: Context, command: IncidentCommand): Promise<ReadonlySet<string>> {
  const touched = 'touched' in command ? command.touched.map(({ agreementId }) => agreementId) : [];
  const own = 'agreementId' in command && command.agreementId !== null ? [command.agreementId] : [];
  const agreements = await Promise.all(
    [...new Set([...touched, ...own])].map((id) => ports.projections.read(orgId, 'agreement', id)),
  );
  return new Set(agreements.flatMap((agreement) => (agreement === null ? [] : [agreement.id])));
}

/** Of the persons that the command names, those who are members now. */
async function present({ orgId, ports }: Context, command: IncidentCommand): Promise<ReadonlySet<string>> {
  if (command.kind !== 'incident.declare') return new Set();
  return new Set((await ports.people.find(orgId, command.leadId)) === null ? [] : [command.leadId]);
}

const MOST_NOTICES = 1000;

async function openNotices({ orgId, ports }: Context, incidentId: string, { kind }: IncidentCommand): Promise<number> {
  if (kind !== 'incident.close') return 0;
  const query = { parentId: incidentId, open: true, limit: MOST_NOTICES };
  return (await ports.projections.list(orgId, 'notice', query)).length;
}
