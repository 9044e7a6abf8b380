import type { NoticeContact } from '../../domain/agreement/contacts';
import { newestVersion } from '../../domain/notice/fold';
import type { Role } from '../../domain/shared/roles';
import { done, refused, type Result } from '../../domain/shared/errors';
import { everyOpenScript } from '../atOnce/openScripts';
import { callScript } from '../notice/freezeContactCall';
import type { FullCase } from '../notice/readCase';
import { recipientsOf } from '../notice/recipientsOf';
import { mayReadNotice } from '../policies/notice';
import type { Person } from '../ports/people';
import type { Context } from '../ports/ports';
import { listNow, type Now } from './listNow';

/** One controller that may have to be told by telephone: its contacts, and what is read to each. */
export type PackCase = { fullCase: FullCase; contacts: readonly { contact: NoticeContact; script: string | null }[] };

export type Pack = {
  now: Now;
  cases: readonly PackCase[];
  /** Calls that wait about what is told at once (duties S3-10, S3-17). */
  atOnce: Awaited<ReturnType<typeof everyOpenScript>>;
  people: readonly Person[];
};

const CALLED: readonly Role[] = ['O', 'IM', 'DPO', 'DIR', 'L'];

/**
 * What is needed on paper while our own mail or network is down (F35): every clock, whom to call at which number, what to
 * read. Scripts of notices are made of closed vocabularies alone, one for each contact with a number; those of what is told
 * at once are its letter, since whoever is on call reads it out. Nothing of counsel's, and nothing secret, is in it.
 */
export async function readPack({ ctx }: { ctx: Context }): Promise<Result<Pack>> {
  if (!mayReadNotice(ctx)) return refused({ code: 'actor.forbidden' });
  const now = await listNow({ ctx });
  if (!now.ok) return now;
  const cases = now.value.cases
    .filter(({ notice }) => notice.life === 'OPEN')
    .map((fullCase) => ({ fullCase, contacts: contactsIn(ctx, fullCase) }));
  const people = await ctx.ports.people.withRoles(ctx.orgId, CALLED);
  return done({ now: now.value, cases, atOnce: await everyOpenScript(ctx), people });
}

function contactsIn(ctx: Context, fullCase: FullCase): PackCase['contacts'] {
  if (fullCase.agreement.document === null) return []; // erased: it names nobody any more
  return recipientsOf(fullCase).map((contact) => ({ contact, script: scriptFor(ctx, fullCase, contact) }));
}

function scriptFor(ctx: Context, fullCase: FullCase, contact: NoticeContact): string | null {
  if (contact.phone === null) return null;
  const newest = newestVersion(fullCase.notice);
  const version = newest ?? { number: 1, kind: 'protective' as const };
  const reason = newest === null ? ('channel' as const) : ('noAcknowledgement' as const);
  const data = callScript(ctx, fullCase, contact, { reason, version });
  return ctx.ports.texts.show('phoneScript', fullCase.agreement.language, data).text;
}
