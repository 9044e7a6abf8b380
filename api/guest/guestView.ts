import { senderOf } from '../../application/agreement/contactAddressee';
import { besideItems } from '../../application/notice/besideItems';
import type { FullCase } from '../../application/notice/readCase';
import { isAwaited } from '../../domain/consultation/measure';
import { answerDue } from '../../domain/notice/answerDue';
import { askedByLink } from '../../domain/notice/decideFile';
import { sentAt } from '../../domain/notice/case';
import { newestVersion, type VersionState } from '../../domain/notice/fold';
import { diffItems } from '../../domain/notice/items';
import { mailTo } from '../../domain/notice/mailTo';
import type { Frame } from '../../templates/pages/frame/frame';
import type { GuestView } from '../../templates/pages/guest';
import { sectionsOf } from '../../templates/pages/parts/blocks';
import { beforeItems, behindItems } from '../../templates/sections/besideItems';
import { createSpeaker } from '../../templates/speaker';
import { phrase, type Word } from '../../templates/pages/words/word';
import type { AnyVisit } from '../pages/frame';
import { changeLines, itemLines } from '../pages/itemWords';
import { keptIn } from '../pages/keptFiles';
import { controllerOf } from '../pages/rowWords';
import { measuresShown } from './measurePage';
import { acknowledgeQuestions, askQuestions, asTyped, guestForm, promiseOf } from './guestForms';
import { authorityOf, type Opened } from './guestVisit';

type At = {
  link: string;
  /** Version asked for; null for the newest. */
  shown: number | null;
  asked: boolean;
  earlier: boolean;
  visit: Pick<AnyVisit, 'refusal' | 'formKey'>;
  /** To which questions a refusal belongs. */
  form: 'ack' | 'ask';
};

/** What this contact is shown, or null while nothing has been sent to it. */
export function guestView(opened: Opened, frame: Frame, at: At): GuestView | null {
  const { fullCase, contact } = opened;
  const { notice, agreement } = fullCase;
  const newest = newestVersion(notice);
  const version = notice.versions.find(({ number }) => number === (at.shown ?? newest?.number));
  if (newest === null || version === undefined) return null;
  const lang = frame.language === agreement.language ? '' : `?lang=${frame.language}`;
  const path = `/n/${at.link}`;
  const before = notice.versions.slice(0, notice.versions.indexOf(version)).findLast(({ items }) => items !== null);
  const [old, young] = [before?.items ?? null, version.items];
  const changed = old !== null && young !== null ? diffItems(old, young).map(({ item }) => item) : [];
  const sender = senderOf(agreement);
  const pdf = version.pdfs.find(({ contactId }) => contactId === contact.id);
  const asked = notice.questions.filter(({ contactId }) => contactId === contact.id);
  const byLink = askedByLink(notice, contact.id);
  const where = { path, language: frame.language, handingOf: null, lang: lang === '' ? undefined : frame.language };
  const visitOf = (form: At['form']) => (at.form === form ? at.visit : asTyped(at.visit));
  return {
    path: `${path}${lang}`,
    sender,
    reference: notice.opened.reference,
    title: { key: words[kindOf(version)].title },
    summary: [{ key: words[kindOf(version)].summary, values: { sender } }],
    facts: factsOf(version, frame),
    exercise: notice.opened.exercise,
    automatic: version.kind === 'protective' || version.kind === 'overdue',
    to: {
      name: contact.name,
      role: { key: `contact.${contact.role}` },
      controller: controllerOf(fullCase),
      agreement: agreement.reference,
    },
    version: { shown: version.number, newest: newest.number, sentAt: sentAt(notice, version) },
    otherVersions: notice.versions
      .filter(({ number }) => number !== version.number)
      .map(({ number, frozenAt }) => ({ number, href: `${path}/v/${number}${lang}`, at: frozenAt })),
    otherLanguage: otherLanguage(frame, at),
    ...acknowledging(opened, version, () =>
      guestForm({ questions: acknowledgeQuestions, action: `${path}${lang}`, visit: visitOf('ack') }, frame, contact),
    ),
    authority: authorityOf(opened),
    changes: old !== null && young !== null ? changeLines(old, young, frame) : [],
    before: before?.number ?? null,
    items: young === null ? [] : itemLines(young, frame, true, changed),
    ...besideOf(opened, version, frame),
    text: young === null ? reportText(opened) : null,
    ask: guestForm({ questions: askQuestions, action: `${path}/ask${lang}`, visit: visitOf('ask') }, frame, contact),
    questions: asked.map(({ id, text, askedAt, answeredAt, answer, urgentHours }) => ({
      text: text ?? '–',
      at: askedAt,
      dueAt: answerDue(askedAt, agreement, urgentHours),
      answeredAt,
      answer: answeredAt === null ? null : (answer ?? phrase(frame.language, { key: 'detail.erased' })),
      ...keptIn(
        notice.files,
        { id, answeredAt },
        { ...where, adds: byLink.some((one) => one.id === id) ? { question: 'goes' } : {} },
      ),
    })),
    measures: measuresShown(fullCase),
    answerMeasure: notice.measures.some(isAwaited) ? `${path}/measure${lang}` : null,
    promise: promiseOf(fullCase, frame, (at.asked ? asked.at(-1) : null) ?? null),
    asked: at.asked,
    earlier: at.earlier,
    pdf: pdf === undefined ? null : `${path}/pdf/${version.number}`,
    plain: mailTo(notice, version, contact.id) ? `${path}/text/${version.number}` : null,
    proof: proofOf(fullCase, version, contact.id, path),
    hash: pdf?.pdfId ?? null,
    expiresAt: null,
  };
}

/** What the letter says beside its items, in its own words, in the language of the page. */
function besideOf({ fullCase }: Opened, version: VersionState, { language }: Frame) {
  const beside = besideItems(fullCase, version, language);
  if (beside === null) return { chronology: [], behind: [] };
  const speaker = createSpeaker(language, fullCase.agreement.timeZone);
  return {
    chronology: sectionsOf(beforeItems(beside, speaker)),
    behind: sectionsOf(behindItems(beside, speaker)),
  };
}

/** The signed envelope, where a signed state of the journal stood when this version was frozen; why not, where none did. */
function proofOf({ notice }: FullCase, version: VersionState, contactId: string, path: string): GuestView['proof'] {
  if (notice.opened.exercise || mailTo(notice, version, contactId) === undefined) return null;
  const isProved = version.checkpointHash !== null;
  return { href: isProved ? `${path}/envelope/${version.number}` : null };
}

/** Only the newest version is acknowledged here; of an older one it is shown whether it was. */
function acknowledging(
  { fullCase: { notice, agreement }, contact }: Opened,
  version: VersionState,
  makeForm: () => GuestView['acknowledge'],
): Pick<GuestView, 'acknowledged' | 'acknowledge' | 'ackedBefore'> {
  const own = notice.acknowledgements.filter(({ contactId }) => contactId === contact.id);
  const acked = own.findLast((one) => one.version === version.number);
  const before = own.map((one) => one.version).filter((number) => number < version.number);
  const isNewest = version.number === newestVersion(notice)?.number;
  const isAsked = agreement.terms.acknowledgement.expected && version.kind !== 'withdrawal' && isNewest;
  return {
    acknowledged: acked ? { at: acked.at, name: acked.name ?? contact.name, function: acked.function ?? '–' } : null,
    acknowledge: isAsked ? makeForm() : null,
    ackedBefore: before.length === 0 ? null : Math.max(...before),
  };
}

/** The page itself: what is typed is sent along, and comes back in the other language. */
function otherLanguage({ language }: Frame, { link, shown, form }: At): GuestView['otherLanguage'] {
  const code = language === 'fr' ? 'en' : 'fr';
  const place = shown === null ? (form === 'ask' ? '/ask' : '') : `/v/${shown}`;
  const href = `/n/${link}${place}?lang=${code}`;
  return { href, code, label: phrase(code, { key: 'guest.otherLanguage' }) };
}

type Kind = 'breach' | 'suspected' | 'toldCertain' | 'withdrawn' | 'report';

function kindOf({ kind, provisional, toldCertain }: VersionState): Kind {
  if (kind === 'withdrawal') return 'withdrawn';
  if (kind === 'report') return 'report';
  if (toldCertain) return 'toldCertain';
  return provisional ? 'suspected' : 'breach';
}

const words: Record<Kind, { title: Word; summary: Word }> = {
  breach: { title: 'guest.title', summary: 'guest.summary' },
  suspected: { title: 'guest.titleSuspected', summary: 'guest.summarySuspected' },
  toldCertain: { title: 'guest.title', summary: 'guest.summaryToldCertain' },
  withdrawn: { title: 'guest.titleWithdrawn', summary: 'guest.summaryWithdrawn' },
  report: { title: 'guest.titleReport', summary: 'guest.summaryReport' },
};

/** A report says what this controller was told of the incident, and nothing of what others were. */
function reportText({ fullCase: { notice, incident } }: Opened): string | null {
  return incident.told.find(({ seq }) => seq === notice.opened.causeSeq)?.text ?? null;
}

/** Closed vocabulary and numbers of this version, as it was told; nothing that the notice itself does not say. */
function factsOf({ told, items, kind }: VersionState, { language }: Frame): GuestView['facts'] {
  if (kind === 'withdrawal' || kind === 'report') return [];
  const natures = told.nature.map((one) => phrase(language, { key: `nature.${one}` })).join(', ');
  const persons = items?.c.answer === 'value' ? items.c.persons : null;
  const instant = (label: Word, at: string | null) => (at === null ? [] : [{ label: { key: label }, value: '', at }]);
  return [
    {
      label: { key: 'incident.nature' },
      value: natures === '' ? { key: 'incident.natureUnknown' } : natures,
      at: null,
    },
    ...instant('incident.detected', told.detectedAt),
    ...instant('incident.aware', told.awareAt),
    {
      label: { key: 'incident.persons' },
      value:
        persons === null
          ? { key: 'incident.personsUnknown' }
          : { key: 'incident.personsAbout', values: { n: persons } },
      at: null,
    },
  ];
}
