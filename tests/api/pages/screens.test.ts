import { beforeAll, describe, expect, it } from '@jest/globals';
import { housePages } from '../../../api/pages/pages';
import { formsOf } from '../../browser/forms';
import { screensOf } from '../../browser/screens';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

const incident = '/o/{orgId}/incidents/{incidentId}';
const notice = `${incident}/notices/{noticeId}`;
const oneCase = '/o/{orgId}/cases/{controllerCaseId}';
const FILE = 'a file, which no browser draws';

/** Pages that the browser suite does not open, and why. */
const unseen: Record<string, string> = {
  '/api/docs': 'long: tests/browser/reference.test.ts opens it by itself',
  '/o/{orgId}/pack': FILE,
  '/o/{orgId}/pack/kept': FILE,
  '/o/{orgId}/registers/file': FILE,
  '/o/{orgId}/registers/processing/file': FILE,
  '/o/{orgId}/exercises/{exerciseId}/report/pdf': FILE,
  '/o/{orgId}/mailbox/{mailId}/attachments/{index}': FILE,
  [`${notice}/files/{hash}`]: FILE,
  [`${notice}/versions/{version}/{contactId}/pdf`]: FILE,
  [`${notice}/versions/{version}/{contactId}/text`]: FILE,
  [`${oneCase}/files/{hash}`]: FILE,
  [`${oneCase}/recipients/{listId}/letters/{file}`]: FILE,
  [`${oneCase}/recipients/{listId}/left-out.csv`]: FILE,
  [`${oneCase}/recipients/{listId}/not-reached.csv`]: FILE,
  [`${oneCase}/sheet/pdf`]: FILE,
  [`${oneCase}/edpb/pdf`]: FILE,
  [`${oneCase}/edpb/json`]: FILE,
  '/a/{token}':
    'an amendment that waits for a signature, which this night has not: tests/api/pages/acts.test.ts signs by it',
  '/n/{token}/files/{hash}': FILE,
  '/n/{token}/pdf/{version}': FILE,
  '/n/{token}/text/{version}': FILE,
  '/n/{token}/envelope/{version}': FILE,
};

let shown: string[];
let statuses: Map<string, number>;
const pages = housePages({ stylesheet: '/vigie.css', mailbox: null }).map(({ path }) => path);

/** The declared page that answers an address: of several the one with the fewest names of its own. */
const pageOf = (address: string): string | undefined =>
  pages
    .filter((path) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(address))
    .toSorted((one, other) => one.split('{').length - other.split('{').length)[0];

beforeAll(async () => {
  const told = await tellNight();
  const door = await openNightDoor(told.night);
  const place = `/o/${told.night.orgId}`;
  const screens = await screensOf(told);
  const forms = await formsOf(told, screens);
  const all = [...screens, ...forms];
  shown = all.map(({ path, who }) => (who === 'guest' ? path : place + path).split('?')[0] ?? '');
  statuses = new Map();
  for (const { name, path, who } of forms) {
    const answer = who === 'guest' ? await door.guest.read(path) : await door.read(who, path);
    statuses.set(name, answer.status);
  }
  await door.stop();
}, 120_000);

describe('the screens of the browser suite', () => {
  it('open every page of the house but those that are listed with a reason', () => {
    const seen = new Set(shown.map(pageOf));
    expect(pages.filter((path) => !seen.has(path) && unseen[path] === undefined)).toEqual([]);
  });

  it('list no page that is seen, or that there is not', () => {
    const seen = new Set(shown.map(pageOf));
    expect(Object.keys(unseen).filter((path) => seen.has(path) || !pages.includes(path))).toEqual([]);
  });

  it('are of pages of the house, but for its entrance', () => {
    expect(shown.filter((address) => pageOf(address) === undefined)).toEqual(['/enter']);
  });

  it('that are forms are all answered', () => {
    expect([...statuses].filter(([, status]) => status !== 200)).toEqual([]);
  });
});
