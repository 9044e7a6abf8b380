import type { Case } from './shapes';
import type { ShortCase } from './shortCase';
import type { Stage } from './stage';

type Out = (line: string) => void;
type Way = { token: string; pages: readonly (readonly [PageKey, string])[] };
type PageKey = 'look.incident' | 'look.notice' | 'look.case' | 'look.sheet' | 'look.register';

/** Where to look in the browser: each side's pages, and the token that its entrance asks for. Every page was opened once. */
export async function sayWhereToLook(stage: Stage, one: Case, { incidentId, noticeId }: ShortCase, out: Out) {
  const { story, house, controller, url } = stage;
  const ours = `/o/${house.orgId}`;
  const theirs = `/o/${controller.house.orgId}`;
  const sides: readonly (readonly ['look.ours' | 'look.theirs', Way])[] = [
    [
      'look.ours',
      {
        token: house.members.dpo.token,
        pages: [
          ['look.incident', `${ours}/incidents/${incidentId}`],
          ['look.notice', `${ours}/incidents/${incidentId}/notices/${noticeId}`],
        ],
      },
    ],
    [
      'look.theirs',
      {
        token: controller.house.members.dpo.token,
        pages: [
          ['look.case', `${theirs}/cases/${one.id}`],
          ['look.sheet', `${theirs}/cases/${one.id}/sheet`],
          ['look.register', `${theirs}/registers`],
        ],
      },
    ],
  ];
  story.chapter('look');
  for (const [key, way] of sides) {
    const closed = await closedPages(url, way);
    story.check(closed.length === 0, key, {}, closed.join(', '));
    for (const [page, path] of way.pages) out(`      ${story.text(page)} ${entrance(url, path)}`);
    out(`      ${story.text('look.token', { token: way.token })}`);
  }
}

/** The entrance leads on to the page, whoever was inside before. */
const entrance = (url: string, path: string): string => `${url}/enter?to=${path}`;

/** As a browser does: the token at the entrance, then each page with its cookie. Those that do not open. */
async function closedPages(url: string, { token, pages }: Way): Promise<string[]> {
  const entered = await fetch(`${url}/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(url).origin },
    body: new URLSearchParams({ token }),
    redirect: 'manual',
  });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const tried = await Promise.all(
    pages.map(async ([, path]) => {
      const { status } = await fetch(`${url}${path}`, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' });
      return status === 200 ? [] : [`${path} ${status}`];
    }),
  );
  return tried.flat();
}
