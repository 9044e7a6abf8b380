import { z } from 'zod';
import { findOwn } from '../../../application/journal/findOwn';
import type { Context } from '../../../application/ports/ports';
import type { Subject } from '../../../domain/journal/entry';
import { canonical } from '../../../domain/shared/jcs';
import { plain } from '../../../domain/shared/plain';
import { actKey, FORM_KEY, type Shown } from '../../http/definePage';
import type { ApiError } from '../../http/problems';
import { type AnyVisit, goTo } from '../frame';
import { isNow, type Question, type Raw } from './question';

/** The key of a form stands in its address, so that whoever goes back to it finds what it has led to. */
export const onceQuery = { form: z.string().regex(FORM_KEY).optional() };

/** Of the page that a form led to: the form came back and nothing was recorded twice. */
export const againQuery = { again: z.literal('1').optional() };
export const again = (path: string): string => `${path}?again=1`;

/** Of the page to which a form leads that shows nothing else of what it did: it was recorded. */
export const savedQuery = { saved: z.literal('1').optional() };
export const saved = (path: string): string => `${path}?saved=1`;

export type Once = {
  /** Path of the page as it is defined: part of the key of its acts. */
  pattern: string;
  /** Path of the form inside the organisation, and what else stands in its address. */
  path: string;
  more?: Readonly<Record<string, string>>;
  /** Where its act leads, inside the organisation. */
  madeAt(subject: Subject): string;
};

type Visited = AnyVisit & { ctx: Context | null; params: { orgId: string }; query: { form?: string | undefined } };
type Opened = { form: { key: string; action: string; here: string } } | { led: Shown };

/** The form under its own address; one that was sent already leads to what it made, and is not shown anew. */
export async function openOnce(visit: Visited, { pattern, path, more = {}, madeAt }: Once): Promise<Opened> {
  const { ctx, formKey, params, query, refusal } = visit;
  const key = refusal === null ? (query.form ?? formKey) : formKey;
  const action = `${path}?form=${key}`;
  const rest = Object.entries(more).map(([name, value]) => `&${name}=${encodeURIComponent(value)}`);
  const form = { key, action, here: [action, ...rest].join('') };
  if (refusal !== null) return { form };
  if (query.form === undefined) return { led: goTo(`/o/${params.orgId}${form.here}`) };
  const before = ctx === null ? null : await findOwn({ ctx, input: { key: actKey(visit, pattern, key) } });
  if (before === null) return { form };
  if (!before.ok) return { led: before };
  return before.value === null ? { form } : { led: goTo(again(`/o/${params.orgId}${madeAt(before.value.subject)}`)) };
}

/** Questions that were answered by "now": such a form, sent again, is the same though it is later. */
export const answeredNow = (questions: readonly Question[], raw: Raw): string[] =>
  questions.filter((question) => isNow(raw, question)).map(({ name }) => name);

type Sent = { key: string; asked: object; moving: readonly string[] };

/** A refusal that is none: under this key the same was asked, but for the instants that follow the sending. */
export async function findSame(ctx: Context, error: ApiError, { key, asked, moving }: Sent): Promise<Subject | null> {
  const found = error.code === 'key.reused' ? await findOwn({ ctx, input: { key } }) : null;
  if (found?.ok !== true || found.value === null) return null;
  const { subject, request } = found.value;
  const before = new Map(Object.entries(request ?? {}));
  const isSame = Object.entries(plain(asked)).every(
    ([name, value]) => moving.includes(name) || canonical(before.get(name) ?? null) === canonical(value),
  );
  return isSame ? subject : null;
}
