import type { PersonsMessage, PublicNotice, ToldData } from '../../domain/letters/persons';
import type { Block } from '../blocks/block';
import { heading, list, paragraph } from '../blocks/build';
import { writeDay } from '../grammar';
import type { Speaker } from '../speaker';

/** The headings of wording D in their order: happened, data, consequences, done, to do, contact, rights. */
export const toPersons = (data: PersonsMessage, speaker: Speaker): Block[] => {
  const { say } = speaker;
  const { happened, measures, contact, authority } = data;
  return [
    heading(say('toPersons.happened')),
    paragraph(happened),
    heading(say('toPersons.data')),
    ...namedOr(
      data.data.map((one) => say(`toPersons.data.${one}`)),
      say('toPersons.dataIntro'),
      say('toPersons.dataUnknown'),
    ),
    heading(say('toPersons.consequences')),
    ...namedOr(
      data.harms.map((one) => say(`toPersons.harm.${one}`)),
      say('toPersons.harmIntro'),
      say('toPersons.harmNone'),
    ),
    heading(say('toPersons.done')),
    paragraph(measures ?? say('toPersons.doneLater')),
    heading(say('toPersons.todo')),
    ...list(adviceFor(data).map((one) => say(`toPersons.do.${one}`))),
    heading(say('toPersons.contact')),
    paragraph(say('toPersons.contactIntro', { reference: data.head.reference })),
    ...list([speaker.contact(contact)]),
    heading(say('toPersons.rights')),
    paragraph(say('toPersons.rightsText', { authority: authority.name })),
    ...list(authority.address === null ? [] : [authority.address]),
  ];
};

/** Whom a public notice concerns: who, and about how many. */
export const whomItConcerns = ({ persons, count }: PublicNotice, speaker: Speaker): Block[] => {
  const { say, amount } = speaker;
  const who = persons.map((one) => say(`toPublic.person.${one}`));
  return [
    heading(say('toPublic.whom')),
    ...namedOr(who, say('toPublic.whomIntro'), say('toPublic.whomUnknown')),
    paragraph(say('toPublic.count', { count: amount(count) })),
  ];
};

/** The period that a public notice is about (domain rules 8 E). */
export const whenItWas = ({ period }: PublicNotice, speaker: Speaker): Block[] => [
  heading(speaker.say('toPublic.when')),
  paragraph(periodWords(period, speaker)),
  ...(period !== null && 'estimated' in period && period.estimated
    ? [paragraph(speaker.say('toPublic.estimated'))]
    : []),
];

function periodWords(period: PublicNotice['period'], { say, instant, language }: Speaker): string {
  switch (period?.period) {
    case 'day':
      return say('toPublic.day', { day: writeDay(language, period.on) });
    case 'range':
      return say('toPublic.range', { from: instant(period.from), to: instant(period.to) });
    case 'ongoing':
      return period.from === null
        ? say('toPublic.ongoing')
        : say('toPublic.ongoingFrom', { from: instant(period.from) });
    default:
      return say('toPublic.whenUnknown');
  }
}

/** Where a public notice is read, corrected as it may be; a telephone that the contact does not name is said to be missing. */
export const whereItIsRead = ({ link, contact }: PublicNotice, { say }: Speaker): Block[] => [
  heading(say('toPublic.where')),
  paragraph(say('toPublic.link', { link })),
  paragraph(contact.phone === null ? say('toPublic.noPhone') : say('toPublic.phone', { phone: contact.phone })),
];

const namedOr = (items: string[], intro: string, none: string): Block[] =>
  items.length === 0 ? [paragraph(none)] : [paragraph(intro), ...list(items)];

type Advice = 'beware' | 'password' | 'bank' | 'identity' | 'file';

const ADVICE: readonly { advice: Advice; when: readonly ToldData[] }[] = [
  { advice: 'password', when: ['identification-or-access'] },
  { advice: 'bank', when: ['financial-or-economic'] },
  { advice: 'identity', when: ['national-id-number', 'official-documents', 'civil-status'] },
];

/** What helps depends on what was touched; to beware of false messages, and where to report a crime, helps everybody. */
function adviceFor({ data }: PersonsMessage): Advice[] {
  const fitting = ADVICE.filter(({ when }) => data.some((one) => when.includes(one))).map(({ advice }) => advice);
  return ['beware', ...fitting, 'file'];
}
