import { contactsOf } from '../../domain/agreement/contacts';
import { type NextToCall, nextToCall } from '../../domain/agreement/nextToCall';
import { newestSigned } from '../../domain/agreement/versions';
import { acknowledgedAt, openCallsTo, type Told } from '../../domain/atOnce/telling';
import { failedAt } from '../../domain/delivery/failedAt';
import { done, refused, type Result } from '../../domain/shared/errors';
import { mayReadTransfers } from '../policies/transfer';
import { mayReadVulnerabilities } from '../policies/vulnerability';
import type { Context } from '../ports/ports';
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
  const matters = (await everyOpen(ctx)).filter(({ kind }) => kind !== 'transfer' || mayReadTransfers(ctx));
  const silent = matters.flatMap((matter) =>
    matter.told.filter((told) => acknowledgedAt(told) === null).map((told) => ({ matter, told })),
  );
  const ids = [...new Set(silent.map(({ told }) => told.agreementId))];
  const agreements = new Map(
    (await ctx.ports.projections.readAll(ctx.orgId, 'agreement', ids)).map((one) => [one.id, one]),
  );
  const rows = silent.map(({ matter, told }) => rowOf(matter, told, agreements.get(told.agreementId)));
  return done(rows.toSorted((a, b) => Date.parse(a.since) - Date.parse(b.since)));
}

function rowOf(
  matter: Matter,
  told: Told,
  agreement: (Parameters<typeof newestSigned>[0] & { reference: string }) | undefined,
): SilentRow {
  const current = agreement === undefined ? null : newestSigned(agreement);
  const contacts = current === null ? [] : contactsOf(current);
  const mails = matter.outbox.filter(({ id }) => told.mailIds.includes(id));
  const waiting = openCallsTo(matter, told).map(({ to }) => to.id);
  return {
    matter,
    agreementId: told.agreementId,
    controller: current?.document?.controller.name ?? agreement?.reference ?? told.agreementId,
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
