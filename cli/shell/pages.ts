import { z } from 'zod';
import type { Api } from './api';

const LARGEST_PAGE = '100';

/** Every row of a list, page after page. */
export async function everyPage<T>(
  api: Api,
  path: string,
  query: Record<string, string>,
  row: z.ZodType<T>,
): Promise<T[]> {
  const Page: z.ZodType<{ items: T[]; next: string | null }> = z.object({
    items: z.array(row),
    next: z.string().nullable(),
  });
  const rows: T[] = [];
  let after: string | null = '';
  while (after !== null) {
    const asked = new URLSearchParams({ ...query, limit: LARGEST_PAGE, ...(after !== '' && { after }) });
    const { body }: { body: { items: T[]; next: string | null } } = await api.get(`${path}?${asked}`, Page);
    rows.push(...body.items);
    after = body.next;
  }
  return rows;
}
