import { word } from '../../templates/pages/words/word';
import { duration } from '../shell/show';
import type { Language } from '../shell/language';
import { DEMO_CONTROLLER, DEMO_SIREN } from './fixtures';
import type { Case } from './shapes';
import type { Stage } from './stage';

const SCORE = {
  data: [{ type: 'contact-details', class: 'simple', adjustment: 1 }],
  ease: 'maximum',
  circumstances: {
    confidentiality: 'unknownRecipients',
    integrity: 'untouched',
    availability: 'untouched',
    malicious: 'intentional',
  },
  persons: { approx: 310 },
  unintelligible: false,
};
const FINDINGS = {
  outflow: 'happened',
  recipients: 'other',
  outage: 'none',
  identityTheft: 'no',
  specialPersons: 'no',
};
const QUARTER = 4;

/** Chapter 9: a score proposes, persons decide; then the authority's form, and what the persons are told. */
export async function judgeCase(stage: Stage, { id }: Case, language: Language): Promise<void> {
  const { story, controller } = stage;
  const { acts, house } = controller;
  const { text } = story;
  story.chapter('9');
  await acts.act('dpo', id, 'qualification', { nature: ['confidentiality'], reason: text('2.why') });
  await acts.act('dpo', id, 'scores', { score: SCORE, findings: FINDINGS });
  const [score] = (await acts.read(id)).scores;
  const risk = (value: 'unlikely' | 'risk' | 'high') => word(language, `risk.${value}`, {});
  const proposed = score?.proposal.risk ?? 'unlikely';
  story.check(proposed === 'high', '9.proposed', {
    score: ((score?.severity.se ?? 0) / QUARTER).toLocaleString(language),
    risk: risk(proposed),
  });

  await acts.act('dpo', id, 'advice', { risk: 'high', text: text('9.advice') });
  await acts.act('director', id, 'risk', {
    risk: 'high',
    doubt: false,
    conclusion33: 'notify',
    conclusion34: 'tell',
    facts: text('6.c'),
    safeguards: text('6.e'),
    likelyImpact: text('6.d'),
  });
  const decided = (await acts.read(id)).decisions.at(-1);
  story.check(decided?.byId === house.members.director.personId, '9.decided', { risk: risk(decided?.risk ?? 'high') });

  await tellAuthority(stage, id, language);
  await acts.act('dpo', id, 'persons/draft', draftIn(language, text('9.message'), text('6.e')));
  const { persons, telling } = await acts.read(id);
  const [frozen] = telling.draft?.texts ?? [];
  story.check(persons === 'DRAFTED' && frozen !== undefined, '9.persons', { hash: (frozen?.hash ?? '').slice(0, 12) });
}

/** The form's own fields: what is missing is named, then said; what is still open is for the complementary one. */
async function tellAuthority({ story, controller: { acts, house }, now }: Stage, id: string, language: Language) {
  const before = await acts.sheet(id);
  const labels = before.missing.map(({ label }) => label).join(', ');
  story.check(before.missing.length > 0, '9.missing', { count: before.missing.length, labels });
  const contactPerson = {
    civility: null,
    lastName: 'Épreuve',
    firstName: 'Charlie',
    email: house.members.dpo.email,
    function: story.text('7.function'),
    isDpo: true,
    phone: null,
  };
  const change = {
    siren: DEMO_SIREN,
    organisationName: DEMO_CONTROLLER,
    contactPerson,
    description: story.text('6.c'),
    harms: ['fraud', 'loss-of-control'],
  };
  await acts.act('dpo', id, 'record', { change });
  const after = await acts.sheet(id);
  const open = after.toComplete.length;
  story.check(
    after.missing.length === 0 && open > 0,
    '9.ready',
    { open },
    after.missing.map(({ label }) => label).join(),
  );
  const sentAt = now().toISOString();
  const receipt = 'DEMO-0001';
  await acts.act('dpo', id, 'authority/filings', {
    authorityId: 'cnil',
    type: 'initial',
    sentAt,
    receiptNumber: receipt,
  });
  const { authority, clock } = await acts.read(id);
  const left = duration(Date.parse(clock.strict ?? '') - Date.parse(sentAt), language);
  story.check(authority === 'INITIAL_SENT', '9.filed', { receipt, left }, authority);
}

const draftIn = (language: Language, what: string, measures: string) =>
  language === 'fr' ? { fr: what, measuresFr: measures } : { en: what, measuresEn: measures };
