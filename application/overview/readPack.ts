import type { AnyAnnex1 } from '../../domain/agreement/annex1';
import { versionGoverning } from '../../domain/agreement/versions';
import type { NoticeContact } from '../../domain/agreement/contacts';
import type { Authority } from '../../domain/authority/authority';
import type { ControllerCase } from '../../domain/controllerCase/case';
import { mainAuthority } from '../../domain/controllerCase/mainAuthority';
import { newestVersion } from '../../domain/notice/fold';
import type { Role } from '../../domain/shared/roles';
import { done, refused, type Result } from '../../domain/shared/errors';
import { everyOpenScript } from '../atOnce/openScripts';
import { callScript } from '../notice/freezeContactCall';
import type { FullCase } from '../notice/readCase';
import { recipientsOf } from '../notice/recipientsOf';
import { mayReadCases } from '../policies/controllerCase';
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
  /** Breaches seen from this organisation as a controller, that are open; none for who may not read them. */
  ours: readonly PackOwnCase[];
};

/** `processor`: of the contract that it names, while that names anybody. */
export type PackOwnCase = { one: ControllerCase; processor: AnyAnnex1['processor'] | null; authority: Authority };

const CALLED: readonly Role[] = ['O', 'IM', 'DPO', 'DIR', 'L'];

/**
 * What is needed on paper while our own mail or network is down (F35): every clock, whom to call at which number, what to
 * read. Scripts of notices are made of closed vocabularies alone, one for each contact with a number; those of what is told
 * at once are its letter, since whoever is on call reads it out. Of a case of our own as a controller: who told us, the
 * processor and the authority, what is owed. Nothing of counsel's, and nothing secret, is in it.
 */
export async function readPack({ ctx }: { ctx: Context }): Promise<Result<Pack>> {
  if (!mayReadNotice(ctx)) return refused({ code: 'actor.forbidden' });
  const now = await listNow({ ctx });
  if (!now.ok) return now;
  const cases = now.value.cases
    .filter(({ notice }) => notice.life === 'OPEN')
    .map((fullCase) => ({ fullCase, contacts: contactsIn(ctx, fullCase) }));
  const people = await ctx.ports.people.withRoles(ctx.orgId, CALLED);
  return done({
    now: now.value,
    cases,
    atOnce: await everyOpenScript(ctx),
    people,
    ours: await oursIn(ctx, now.value),
  });
}

async function oursIn(ctx: Context, { ours }: Now): Promise<PackOwnCase[]> {
  if (!mayReadCases(ctx)) return [];
  const { orgId, ports } = ctx;
  return Promise.all(
    [...ours.values()].map(async (one): Promise<PackOwnCase> => {
      const { agreementId } = one.opened;
      const agreement = agreementId === null ? null : await ports.projections.read(orgId, 'agreement', agreementId);
      const processor = agreement && (versionGoverning(agreement, one.clock.t0).document?.processor ?? null);
      return { one, processor, authority: mainAuthority(one, ports.now()) };
    }),
  );
}

function contactsIn(ctx: Context, fullCase: FullCase): PackCase['contacts'] {
  if (fullCase.agreement.document === null) return []; // erased: it names nobody any more
  return recipientsOf(fullCase).map((contact) => ({ contact, script: scriptFor(ctx, fullCase, contact) }));
}

function scriptFor(ctx: Context, fullCase: FullCase, contact: NoticeContact): string | null {
  // what was acknowledged needs no call about its receipt
  if (contact.phone === null || fullCase.notice.delivery === 'ACKED') return null;
  const newest = newestVersion(fullCase.notice);
  const version = newest ?? { number: 1, kind: 'protective' as const };
  const reason = newest === null ? ('channel' as const) : ('noAcknowledgement' as const);
  const data = callScript(ctx, fullCase, contact, { reason, version });
  return ctx.ports.texts.show('phoneScript', fullCase.agreement.language, data).text;
}
