import type { tellNight } from './nightStory';

type Told = Awaited<ReturnType<typeof tellNight>>;

/** Path inside the organisation of every page of a member, in the night of the mock-ups. */
export function memberPaths({ stolen, ransomware, scan, night }: Told): string[] {
  const incident = `/incidents/${stolen.id}`;
  const notice = `${incident}/notices/${stolen.aube}`;
  return [
    '',
    '?view=mine',
    '/incidents',
    '/incidents?stage=breach',
    '/incidents?stage=vulnerability',
    '/incidents?q=nothing-like-it',
    '/vulnerabilities',
    '/vulnerabilities/new',
    '/transfers',
    '/transfers/new',
    incident,
    `${incident}?all=1`,
    `/incidents/${ransomware.id}`,
    `/incidents/${scan}`,
    ...['dismiss', 'justify', 'declare', 'tell', 'suspect', 'extend', 'aware', 'correct', 'release'].map(
      (segment) => `${incident}/${segment}`,
    ),
    ...['rule-out', 'measure', 'fact', 'note', 'close', 'reopen', 'reopen-event', 'approve'].map(
      (segment) => `${incident}/${segment}`,
    ),
    notice,
    `${notice}/draft`,
    `${notice}/draft?check=1`,
    `${notice}/review`,
    `${incident}/notices/${stolen.val}`,
    `${incident}/notices/${stolen.val}/sent`,
    `${incident}/notices/${stolen.val}/draft`,
    `${incident}/notices/${stolen.val}/review`,
    ...['call', 'replay', 'explain', 'close', 'reopen', 'answer'].map(
      (segment) => `${incident}/notices/${stolen.val}/${segment}`,
    ),
    `${incident}/notices/${stolen.val}/call?to=c1`,
    '/signal',
    '/journal',
    '/journal/export',
    '/registers',
    '/registers/statistics?to=2026-12-31&from=x',
    '/registers?from=2026-03-01&to=2026-02-01&role=controller',
    '/journal?kind=decisions&known=2026-03-27T19:03',
    '/journal?known=2026-03-29T02:30',
    '/agreements',
    '/agreements/new',
    '/agreements/new/file',
    '/parties',
    '/parties/new',
    `/agreements/${night.agreements.val}`,
    `/agreements/${night.agreements.val}/amend`,
    `/agreements/${night.agreements.val}/amend/file`,
    `/agreements/${night.agreements.val}/tie`,
    '/mailbox',
    '/mailbox/1',
    '/tokens',
    '/members',
  ];
}

/** Every page of a controller's contact, by a link of its own. */
export async function guestPaths({ night, stolen, ransomware }: Told): Promise<string[]> {
  const { orgId, ports } = night;
  const links = await Promise.all(
    [stolen.val, stolen.aube, ransomware.val].map((id) => ports.links.issue(orgId, id, 'c1')),
  );
  return links.flatMap((link) => [`/n/${link}`, `/n/${link}?asked=1`, `/n/${link}/v/1`]);
}
