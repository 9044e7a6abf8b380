import { z } from 'zod';
import { noteContactCall } from '../../application/agreement/noteContactCall';
import { readAgreement } from '../../application/agreement/readAgreement';
import { testContacts } from '../../application/agreement/testContacts';
import { mayNoteContactCall, mayTestContacts } from '../../application/policies/agreement';
import { contactsOf, type NoticeContact } from '../../domain/agreement/contacts';
import type { Agreement } from '../../domain/agreement/fold';
import { TESTED_EVERY_DAYS } from '../../domain/agreement/liveness';
import { newestSigned } from '../../domain/agreement/versions';
import { Instant } from '../../domain/shared/instant';
import { formPage } from '../../templates/pages/formPage';
import type { Option } from '../../templates/pages/parts/form';
import type { Phrase, Word } from '../../templates/pages/words/word';
import { definePage, type Page } from '../http/definePage';
import { Id, OrgId } from '../http/fields';
import { zoneOf } from '../../application/organisation/zoneOf';
import { askedForm, readAnswers } from './forms/asked';
import { moment, yesNo } from './forms/kit';
import type { Question } from './forms/question';
import { type AnyVisit, enterHouse, goTo, shownAs } from './frame';
import type { PageHouse } from './house';

const params = z.object({ orgId: OrgId, agreementId: Id });
type Visit = AnyVisit & { params: z.infer<typeof params> };

const ALL = 'all';

/** Tests of an agreement's contacts: messages that leave, and calls that somebody made (feature F36). */
export const contactTestPages = (house: PageHouse): Page[] => [testPage(house), callPage(house)];

const whichOf = (agreement: Agreement): Question[] => [
  {
    name: 'contactId',
    kind: 'select',
    label: { key: 'contacts.which' },
    options: [
      { value: ALL, label: { key: 'contacts.all' } },
      ...optionsOf(contactsIn(agreement)),
      ...installationOf(agreement),
    ],
    start: ALL,
  },
];

/** Of the version in force. */
function contactsIn(agreement: Agreement): NoticeContact[] {
  const current = newestSigned(agreement);
  return current === null ? [] : contactsOf(current);
}

const optionsOf = (contacts: readonly NoticeContact[]): Option[] =>
  contacts.map(({ id, name }) => ({ value: id, label: name }));

/** The controller's own, where the agreement is tied to it. */
function installationOf(agreement: Agreement): Option[] {
  const { outside, partyId, reference } = agreement;
  const who = newestSigned(agreement)?.document?.controller.name ?? reference;
  return outside === null ? [] : [{ value: partyId, label: { key: 'exchange.to', values: { who } } }];
}

const testPage = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/agreements/{agreementId}/contacts',
    audience: 'member',
    policy: mayTestContacts,
    params,
    render: (visit) =>
      show(house, visit, {
        segment: 'contacts',
        title: 'contacts.title',
        intro: [
          { key: 'contacts.intro' },
          { key: 'contacts.exchange' },
          { key: 'contacts.phone' },
          { key: 'contacts.every', values: { n: String(TESTED_EVERY_DAYS) } },
        ],
        submit: 'contacts.go',
        questions: whichOf,
      }),
    act: {
      form: z.record(z.string(), z.string()),
      async run({ ctx, params: { orgId, agreementId } }, { key, form: raw }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const typed = Object.hasOwn(raw, 'contactId') ? (raw['contactId'] ?? '') : '';
        const contactId = typed === ALL ? null : typed;
        const tested = await testContacts({ ctx, input: { key, agreementId, contactId, channel: null } });
        return tested.ok ? goTo(`/o/${orgId}/agreements/${agreementId}#contacts`) : tested;
      },
    },
  });

const callQuestions = (agreement: Agreement, zone: string): Question[] => [
  {
    name: 'contactId',
    kind: 'select',
    label: { key: 'ask.contact' },
    options: optionsOf(contactsIn(agreement).filter(({ phone }) => phone !== null)),
  },
  { name: 'reached', kind: 'pick', label: { key: 'contacts.callReached' }, options: yesNo, missing: 'err.choose' },
  moment('at', 'contacts.callAt', zone, null, { canBeNow: true }),
];

const Called = z.object({ contactId: z.string(), reached: z.boolean(), at: Instant });

const callPage = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/agreements/{agreementId}/contacts/call',
    audience: 'member',
    policy: mayNoteContactCall,
    params,
    render: (visit) =>
      show(house, visit, {
        segment: 'contacts/call',
        title: 'contacts.call',
        intro: [{ key: 'contacts.callIntro' }],
        submit: 'ask.go',
        questions: callQuestions,
      }),
    act: {
      form: z.record(z.string(), z.string()),
      async run({ ctx, params: { orgId, agreementId }, now }, { key, form: raw }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const read = await readAgreement({ ctx, input: { agreementId } });
        if (!read.ok) return read;
        const zone = await zoneOf(ctx);
        const questions = callQuestions(read.value.agreement, zone);
        const called = readAnswers({ questions, raw, zone, now }, Called, ({ text, instant }) => ({
          contactId: text('contactId'),
          reached: text('reached') === 'yes',
          at: instant('at'),
        }));
        if (!called.ok) return called;
        const noted = await noteContactCall({ ctx, input: { key, agreementId, ...called.value } });
        return noted.ok ? goTo(`/o/${orgId}/agreements/${agreementId}#contacts`) : noted;
      },
    },
  });

type Form = {
  segment: string;
  title: Word;
  intro: Phrase[];
  submit: Word;
  questions(agreement: Agreement, zone: string): Question[];
};

async function show(house: PageHouse, visit: Visit, { segment, title, intro, submit, questions }: Form) {
  const path = `/agreements/${visit.params.agreementId}`;
  const entered = await enterHouse(house, visit, 'agreements', `${path}/${segment}`);
  if (!entered.ok) return entered;
  const { ctx, frame, names } = entered.value;
  const read = await readAgreement({ ctx, input: { agreementId: visit.params.agreementId } });
  if (!read.ok) return read;
  return shownAs(
    formPage(frame, {
      ...askedForm(questions(read.value.agreement, frame.zone), visit, { frame, names }),
      action: `${path}/${segment}`,
      back: path,
      crumbs: [
        { href: '/agreements', label: { key: 'nav.agreements' } },
        { href: path, label: read.value.agreement.reference },
      ],
      title: { key: title },
      intro,
      submit: { key: submit },
    }),
  );
}
