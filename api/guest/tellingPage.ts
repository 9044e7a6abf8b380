import { z } from 'zod';
import { senderOf } from '../../application/agreement/contactAddressee';
import { acknowledgeTelling, readTelling, type SeenTelling } from '../../application/guest/acknowledgeTelling';
import type { Frame } from '../../templates/pages/frame/frame';
import { tellingPage } from '../../templates/pages/telling';
import { phrase } from '../../templates/pages/words/word';
import { definePage } from '../http/definePage';
import { readSheet } from '../pages/forms/sheet';
import { type AnyVisit, goTo, guestFrame, shownAs } from '../pages/frame';
import type { PageHouse } from '../pages/house';
import { acknowledgeQuestions, guestFields, guestForm } from './guestForms';
import { guestQuery, token } from './guestVisit';

/** What the link of a letter that was sent at once opens: the letter, and a button that acknowledges (duties S3-10, S3-17). */
export const tellingPageOf = (house: PageHouse) =>
  definePage({
    path: '/m/{token}',
    audience: 'guest',
    params: z.object({ token }),
    query: guestQuery,
    async render(visit) {
      const read = await readTelling(visit.ports, visit.params.token, visit.query.lang);
      if (!read.ok) return read;
      const { version } = read.value;
      const frame = { ...guestFrame(house, visit, version.timeZone), language: visit.query.lang ?? version.language };
      return shownAs(tellingPage(frame, viewOf(read.value, frame, visit, `/m/${visit.params.token}`)));
    },
    act: {
      form: guestFields('name', 'function'),
      async run({ ports, params, query }, { form: raw }) {
        const sheet = readSheet(acknowledgeQuestions, raw, 'UTC');
        if (!sheet.ok) return { ok: false, error: { code: 'input.invalid', issues: [] } };
        const who = { name: sheet.sheet.text('name'), function: sheet.sheet.text('function') };
        const written = await acknowledgeTelling(ports, { token: params.token, ...who });
        if (!written.ok) return written;
        return goTo(`/m/${params.token}${query.lang === undefined ? '' : `?lang=${query.lang}`}#ack`);
      },
    },
  });

function viewOf(
  { matter, letter, contact, version, acknowledged }: SeenTelling,
  frame: Frame,
  visit: Pick<AnyVisit, 'refusal' | 'formKey'>,
  path: string,
): Parameters<typeof tellingPage>[1] {
  const { language } = frame;
  const code = language === 'fr' ? 'en' : 'fr';
  const action = language === version.language ? path : `${path}?lang=${language}`;
  return {
    sender: senderOf(version),
    reference: matter.reference,
    subject: letter.subject,
    text: letter.text,
    acknowledged: acknowledged && {
      at: acknowledged.at,
      name: acknowledged.self?.name ?? contact.name,
      function: acknowledged.self?.function ?? '–',
    },
    form: acknowledged === null ? guestForm({ questions: acknowledgeQuestions, action, visit }, frame, contact) : null,
    otherLanguage: { href: `${path}?lang=${code}`, code, label: phrase(code, { key: 'guest.otherLanguage' }) },
  };
}
