import { mayReadCases } from '../../application/policies/controllerCase';
import { mayReadJournal } from '../../application/policies/journal';
import { mayReadTokens, maySetRelay } from '../../application/policies/organisation';
import type { Context } from '../../application/ports/ports';
import type { Name } from '../../application/ports/people';
import type { Organisation } from '../../domain/organisation/fold';
import { isRelayUntested, mailsAreCaught } from '../../domain/organisation/standing';
import type { Actor } from '../../domain/journal/entry';
import type { Frame, MemberFrame, NavName } from '../../templates/pages/frame/frame';
import type { Said } from '../../templates/pages/words/word';
import type { Shown, Visit } from '../http/definePage';
import type { ApiError } from '../http/problems';
import type { PageHouse } from './house';

/** Of a visit, what every page needs; its parameters and query are each page's own. */
export type AnyVisit = Omit<Visit, 'params' | 'query'>;

export type Inside = {
  ctx: Context;
  organisation: Organisation;
  frame: MemberFrame;
  /** Names by person id, also of who has left. */
  names: ReadonlyMap<string, Name>;
};

/** The reader's surroundings. `here`: path of the page, for the language switch. */
export async function enterHouse(
  { stylesheet }: PageHouse,
  visit: AnyVisit,
  current: NavName | null,
  here: string,
): Promise<{ ok: true; value: Inside } | { ok: false; error: ApiError }> {
  const { ctx, house, ports, language, now, csrf } = visit;
  if (ctx === null || house === null) return { ok: false, error: { code: 'credentials.missing' } };
  const { organisation, names } = house;
  const { name, timeZone } = organisation;
  const frame: MemberFrame = {
    language,
    zone: timeZone,
    now: now.toISOString(),
    stylesheet,
    orgId: ctx.orgId,
    organisation: name,
    reader: nameOf(names, ctx.actor),
    current,
    closed: [
      ...(mayReadCases(ctx) ? [] : ['cases' as const]),
      ...(mayReadJournal(ctx) ? [] : ['journal' as const]),
      ...(mayReadTokens(ctx) ? [] : ['tokens' as const]),
    ],
    exercise: await exerciseAt(ctx, here),
    caught: mailsAreCaught(organisation, ports.relay?.fingerprint ?? null),
    untested: isRelayUntested(organisation, ports.relay?.fingerprint ?? null) ? { mayTest: maySetRelay(ctx) } : null,
    csrf,
    here: `/o/${ctx.orgId}${here}`,
  };
  return { ok: true, value: { ctx, organisation, frame, names } };
}

/** Every page below an incident or a case says whether it is one of an exercise. */
async function exerciseAt(
  { orgId, ports }: Context,
  here: string,
): Promise<NonNullable<MemberFrame['exercise']> | null> {
  const [, room, id] = /^\/(incidents|cases|exercises)\/([^/?]+)/.exec(here) ?? [];
  if (id === undefined || id === 'new' || id === 'received') return null;
  if (room === 'exercises') {
    const exercise = await ports.projections.read(orgId, 'exercise', id);
    return exercise && { path: `/exercises/${id}`, pace: exercise.planned.pace };
  }
  const told =
    room === 'incidents'
      ? (await ports.projections.read(orgId, 'incident', id))?.report
      : (await ports.projections.read(orgId, 'controllerCase', id))?.opened;
  if (told?.exercise !== true) return null;
  const { drill } = told;
  return drill === undefined
    ? { path: null, pace: null }
    : { path: `/exercises/${drill.exerciseId}`, pace: drill.pace };
}

export const guestFrame = (
  { stylesheet }: PageHouse,
  visit: Pick<AnyVisit, 'language' | 'now'>,
  zone: string,
): Frame => ({
  language: visit.language,
  zone,
  now: visit.now.toISOString(),
  stylesheet,
});

/** A name as pages show it; the opaque id where the name was erased. */
export const nameOf = (names: ReadonlyMap<string, Name>, { id }: Pick<Actor, 'id'>): string =>
  names.get(id)?.name ?? id;

/** Who wrote an entry: a person by name, a machine or a link's holder by what it is. */
export function authorOf(names: ReadonlyMap<string, Name>, actor: Actor): Said {
  switch (actor.kind) {
    case 'person':
      return nameOf(names, actor);
    case 'tool':
      return { key: 'who.tool', values: { id: actor.id } };
    case 'system':
      return { key: 'who.system' };
    case 'guest':
      return { key: 'who.guest' };
  }
}

export const shownAs = (html: string): Shown => ({ ok: true, value: { html } });
export const goTo = (path: string): Shown => ({ ok: true, value: { goTo: path } });
