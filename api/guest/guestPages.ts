import { z } from 'zod';
import { takeTogether } from '../../application/file/takeTogether';
import { acknowledgeByLink } from '../../application/guest/acknowledgeByLink';
import { askByLink } from '../../application/guest/askByLink';
import { readEnvelopeByLink } from '../../application/guest/readEnvelopeByLink';
import { readPdfByLink } from '../../application/guest/readPdfByLink';
import { readTextByLink } from '../../application/guest/readTextByLink';
import { renewLink } from '../../application/guest/renewLink';
import { guestPage } from '../../templates/pages/guest';
import { expiredPage } from '../../templates/pages/outside';
import { definePage, type Page, type Shown, type Visit } from '../http/definePage';
import { VersionNumber } from '../http/fields';
import { withFileIssues, NOT_ANSWERED } from '../pages/forms/filesAlong';
import { readSheet } from '../pages/forms/sheet';
import { goTo, guestFrame, shownAs } from '../pages/frame';
import type { PageHouse } from '../pages/house';
import { JSON_LINES, PDF, PLAIN_TEXT } from '../../application/ports/documents';
import { guestFilePages } from './filesPage';
import { acknowledgeQuestions, askQuestions, guestFields } from './guestForms';
import { guestView } from './guestView';
import { measurePage } from './measurePage';
import { guestQuery, openLink, type Opened, token } from './guestVisit';

type Query = z.infer<typeof guestQuery>;
const params = z.object({ token });
/** One form holds both questions of a page: what is typed in one waits while the other is refused. */
const form = guestFields('name', 'function', 'version', 'question', 'urgentHours');

/** The page is one form, whose question may bring documents: whichever of its buttons sends it. */
const bringing = {
  brings: 'files' as const,
  admit: ({ ports, params: at, query }: Visit<{ token: string }, Query>) => openLink({ ports }, at.token, query.lang),
};

/** What a controller's contact sees and does by its link. GET and HEAD change nothing: scanners open links. */
export const guestPages = (house: PageHouse): Page[] => [
  read(house),
  ask(house),
  measurePage(house),
  ...guestFilePages(house),
  older(house),
  pdf(),
  text(),
  envelope(),
  renew(house),
];

/** The newest version; POST acknowledges the one that the form showed, which a newer may have followed meanwhile. */
const read = (house: PageHouse) =>
  definePage({
    path: '/n/{token}',
    audience: 'guest',
    params,
    query: guestQuery,
    render: (visit) => show(house, visit, { shown: null, form: 'ack' }),
    act: {
      form,
      ...bringing,
      async run({ ports, params: { token: link }, query }, { form: raw }) {
        const opened = await openLink({ ports }, link, query.lang);
        if (!opened.ok) return opened;
        const sheet = readSheet(acknowledgeQuestions, raw, 'UTC');
        const version = VersionNumber.safeParse(raw['version']);
        if (!sheet.ok || !version.success) return { ok: false, error: { code: 'input.invalid', issues: [] } };
        const who = { name: sheet.sheet.text('name'), function: sheet.sheet.text('function') };
        const written = await acknowledgeByLink(ports, { token: link, version: version.data, ...who });
        if (!written.ok) return written;
        return goTo(`${pageAt(link, query, isOthers(opened.value, version.data, who) ? 'earlier' : null)}#ack`);
      },
    },
  });

const ask = (house: PageHouse) =>
  definePage({
    path: '/n/{token}/ask',
    audience: 'guest',
    params,
    query: guestQuery,
    render: (visit) => show(house, visit, { shown: null, form: 'ask' }),
    act: {
      form,
      ...bringing,
      async run({ ports, params: { token: link }, query, formKey }, { key, form: raw, files }) {
        const sheet = readSheet(askQuestions, raw, 'UTC');
        const together = takeTogether(files);
        if (!sheet.ok) return withFileIssues(NOT_ANSWERED, together.issues);
        const name = key.split('/').at(-1) ?? formKey;
        const said = { text: sheet.sheet.text('question'), urgentHours: sheet.sheet.number('urgentHours') };
        const written = await askByLink(ports, { token: link, key: name, ...said, together });
        return written.ok ? goTo(`${pageAt(link, query, 'asked')}#ask`) : written;
      },
    },
  });

const older = (house: PageHouse) =>
  definePage({
    path: '/n/{token}/v/{version}',
    audience: 'guest',
    params: z.object({ token, version: VersionNumber }),
    query: guestQuery,
    render: (visit) => show(house, visit, { shown: visit.params.version, form: 'ask' }),
    act: {
      form,
      ...bringing,
      // Its question goes to the newest version; here its form only comes back, in the other language.
      run: async () => ({ ok: false, error: { code: 'form.filled' } }),
    },
  });

const pdf = () =>
  definePage({
    path: '/n/{token}/pdf/{version}',
    audience: 'guest',
    params: z.object({ token, version: VersionNumber }),
    async render({ ports, params: { token: link, version } }) {
      const found = await readPdfByLink(ports, { token: link, version });
      if (!found.ok) return found;
      const { bytes, filename } = found.value;
      return { ok: true, value: { bytes, mediaType: PDF, fileName: filename } };
    },
  });

const text = () =>
  definePage({
    path: '/n/{token}/text/{version}',
    audience: 'guest',
    params: z.object({ token, version: VersionNumber }),
    async render({ ports, params: { token: link, version } }) {
      const found = await readTextByLink(ports, { token: link, version });
      if (!found.ok) return found;
      const { bytes, filename } = found.value;
      return { ok: true, value: { bytes, mediaType: PLAIN_TEXT, fileName: filename } };
    },
  });

/** Which mail and PDF this contact was sent, by their hashes, signed; for its own system and its file. */
const envelope = () =>
  definePage({
    path: '/n/{token}/envelope/{version}',
    audience: 'guest',
    params: z.object({ token, version: VersionNumber }),
    async render({ ports, params: { token: link, version } }) {
      const found = await readEnvelopeByLink(ports, { token: link, version });
      if (!found.ok) return found;
      const { text: lines, fileName } = found.value;
      return { ok: true, value: { bytes: Buffer.from(lines, 'utf8'), mediaType: JSON_LINES, fileName } };
    },
  });

/** The way out of a link that has expired. The answer is the same whatever the link was. */
const renew = (house: PageHouse) => {
  const render = async (visit: Visit<{ token: string }, Query>, sent: boolean): Promise<Shown> => {
    const frame = { ...guestFrame(house, visit, 'UTC'), language: visit.query.lang ?? visit.language };
    return shownAs(expiredPage(frame, 'Vigie', { action: `/n/${visit.params.token}/renew`, sent }));
  };
  return definePage({
    path: '/n/{token}/renew',
    audience: 'guest',
    params,
    query: guestQuery,
    render: (visit) => render(visit, false),
    act: {
      form: guestFields(), // it is shown for any link: nothing of it may be kept
      async run(visit) {
        const renewed = await renewLink(visit.ports, visit.params.token);
        return renewed.ok ? render(visit, true) : renewed;
      },
    },
  });
};

type How = { shown: number | null; form: 'ack' | 'ask' };

async function show(house: PageHouse, visit: Visit<{ token: string }, Query>, how: How): Promise<Shown> {
  const { params: at, query } = visit;
  const opened = await openLink(visit, at.token, query.lang);
  if (!opened.ok) return opened;
  const { agreement } = opened.value.fullCase;
  const frame = { ...guestFrame(house, visit, agreement.timeZone), language: opened.value.language };
  const view = guestView(opened.value, frame, {
    link: at.token,
    asked: query.asked === '1',
    earlier: query.earlier === '1',
    visit,
    ...how,
  });
  return view === null ? { ok: false, error: { code: 'link.unknown' } } : shownAs(guestPage(frame, view));
}

/** The page of a link in the language that was chosen; `said`: what it shows of the act that led to it. */
function pageAt(link: string, { lang }: Query, said: 'asked' | 'earlier' | null): string {
  const query = new URLSearchParams({
    ...(said !== null && { [said]: '1' }),
    ...(lang !== undefined && { lang }),
  }).toString();
  return `/n/${link}${query === '' ? '' : `?${query}`}`;
}

/** Whether somebody else had acknowledged this version by this link before: that stands, whoever says so again. */
function isOthers({ fullCase, contact }: Opened, version: number, who: { name: string; function: string }): boolean {
  const before = fullCase.notice.acknowledgements.find(
    (one) => one.contactId === contact.id && one.version === version,
  );
  return before !== undefined && (before.name !== who.name || before.function !== who.function);
}
