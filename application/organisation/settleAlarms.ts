import { nextTryMs } from '../../domain/delivery/outbox';
import type { Deliverable } from '../../domain/delivery/events';
import type { TokenAlarmLetter } from '../../domain/letters/inside';
import type { Organisation, Token } from '../../domain/organisation/fold';
import { done, refused, type Result } from '../../domain/shared/errors';
import { deliver } from '../delivery/deliver';
import { freezeMail } from '../delivery/freezeMail';
import { appendEvent } from '../entries/appendEvent';
import { remindYearly } from '../exercise/yearly';
import { tellHolders } from '../people/tellHolders';
import { isSystem } from '../policies/asker';
import type { Person } from '../ports/people';
import type { Context } from '../ports/ports';
import { FIRST_START } from './firstStart';
import { organisationSubject } from './changeOrganisation';
import { readOrganisation } from './readOrganisation';
import { plainHead } from './plainHead';

/**
 * Tells management of every token that was issued, reminds of the yearly exercise, and sends what has not left yet. Safe to call at any time: keys are made from the entries. The very first token has nobody to be told of it.
 *
 * @returns how many alarms were raised now
 */
export async function settleAlarms({ ctx }: { ctx: Context }): Promise<Result<number>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const read = await readOrganisation({ ctx });
  if (!read.ok) return read;
  const untold = read.value.tokens.filter(
    ({ seq, issuedBy }) => issuedBy !== FIRST_START && !read.value.alarmed.includes(seq),
  );
  for (const token of untold) {
    const raised = await raise(ctx, read.value, token);
    if (!raised.ok) return raised;
  }
  const reminded = await remindYearly(ctx, read.value);
  if (!reminded.ok) return reminded;
  const isNew = untold.length > 0 || reminded.value > 0;
  const now = isNew ? await readOrganisation({ ctx }) : read;
  if (!now.ok) return now;
  for (const outgoing of now.value.outbox) {
    const tryMs = nextTryMs(outgoing);
    if (tryMs === null || tryMs > ctx.ports.now().getTime()) continue;
    await deliver({ ctx, input: { kind: 'organisation', id: ctx.orgId, deliverableId: outgoing.id } });
  }
  return done(untold.length);
}

async function raise(ctx: Context, organisation: Organisation, token: Token) {
  const { deliverables } = await tellHolders(ctx, ['DIR'], (person) => mailTo(ctx, organisation, token, person));
  return appendEvent(ctx, {
    subject: organisationSubject(ctx.orgId),
    key: `alarm/${token.seq}`,
    request: { aboutSeq: token.seq },
    event: { type: 'alarm.raised', values: { aboutSeq: token.seq, cause: 'tokenIssued', deliverables } },
    standing: { kind: 'addition', revision: organisation.revision + 1 },
  });
}

async function mailTo(ctx: Context, organisation: Organisation, token: Token, person: Person): Promise<Deliverable> {
  const { orgId, ports } = ctx;
  const names = await ports.people.names(orgId);
  const date = ports.now();
  const data: TokenAlarmLetter = {
    head: plainHead({
      reference: `TOK-${token.issuedAt.slice(0, 4)}-${token.seq}`,
      zone: organisation.timeZone,
      sender: organisation.name,
      now: date,
    }),
    to: person.name,
    holder: names.get(token.holder.id)?.name ?? token.holder.id,
    roles: [...token.roles],
    issuedBy: names.get(token.issuedBy)?.name ?? token.issuedBy,
    issuedAt: token.issuedAt,
    expiresAt: token.expiresAt,
    link: `${ports.settings.publicUrl}/o/${orgId}/tokens`,
  };
  return freezeMail(ctx, orgId, {
    id: `token-${token.seq}-${person.id}`,
    to: { kind: 'person', id: person.id },
    address: person.email,
    rendered: await ports.texts.render('tokenAlarm', person.language, data),
    language: person.language,
    date,
  });
}
