import { z } from 'zod';
import type { Membership } from '../../application/people/authenticate';
import type { Asker } from '../../application/policies/asker';
import type { Name } from '../../application/ports/people';
import type { Context, Ports } from '../../application/ports/ports';
import type { Language } from '../../domain/letters/head';
import type { Organisation } from '../../domain/organisation/fold';
import { toIssues } from './issues';
import type { ApiError } from './problems';
import type { FormFile } from './readFiles';

/** Somebody before a page. */
export type Visit<Params = Record<string, string>, Query = Record<string, unknown>> = {
  audience: 'member' | 'guest' | 'anyone';
  /** Null for a guest and at the entrance; a member's page always has it. */
  ctx: Context | null;
  /** That of `ctx`, and the names of its people by id, also of who has left; read once a request. */
  house: { organisation: Organisation; names: ReadonlyMap<string, Name> } | null;
  /** Where this session may go; empty for strangers. */
  memberships: readonly Membership[];
  ports: Ports;
  /** Under which this session is stored, so that it can be ended; null for strangers. */
  cookieHash: string | null;
  /** Network address, to count attempts by; never logged. */
  address: string;
  language: Language;
  now: Date;
  /** Belongs into each form as hidden field `_csrf`; empty for a guest, whose link is the secret. */
  csrf: string;
  /** New at each rendering: hidden field `_key`. The same form sent twice is one command. */
  formKey: string;
  /** Where people reach this door, for links that leave. */
  origin: string;
  params: Params;
  query: Query;
  /** What was wrong with the form that was just sent, and its fields as they were sent. */
  refusal: { error: ApiError; form: Readonly<Record<string, string>>; filesGone?: boolean } | null;
};

export type Show =
  /** `cacheSeconds`: the same for everybody who has the address; else nobody keeps it. */
  | { html: string; cacheSeconds?: number }
  | { bytes: Buffer; mediaType: string; fileName: string }
  /** As it is made; one that breaks off does not look whole. */
  | { lines: AsyncIterable<string | Buffer>; mediaType: string; fileName: string }
  /** After an act: 303 to a place of this house (a path). */
  | { goTo: string; cookies?: readonly string[] };

export type Shown =
  | { ok: true; value: Show }
  /** `again`: fields of the form given back that are not as sent; an empty `_key` makes it another form. */
  | { ok: false; error: ApiError; again?: Readonly<Record<string, string>> };

/** A form that a page's own switch sent: it comes back in this language, and is not obeyed. */
export const SWITCH = '_language';

/** An act of a page: key and If-Match travel in its form. */
/** `fileName`: as its sender calls it; null where no file came. */
/** `files`: what came with the words of a form that may bring several. */
export type Act = {
  key: string;
  form: unknown;
  file: AsyncIterable<Buffer> | null;
  fileName: string | null;
  files: readonly FormFile[];
};

export const FORM_KEY = /^[\w-]{8,64}$/;

/** The idempotency key of an act: of this person, on this subject, by this form. A guest's path holds a secret: not in here. */
export function actKey({ ctx, params }: Pick<Visit, 'ctx' | 'params'>, path: string, formKey: string): string {
  if (ctx === null) return ['page', 'guest', path, formKey].join('/');
  const place = path.replaceAll(/\{(\w+)\}/g, (name, param: string) => params[param] ?? name);
  return ['page', ctx.actor.id, place, formKey].join('/');
}

/** What the form of a page brings beside its fields. */
export type Brings = 'nothing' | 'file' | 'files';

export type Page = {
  /** As routes write it: `/o/{orgId}/incidents/{incidentId}`. */
  path: string;
  /** `member`: a session of `{orgId}`; `guest`: the link in the path is looked up by `render`; `anyone`: the entrance. */
  audience: Visit['audience'];
  policy: (asker: Asker) => boolean;
  params: z.ZodObject;
  query: z.ZodObject;
  /** GET. Changes nothing: scanners open links. */
  render(visit: Visit): Promise<Shown>;
  /** POST to the same path, after `_csrf` and origin were checked. A refusal is shown by `render` with its status. */
  act: {
    /** Of those who may see the page, who may send its form; asked before anything is read of it. */
    policy: Page['policy'];
    form: z.ZodType;
    /** In parts, `multipart/form-data`: one file behind its other fields, which comes while it is read; or several, held. */
    brings: Brings;
    /** Whether this visitor may bring any, where no session says it; asked before anything of such a form is read. */
    admit(visit: Visit): Promise<{ ok: true } | { ok: false; error: ApiError }>;
    run(visit: Visit, act: Act): Promise<Shown>;
  } | null;
};

/** Why a form of a session that has ended is not obeyed: a file is not given back, so it has to be chosen again. */
export const sessionEnded = ({ act }: Page, files: readonly FormFile[]): ApiError => {
  const isToChoose = act?.brings === 'file' || files.length > 0;
  if (act === null || !isToChoose) return { code: 'session.ended' };
  return { code: 'input.invalid', issues: [{ pointer: `/${act.brings}`, message: FILE_AGAIN }] };
};

const FILE_AGAIN = 'choose the file again: the session of this form had ended';

type PageOf<P extends z.ZodObject, Q extends z.ZodObject, F extends z.ZodType> = {
  path: string;
  audience: Page['audience'];
  policy?: Page['policy'];
  params: P;
  query?: Q;
  render(visit: Visit<z.output<P>, z.output<Q>>): Promise<Shown>;
  act?: {
    policy?: Page['policy'];
    /** Of the fields beside `_csrf` and `_key` (and `_fill`: the form is shown filled in, nothing is done); every field comes as text. */
    form: F;
    brings?: Brings;
    admit?(visit: Visit<z.output<P>, z.output<Q>>): Promise<{ ok: true } | { ok: false; error: ApiError }>;
    run(visit: Visit<z.output<P>, z.output<Q>>, act: Act & { form: z.output<F> }): Promise<Shown>;
  };
};

const noQuery = z.object({});

/** Ties a page's functions to its schemas. */
export function definePage<
  P extends z.ZodObject,
  F extends z.ZodType = z.ZodUnknown,
  Q extends z.ZodObject = typeof noQuery,
>(page: PageOf<P, Q, F>): Page {
  type Mine = Visit<z.output<P>, z.output<Q>>;
  const { path, audience, policy = () => true, params, query = noQuery, act } = page;
  return {
    path,
    audience,
    policy,
    params,
    query,
    render: (visit) => page.render(visit as unknown as Mine),
    act:
      act === undefined
        ? null
        : {
            policy: act.policy ?? policy,
            form: act.form,
            brings: act.brings ?? 'nothing',
            admit: async (visit) => act.admit?.(visit as unknown as Mine) ?? { ok: true },
            run: (visit, sent) => runAct(act, visit as unknown as Mine, sent),
          },
  };
}

async function runAct<V, F extends z.ZodType>(
  { form, run }: { form: F; run(visit: V, act: Act & { form: z.output<F> }): Promise<Shown> },
  visit: V,
  sent: Act,
): Promise<Shown> {
  const parsed = form.safeParse(sent.form);
  if (!parsed.success) {
    return { ok: false, error: { code: 'input.invalid', issues: toIssues(parsed.error.issues, ['form']) } };
  }
  return run(visit, { ...sent, form: parsed.data });
}
