import { type NextToCall, nextToCall } from '../../domain/agreement/nextToCall';
import { acknowledgedAt, openCallsTo, type Told } from '../../domain/atOnce/telling';
import { failedAt } from '../../domain/delivery/failedAt';
import { done, refused, type Result } from '../../domain/shared/errors';
import { mayReadMatter } from '../policies/atOnce';
import { mayReadVulnerabilities } from '../policies/vulnerability';
import type { Context } from '../ports/ports';
import { type Controller, controllersOf } from './controllersOf';
import { everyOpen, type Matter } from './matter';

/** A controller that was told at once and has not acknowledged. */
export type SilentRow = {
  matter: Matter;
  agreementId: string;
  controller: string;
  /** When its letters were written, UTC. */
  since: string;
  mails: number;
  /** Of these, refused or put off. */
  failed: number;
  calls: readonly { who: string; reached: boolean; at: string }[];
  next: NextToCall | null;
};

/** Who has not acknowledged what was told at once, as long as that is open: the longest silence first, as of notices (F39). */
export async function readSilent({ ctx }: { ctx: Context }): Promise<Result<SilentRow[]>> {
  if (!mayReadVulnerabilities(ctx)) return refused({ code: 'actor.forbidden' });
  const matters = (await everyOpen(ctx)).filter(({ kind }) => mayReadMatter(ctx, kind));
  const silent = matters.flatMap((matter) =>
    matter.told.filter((told) => acknowledgedAt(told) === null).map((told) => ({ matter, told })),
  );
  const controllers = await controllersOf(
    ctx,
    silent.map(({ told }) => told.agreementId),
  );
  const rows = silent.map(({ matter, told }) => rowOf(matter, told, controllers.get(told.agreementId)));
  return done(rows.toSorted((a, b) => Date.parse(a.since) - Date.parse(b.since)));
}

function rowOf(matter: Matter, told: Told, controller: Controller | undefined): SilentRow {
  const { name, contacts } = controller ?? { name: told.agreementId, contacts: [] };
  const mails = matter.outbox.filter(({ id }) => told.mailIds.includes(id));
  const waiting = openCallsTo(matter, told).map(({ to }) => to.id);
  return {
    matter,
    agreementId: told.agreementId,
    controller: name,
    since: told.at,
    mails: mails.length,
    failed: mails.filter((mail) => failedAt(mail) !== null).length,
    calls: told.contacted.map(({ contactId, outcome, at }) => ({
      who: contacts.find(({ id }) => id === contactId)?.name ?? contactId,
      reached: outcome !== 'noAnswer',
      at,
    })),
    next: nextToCall(contacts, waiting, told.contacted),
  };
}
