import type { Agreement } from '../../domain/agreement/fold';
import type { Triggers } from '../../domain/deadline/breachClock';
import { hasBeenAcknowledged } from '../../domain/incident/decideSubNotice';
import { noFirms } from '../../domain/incident/around';
import { decide, isAddition, isKeyedIn } from '../../domain/incident/decide';
import { happenedAt, withoutHour } from '../../domain/incident/happened';
import type { IncidentCommand } from '../../domain/incident/commands';
import type { Incident } from '../../domain/incident/incident';
import type { SubNoticeSeal } from '../../domain/incident/subNoticeValues';
import { isRegimeCommand } from '../../domain/regime/commands';
import { done, refused, type Result } from '../../domain/shared/errors';
import { ownBreach } from '../../domain/controllerCase/ownBreach';
import { plain } from '../../domain/shared/plain';
import { allSubjects } from '../entries/allSubjects';
import type { Written } from '../entries/written';
import { workplaceOf } from '../organisation/zoneOf';
import { mayCommand } from '../policies/incident';
import type { Call, Context } from '../ports/ports';
import { discardMails } from '../journal/discardMails';
import { ownCaseOf } from '../controllerCase/openOwn';
import { isEnded } from '../exercise/isEnded';
import { acknowledgeSub } from './acknowledgeSub';
import { elsewhereOf } from './elsewhere';
import { firmsOf } from './firmsOf';
import { changeIncident } from './changeIncident';

export type CommandIncident<C extends IncidentCommand = IncidentCommand> = {
  incidentId: string;
  key: string;
  command: C;
  /** If-Match: revision of the newest decision that was read. Additions need none. */
  decided?: number | undefined;
  /** The signed notice by which a sub-processor's came. */
  seal?: SubNoticeSeal | null;
};

/** Every command that the state table knows, one way in: authorise, recall, read, decide, append. */
export async function commandIncident({ ctx, input }: Call<CommandIncident>): Promise<Result<Written>> {
  const { incidentId, command, decided, seal = null } = input;
  const isAcknowledgement = command.kind === 'subNotice.acknowledge';
  // of two persons at once the second changes nothing, whatever key it has
  const key = isAcknowledgement ? `ack/${command.subNoticeId}` : input.key;
  if (!mayCommand(ctx, command.kind)) return refused({ code: 'actor.forbidden' });
  const incident = looksAtIt(command) ? await ctx.ports.projections.read(ctx.orgId, 'incident', incidentId) : null;
  const agreements = await agreementsOf(ctx, incident, command);
  const acknowledged = incident !== null && isAcknowledgement ? await acknowledgeSub(ctx, incident, command) : null;
  if (acknowledged?.ok === false) return acknowledged;
  const changed = await changeIncident(ctx, {
    incidentId,
    key,
    decided,
    request: requestOf(incidentId, command),
    standing: isAddition(command.kind) ? 'addition' : 'decision',
    around: {
      agreementIds: new Set(agreements.map(({ id }) => id)),
      planned: await plannedFor(ctx, incident, command),
      triggers: agreements.flatMap(triggersOf),
      personIds: await present(ctx, command),
      openNotices: await openNotices(ctx, incidentId, command),
      openCase: await openCase(ctx, incident, command),
      elsewhere: await elsewhere(ctx, incident, command),
      place: await workplaceOf(ctx),
      exerciseEnded: await exerciseEnded(ctx, incident, command),
      firms: command.kind === 'subNotice.receive' ? await firmsOf(ctx) : noFirms,
      seal,
      ...(acknowledged && { acknowledged: acknowledged.value }),
    },
    decide(one, around) {
      const at = hourOf(one, command, around.now);
      if (!at.ok) return at;
      const event = decide(one, isKeyedIn(command.kind) ? withoutHour(command) : command, around);
      return event.ok ? done({ ...event.value, ...(at.value !== undefined && { at: at.value }) }) : event;
    },
  });
  if (isAcknowledgement && !changed.ok && changed.error.code === 'key.reused') return hasBeenAcknowledged;
  // a text erased while the incident was open leaves its stored mails only now
  if (changed.ok && ends(command)) await discardMails(ctx, { kind: 'incident', id: incidentId });
  return changed;
}

/** When what is keyed in afterwards happened: not before the first alert. */
function hourOf({ report }: Incident, command: IncidentCommand, now: Date): Result<string | undefined> {
  if (!isKeyedIn(command.kind) || !('at' in command)) return done(undefined);
  return happenedAt(command.at, { pointer: '/alertedAt', at: report.alertedAt }, now);
}

/** What is asked of an incident: under one key only the same is a repeat. */
export const requestOf = (incidentId: string, command: IncidentCommand) => plain({ incidentId, ...command });

const ends = ({ kind }: IncidentCommand): boolean => kind === 'incident.close' || kind === 'event.dismiss';

const isReopening = ({ kind }: IncidentCommand): boolean => kind === 'incident.reopen' || kind === 'event.reopen';

/** Whether what stands around the incident follows from the incident itself. */
const looksAtIt = (command: IncidentCommand): boolean =>
  'touched' in command ||
  command.kind === 'subNotice.acknowledge' ||
  command.kind === 'incident.close' ||
  isRegimeCommand(command) ||
  isReopening(command);

/** Those that the command names and, of an awareness, that the incident touches, as far as the organisation has them. */
async function agreementsOf(
  { orgId, ports }: Context,
  incident: Incident | null,
  command: IncidentCommand,
): Promise<Agreement[]> {
  const known = command.kind === 'aware.set' ? (incident?.touched.map(({ agreementId }) => agreementId) ?? []) : [];
  const touched = 'touched' in command ? command.touched.map(({ agreementId }) => agreementId) : [];
  const own = 'agreementId' in command && command.agreementId !== null ? [command.agreementId] : [];
  const agreements = await Promise.all(
    [...new Set([...known, ...touched, ...own])].map((one) => ports.projections.read(orgId, 'agreement', one)),
  );
  return agreements.filter((agreement) => agreement !== null);
}

/** From what it counts, or counted: which version judges follows from the very instants that are being said. */
const triggersOf = ({ versions }: Agreement): Triggers[] =>
  versions.filter(({ state }) => state === 'SIGNED').map(({ terms }) => terms.breachNotice);

/** Of the persons that the command names, those who are members now. */
async function present({ orgId, ports }: Context, command: IncidentCommand): Promise<ReadonlySet<string>> {
  if (command.kind !== 'incident.declare') return new Set();
  return new Set((await ports.people.find(orgId, command.leadId)) === null ? [] : [command.leadId]);
}

async function openNotices({ orgId, ports }: Context, incidentId: string, { kind }: IncidentCommand): Promise<number> {
  if (kind !== 'incident.close') return 0;
  const open = await allSubjects(ports.projections, orgId, 'notice', { parentId: incidentId, open: true });
  // whom an exercise told may have been nobody: its notices end with it
  return open.filter(({ opened }) => !opened.exercise).length;
}

async function openCase(ctx: Context, incident: Incident | null, { kind }: IncidentCommand): Promise<string | null> {
  if (kind !== 'incident.close' || incident === null) return null;
  const own = await ownCaseOf(ctx, incident);
  if (own !== null) return own.stage === 'CLOSED' ? null : own.reference;
  const breach = ownBreach(incident); // its case comes within moments, and is not left behind
  return breach === null || breach.status === 'cancelled' ? null : 'not opened yet';
}

/** What other laws ask for may have been answered in the case of our own processing. */
const elsewhere = async (ctx: Context, incident: Incident | null, command: IncidentCommand) =>
  incident !== null && (command.kind === 'incident.close' || isRegimeCommand(command))
    ? elsewhereOf(ctx, incident)
    : null;

/** Contacts of an agreement that is not in the plan were not asked whether a drill may reach them; what it touched before stays. */
async function plannedFor({ orgId, ports }: Context, incident: Incident | null, command: IncidentCommand) {
  const drill = incident?.report.drill;
  if (drill === undefined || !('touched' in command)) return null;
  const exercise = await ports.projections.read(orgId, 'exercise', drill.exerciseId);
  const before = incident?.touched.map(({ agreementId }) => agreementId) ?? [];
  return exercise === null ? null : new Set([...exercise.planned.agreementIds, ...before]);
}

const exerciseEnded = async (ctx: Context, incident: Incident | null, command: IncidentCommand): Promise<boolean> =>
  isReopening(command) && isEnded(ctx, incident?.report.drill);
