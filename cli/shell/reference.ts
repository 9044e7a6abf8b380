import { z } from 'zod';
import type { Api } from './api';
import { everyPage } from './pages';

const Row = z.looseObject({ id: z.string(), ref: z.string().optional(), reference: z.string().optional() });
const Received = z.looseObject({ receipt: z.string() });

/** The id behind what a person was given: `INC-…`, `SIG-…`, `AV-…`, `CTL-…`, `EXE-…` are looked up in the list; anything else is an id. */
export async function idOf(
  api: Api,
  path: '/incidents' | '/notices' | '/cases' | '/exercises',
  given: string,
): Promise<string> {
  if (!/^(?:SIG|INC|AV|CTL|EXE)-/.test(given)) return given;
  const rows = await everyPage(api, path, {}, Row);
  const found = rows.find(({ ref, reference }) => ref === given || reference === given);
  if (found !== undefined) return found.id;
  // A signal that became an incident is listed under its newer reference; its receipt still names it.
  for (const { id } of given.startsWith('SIG-') ? rows : []) {
    if ((await api.get(`${path}/${encodeURIComponent(id)}`, Received)).body.receipt === given) return id;
  }
  return given;
}
