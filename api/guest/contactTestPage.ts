import { z } from 'zod';
import { senderOf } from '../../application/agreement/contactAddressee';
import { confirmContact, readContactTest } from '../../application/guest/confirmContact';
import { contactTestPage } from '../../templates/pages/contactTest';
import { definePage } from '../http/definePage';
import { goTo, guestFrame, shownAs } from '../pages/frame';
import type { PageHouse } from '../pages/house';
import { guestFields } from './guestForms';
import { guestQuery, token } from './guestVisit';

/** What the link of a test opens: nothing happened, and one button by which the contact says that it was reached. */
export const contactTestPageOf = (house: PageHouse) =>
  definePage({
    path: '/t/{token}',
    audience: 'guest',
    params: z.object({ token }),
    query: guestQuery,
    async render(visit) {
      const read = await readContactTest(visit.ports, visit.params.token);
      if (!read.ok) return read;
      const { version, confirmedAt, caught } = read.value;
      const frame = {
        ...guestFrame(house, visit, version.timeZone),
        language: visit.query.lang ?? version.language,
      };
      const action = `/t/${visit.params.token}`;
      return shownAs(contactTestPage(frame, { action, sender: senderOf(version), confirmedAt, caught }));
    },
    act: {
      form: guestFields(),
      async run({ ports, params }) {
        const confirmed = await confirmContact(ports, params.token);
        return confirmed.ok ? goTo(`/t/${params.token}`) : confirmed;
      },
    },
  });
