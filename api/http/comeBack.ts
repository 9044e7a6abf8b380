import type { Request } from 'express';
import type { Entrance } from '../sessions/entrance';
import { isOwnForm } from '../sessions/origin';
import { type Page, sessionEnded, type Shown } from './definePage';
import type { Door } from './door';
import { enterPage, type Let } from './enterPage';
import type { ApiError } from './problems';
import { readSent } from './readSent';

type Refused = Extract<Shown, { ok: false }> & { form: Record<string, string> };

/** `ask`: who is it? The form waits in the answer. `entered`: a session is open; the form is to be shown, not obeyed. */
export type Back =
  | { kind: 'ask'; error: ApiError; html: string }
  | { kind: 'entered'; entered: Let; setCookie: string; refused: Refused };

/**
 * A form that was sent after its session had ended loses nothing that was typed: its fields go back and forth between
 * browser and entrance, hidden in the form that asks for the token; nothing is kept here, and a file is chosen again. Null
 * where somebody is inside.
 */
export async function comeBack(
  door: Door,
  page: Page,
  request: Request,
  asked: Let,
  entrance: Entrance | null,
): Promise<Back | null> {
  const isStranger = !asked.ok && asked.error.code === 'credentials.missing';
  if (!isStranger || entrance === null || page.act === null) return null;
  if (!isOwnForm(request, door.publicUrl)) return null;
  const body = await readSent(request, page.act.brings, null);
  if (!body.ok) return null;
  body.end(); // nobody keeps a file: it is chosen again
  const { _csrf: _old, _token: token, ...form } = body.value;
  const hasFile = page.act.brings === 'file' || body.files.length > 0;
  const ask = (error: ApiError, isWrong: boolean): Back => {
    const visit = isWrong ? { ...asked.visit, refusal: { error, form: {} } } : asked.visit;
    return { kind: 'ask', error, html: entrance.render(visit, { action: request.path, form, hasFile }) };
  };
  if (token === undefined) return ask({ code: 'credentials.missing' }, false);
  const letIn = await entrance.letIn(asked.visit, token.trim());
  if (!letIn.ok) return ask(letIn.error, true);
  const entered = await enterPage(door, page, request, letIn.cookie);
  return {
    kind: 'entered',
    entered,
    setCookie: letIn.setCookie,
    refused: { ok: false, error: sessionEnded(page, body.files), form },
  };
}
