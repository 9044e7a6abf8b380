import type { Request } from 'express';
import { z } from 'zod';
import type { FormPlace } from '../../application/ports/keptForms';
import type { Visitor } from '../sessions/identify';
import { FORM_KEY, type Page, type Visit } from './definePage';
import type { ApiError } from './problems';
import { readQuery } from './readBody';

type Inside = { visit: Visit; visitor: Visitor | null };
type Refusal = NonNullable<Visit['refusal']>;

/** What is longer is not kept to be shown again, bytes. */
const LONGEST_KEPT = 100_000;

/** Name, in a page's address, of the key of a form that waits there. */
const FORM = 'form';

/**
 * The secret that a sender's browser alone holds: cookie or link. Null for strangers, for whom nothing is kept. A guest's page
 * that asks for anything shows its form for a link that exists alone, and nothing is kept that was not shown.
 */
function secretOf({ audience }: Page, { visit, visitor }: Inside): string | null {
  if (audience === 'guest') return visit.params['token'] ?? null;
  return audience === 'member' ? (visitor?.cookie ?? null) : null;
}

function placeOf(page: Page, request: Request, inside: Inside, key: string): FormPlace | null {
  const secret = secretOf(page, inside);
  return secret === null || !FORM_KEY.test(key) ? null : { secret, path: request.path, key };
}

/** Of what was sent, the fields that the page's form names, where it names them. */
function fieldsOf({ act }: Page, form: Refusal['form']): Refusal['form'] {
  if (!(act?.form instanceof z.ZodObject)) return form;
  const { shape } = act.form;
  return Object.fromEntries(Object.entries(form).filter(([name]) => Object.hasOwn(shape, name)));
}

/**
 * Where a browser is led that sent a form which was not obeyed: the answer of a POST cannot be gone back to or loaded again
 * without sending it anew. Null where it is answered at once: to programs, to strangers, where nothing was typed, and where
 * it is longer than anything that is kept.
 */
export async function keepForm(page: Page, request: Request, inside: Inside): Promise<string | null> {
  const { visit } = inside;
  const { refusal, formKey } = visit;
  const isBrowser = request.accepts(['json', 'html']) === 'html';
  const place = placeOf(page, request, inside, formKey);
  if (!isBrowser || place === null || refusal === null) return null;
  const form = fieldsOf(page, refusal.form);
  const text = JSON.stringify({ ...refusal, form });
  if (Object.keys(form).length === 0 || Buffer.byteLength(text) > LONGEST_KEPT) return null;
  await visit.ports.keptForms.keep(place, text);
  const query = new URLSearchParams(request.url.split('?')[1]);
  query.set(FORM, formKey);
  return `${request.path}?${query.toString()}`;
}

/** The visit with the form that waits under this address, if one does. */
export async function reopenForm<V extends Inside>(page: Page, request: Request, inside: V): Promise<V> {
  const query = readQuery(request.url);
  const formKey = query.ok ? (query.value[FORM] ?? '') : '';
  const refusal = page.act === null ? null : await findForm(page, request, inside, formKey);
  return refusal === null ? inside : { ...inside, visit: { ...inside.visit, formKey, refusal } };
}

async function findForm(page: Page, request: Request, inside: Inside, key: string): Promise<Refusal | null> {
  const place = placeOf(page, request, inside, key);
  const kept = place === null ? null : await inside.visit.ports.keptForms.find(place);
  if (kept === null) return null;
  return JSON.parse(kept) as Refusal;
}

/** The answer to a form that is to come back in another language: refused before, and sent again as it was, it says why still. */
export async function filledAgain(
  page: Page,
  request: Request,
  inside: Inside,
  { _key: formKey = '', ...typed }: Refusal['form'],
): Promise<ApiError> {
  const kept = await findForm(page, request, inside, formKey);
  const isSame = kept !== null && Object.entries(typed).every(([name, value]) => isTyped(kept.form, name, value));
  if (!isSame) return { code: 'form.filled' };
  const { error } = kept;
  const refused = error.code === 'form.filled' ? error.refused : error;
  return refused === undefined ? { code: 'form.filled' } : { code: 'form.filled', refused };
}

/** The revision moves with what is shown: nobody types it. */
const isTyped = (form: Refusal['form'], name: string, value: string): boolean =>
  name === 'revision' || form[name] === value;

/** What was obeyed waits no more. One that could not be dropped ends by itself: an act is not refused for it. */
export async function dropForm(page: Page, request: Request, inside: Inside, formKey: string): Promise<void> {
  const place = placeOf(page, request, inside, formKey);
  if (place !== null) await inside.visit.ports.keptForms.drop(place).catch(() => {});
}
