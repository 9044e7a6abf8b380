import type { HouseAlarmLetter } from '../../domain/letters/inside';
import type { Organisation } from '../../domain/organisation/fold';
import { done, refused, type Result } from '../../domain/shared/errors';
import type { Role } from '../../domain/shared/roles';
import { freezeMail } from '../delivery/freezeMail';
import { appendEvent } from '../entries/appendEvent';
import { tellHolders } from '../people/tellHolders';
import { isSystem } from '../policies/asker';
import type { Person } from '../ports/people';
import type { Call, Context } from '../ports/ports';
import { organisationSubject } from './changeOrganisation';
import { readOrganisation } from './readOrganisation';
import { plainHead } from './plainHead';

export type RaiseAlarm = { aboutSeq: number; cause: HouseAlarmLetter['cause'] };

const TOLD: Record<RaiseAlarm['cause'], readonly Role[]> = {
  entryUnreadable: ['DIR'],
  signingRefused: ['DIR', 'DPO'],
  entryChanged: ['DIR', 'DPO'],
};

/**
 * Tells those in charge, by an entry and by mail, of what no machine can mend. Once per entry that it is about, whoever
 * finds it and however often. The mails leave with `settleAlarms`.
 */
export async function raiseAlarm({ ctx, input }: Call<RaiseAlarm>): Promise<Result<{ seq: number }>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const { aboutSeq, cause } = input;
  const { orgId, ports } = ctx;
  // a token's entry was alarmed of when it was issued: that it was changed is other news
  const key = cause === 'entryChanged' ? `alarm/changed/${aboutSeq}` : `alarm/${aboutSeq}`;
  const repeat = await ports.journal.recall(orgId, key, JSON.stringify({ aboutSeq }));
  if (!repeat.ok) return repeat;
  if (repeat.value !== null) return done({ seq: repeat.value.seq });
  const organisation = await readOrganisation({ ctx });
  if (!organisation.ok) return organisation;
  const { deliverables } = await tellHolders(ctx, TOLD[cause], (person) =>
    mailTo(ctx, organisation.value, input, person),
  );
  const appended = await appendEvent(ctx, {
    subject: organisationSubject(orgId),
    key,
    request: { aboutSeq },
    event: { type: 'alarm.raised', values: { aboutSeq, cause, deliverables } },
    standing: { kind: 'addition', revision: organisation.value.revision + 1 },
  });
  return appended.ok ? done({ seq: appended.value.entry.seq }) : appended;
}

async function mailTo(ctx: Context, { timeZone, name }: Organisation, { aboutSeq, cause }: RaiseAlarm, person: Person) {
  const { orgId, ports } = ctx;
  const date = ports.now();
  const data: HouseAlarmLetter = {
    head: plainHead({
      reference: `ALA-${date.toISOString().slice(0, 4)}-${aboutSeq}`,
      zone: timeZone,
      sender: name,
      now: date,
    }),
    to: person.name,
    cause,
    seq: aboutSeq,
    link: `${ports.settings.publicUrl}/o/${orgId}/journal?below=${aboutSeq + 1}#e${aboutSeq}`,
  };
  return freezeMail(ctx, orgId, {
    id: `${cause === 'entryChanged' ? 'changed' : 'alarm'}-${aboutSeq}-${person.id}`,
    to: { kind: 'person', id: person.id },
    address: person.email,
    rendered: await ports.texts.render('houseAlarm', person.language, data),
    language: person.language,
    date,
  });
}
