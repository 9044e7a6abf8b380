import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import { Language } from '../../domain/letters/head';
import { SubjectUnreadable } from '../../domain/shared/unreadable';
import type { Entrance } from '../sessions/entrance';
import type { Visitor } from '../sessions/identify';
import { languageCookie } from '../sessions/language';
import { isOwnForm } from '../sessions/origin';
import { comeBack } from './comeBack';
import { actKey, FORM_KEY, type Page, sessionEnded, type Shown, SWITCH, type Visit } from './definePage';
import { type Door, isHttps } from './door';
import { enterPage } from './enterPage';
import { dropForm, filledAgain, keepForm, reopenForm } from './keptForm';
import { giveTime } from './patience';
import { type ApiError, headersOf, problemTable } from './problems';
import type { FormRooms } from './formRoom';
import { FormCutOff } from './readMultipart';
import { readSent, type SentForm } from './readSent';
import { isOfParts } from './readBody';
import { type RenderProblem, show, turnAway } from './showPage';
import { withinReach } from './withinReach';

/** `filesGone`: files came with the form, and no browser gives them back. */
type Refused = {
  ok: false;
  error: ApiError;
  form: Record<string, string>;
  language?: Language;
  filesGone?: boolean;
};

/** What pages are served with. `entrance` null: this house has none. */
export type Looks = { renderProblem: RenderProblem; entrance: Entrance | null };

/** GET shows. */
export function serveView(door: Door, page: Page, { renderProblem }: Looks) {
  return async (request: Request, response: Response): Promise<void> => {
    const entered = await withinReach(enterPage(door, page, request), door.health.database, response);
    if (!entered.ok) return turnAway(response, entered, renderProblem);
    const { visit } = await withinReach(reopenForm(page, request, entered), door.health.database, response);
    const shown = await withinReach(readable(page.render(visit)), door.health.database, response);
    return show(response, shown, visit, renderProblem);
  };
}

/** POST acts, for a form of this very place and session; a refusal leads to the page with what was typed, or shows it at once. */
export function serveAct(door: Door, page: Page, { renderProblem, entrance }: Looks, rooms: FormRooms) {
  return async (request: Request, response: Response): Promise<void> => {
    const asked = await withinReach(enterPage(door, page, request), door.health.database, response);
    const back = await withinReach(comeBack(door, page, request, asked, entrance), door.health.database, response);
    if (back?.kind === 'ask') {
      response.status(problemTable[back.error.code].status).set(headersOf(back.error));
      return show(response, { ok: true, value: { html: back.html } }, asked.visit, renderProblem);
    }
    const entered = back?.kind === 'entered' ? back.entered : asked;
    if (back?.kind === 'entered') response.append('Set-Cookie', back.setCookie);
    if (!entered.ok) return turnAway(response, entered, renderProblem);
    const { visit } = entered;
    const acted = back?.kind === 'entered' ? Promise.resolve(back.refused) : act(door, page, request, entered, rooms);
    const shown = await withinReach(readable(acted), door.health.database, response);
    if (shown.ok || shown.error.code === 'origin.refused') return show(response, shown, visit, renderProblem);
    const { language = visit.language, error, form, filesGone = false } = shown;
    if (language !== visit.language) response.append('Set-Cookie', languageCookie(language, isHttps(door)));
    const refused = { ...visit, ...sameKey({ error, form }), language, refusal: { error, form, filesGone } };
    const again = await withinReach(readable(page.render(refused)), door.health.database, response);
    const keeping = again.ok ? keepForm(page, request, { ...entered, visit: refused }) : Promise.resolve(null);
    // What cannot be kept is shown at once: nothing that was typed is lost.
    const waiting = await withinReach(keeping, door.health.database, response).catch(() => null);
    if (waiting !== null) return show(response, { ok: true, value: { goTo: waiting } }, refused, renderProblem);
    // Filled in as it was asked: nothing was refused.
    if (error.code !== 'form.filled') {
      response.status(problemTable[error.code].status).set(headersOf(error));
    }
    return show(response, again, refused, renderProblem);
  };
}

/** What only a newer version can read is refused like anything else, so that a browser is shown a page. */
async function readable<T extends Shown>(shown: Promise<T>): Promise<T | Refused> {
  try {
    return await shown;
  } catch (error) {
    if (!(error instanceof SubjectUnreadable)) throw error;
    return { ok: false, error: { code: 'subject.unreadable', type: error.entryType }, form: {} };
  }
}

const withoutSecrets = ({ _csrf: _secret, ...form }: Record<string, string>): Record<string, string> => form;

/** A form that was refused did nothing under its key, and is still the same form when it is sent again. */
function sameKey({ error, form }: Pick<Refused, 'error' | 'form'>): { formKey: string } | null {
  const { _key: formKey = '' } = form;
  return FORM_KEY.test(formKey) && error.code !== 'key.reused' ? { formKey } : null;
}

const refuse = (error: ApiError, form = {}) => ({ ok: false as const, error, form });

type Acted = (Extract<Shown, { ok: true }> & { form: Record<string, string> }) | Refused;

async function act(
  door: Door,
  page: Page,
  request: Request,
  { visit, visitor }: Entered,
  rooms: FormRooms,
): Promise<Acted> {
  if (page.act === null) return refuse({ code: 'method.refused', allowed: ['GET', 'HEAD'] });
  // A guest's page keeps its address to itself, so that its forms come from `null`; who sends one knows the secret link.
  const isHidden = page.audience === 'guest' && request.headers.origin === 'null';
  if (!isHidden && !isOwnForm(request, door.publicUrl)) return refuse({ code: 'origin.refused' });
  if (visit.ctx !== null && !page.act.policy(visit.ctx)) return refuse({ code: 'actor.forbidden' });
  const { brings } = page.act;
  if (brings !== 'nothing' && isOfParts(request)) {
    const admitted = await page.act.admit(visit);
    if (!admitted.ok) return refuse(admitted.error);
    giveTime(request);
  }
  const body = await readSent(request, brings, rooms[page.audience]);
  if (!body.ok) return refuse(body.error, withoutSecrets(body.value));
  try {
    const acted = await actOn(page, request, { visit, visitor }, body);
    return acted.ok ? acted : { ...acted, filesGone: body.files.length > 0 };
  } catch (error) {
    if (error instanceof FormCutOff) return refuse({ code: 'body.unsupported' }, withoutSecrets(body.value));
    throw error;
  } finally {
    body.end();
  }
}

type Entered = { visit: Visit; visitor: Visitor | null };

/** The form is of this page, and its fields were read. */
async function actOn(page: Page, request: Request, { visit, visitor }: Entered, body: SentForm): Promise<Acted> {
  if (page.act === null) return refuse({ code: 'method.refused', allowed: ['GET', 'HEAD'] });
  const { _csrf: csrf = '', _token: _entered, ...form } = body.value;
  if (visitor !== null && !isSame(csrf, visitor.csrf)) {
    // A form of ours, made before this session: shown again, it is looked at and sent by the person, or not at all.
    return refuse(page.audience === 'member' ? sessionEnded(page, body.files) : { code: 'origin.refused' }, form);
  }
  const language = Language.safeParse(form[SWITCH]);
  if (language.success) {
    const { [SWITCH]: _chosen, ...typed } = form;
    const filled = await filledAgain(page, request, { visit, visitor }, typed);
    return { ...refuse(filled, typed), language: language.data };
  }
  const { _key: formKey = '', _fill: fill, ...fields } = form;
  if (fill !== undefined)
    return refuse(await filledAgain(page, request, { visit, visitor }, { _key: formKey, ...fields }), fields);
  const key = actKey(visit, page.path, FORM_KEY.test(formKey) ? formKey : randomUUID());
  const { file, fileName, files } = body;
  const shown = await page.act.run(visit, { key, form: fields, file, fileName, files });
  if (shown.ok) await dropForm(page, request, { visit, visitor }, formKey);
  return { ...shown, form: shown.ok ? form : { ...form, ...shown.again } };
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
