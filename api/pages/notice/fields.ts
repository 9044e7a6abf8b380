import { isTooFar } from '../../../domain/incident/chronology';
import type { Contact } from '../../../domain/letters/head';
import { type Answer, type Draft, type Items, NamedContact, type PersonsAnswer } from '../../../domain/notice/items';
import { isEmail } from '../../../domain/party/email';
import { isPhone } from '../../../domain/party/phone';
import { inputMoment } from '../../../templates/pages/frame/moment';
import type { Word } from '../../../templates/pages/words/word';
import { type Question, type Raw, readMoment } from '../forms/question';
import { othersBox } from '../forms/othersBox';

export type Tri = 'c' | 'd' | 'e';
export const tris: readonly Tri[] = ['c', 'd', 'e'];
export type Choice = 'value' | 'follow' | 'never';

const choices = { value: 'value', toFollow: 'follow', cannotBeDetermined: 'never' } as const;

/** Questions of a notice. Which of c, d, e must be answered is asked for apart, since an empty draft is a draft. */
export function questionsOf(zone: string) {
  const of = (name: string, kind: Question['kind'], label: Word, more: Partial<Question> = {}): Question => ({
    name,
    kind,
    label: { key: label },
    ...more,
  });
  const eta = (letter: Tri) =>
    of(`${letter}-eta`, 'moment', 'draft.eta', { hint: { key: 'form.zone', values: { zone } }, missing: 'err.eta' });
  const why = (letter: Tri) => of(`${letter}-why`, 'area', 'draft.why');
  return {
    a: [of('a', 'area', 'draft.aLabel')],
    b: [
      of('b-name', 'text', 'draft.bName'),
      of('b-role', 'text', 'draft.bRole', { optional: true }),
      of('b-phone', 'tel', 'draft.bPhone', { optional: true, missing: 'err.contact' }),
      of('b-email', 'email', 'draft.bEmail', { optional: true }),
      of('b-always', 'checks', 'draft.bAlways', {
        options: [{ value: 'yes', label: { key: 'draft.bAlwaysYes' } }],
        optional: true,
      }),
    ],
    c: {
      value: [
        of('c-text', 'area', 'draft.cText'),
        of('c-persons', 'number', 'draft.cPersons', { optional: true }),
        of('c-records', 'number', 'draft.cRecords', { optional: true }),
      ],
      follow: [eta('c')],
      never: [why('c')],
    },
    d: { value: [of('d-text', 'area', 'draft.dText')], follow: [eta('d')], never: [why('d')] },
    e: { value: [of('e-text', 'area', 'draft.eText')], follow: [eta('e')], never: [why('e')] },
    others: othersBox,
    othersInReason: of('reasonConfirmed', 'checks', 'draft.othersInReason', {
      options: [{ value: 'yes', label: { key: 'draft.othersInReasonYes' } }],
      missing: 'err.otherNamed',
    }),
    late: of('lateReason', 'area', 'draft.lateReason', { hint: { key: 'draft.lateHint' } }),
  };
}

/** A draft as the fields of its form: what a browser would have sent for it. */
export function rawOf(draft: Draft, contacts: readonly Contact[], zone: string): Raw {
  const [contact] = draft.b ?? contacts;
  return {
    a: draft.a ?? '',
    'b-name': contact?.name ?? '',
    'b-role': contact?.role ?? '',
    'b-phone': contact?.phone ?? '',
    'b-email': contact?.email ?? '',
    ...(contact?.always === true && { 'b-always.yes': 'yes' }),
    ...rawAnswer('c', draft.c, zone),
    ...rawAnswer('d', draft.d, zone),
    ...rawAnswer('e', draft.e, zone),
  };
}

function rawAnswer(letter: Tri, answer: Answer | PersonsAnswer | null, zone: string): Raw {
  if (answer === null) return {};
  const chosen = { [letter]: choices[answer.answer] };
  switch (answer.answer) {
    case 'value': {
      const numbers =
        'persons' in answer
          ? { 'c-persons': answer.persons?.toString() ?? '', 'c-records': answer.records?.toString() ?? '' }
          : {};
      return { ...chosen, ...numbers, [`${letter}-text`]: answer.text };
    }
    case 'toFollow':
      return { ...chosen, [`${letter}-eta`]: answer.eta === null ? '' : inputMoment(answer.eta, zone) };
    case 'cannotBeDetermined':
      return { ...chosen, [`${letter}-why`]: answer.reason };
  }
}

export const textIn = (raw: Raw, name: string): string => (Object.hasOwn(raw, name) ? (raw[name] ?? '').trim() : '');

export function choiceIn(raw: Raw, letter: Tri): Choice | null {
  const chosen = textIn(raw, letter);
  return chosen === 'value' || chosen === 'follow' || chosen === 'never' ? chosen : null;
}

/** Whatever can be kept of a form, so that nothing which was typed is lost and what can leave by itself may. */
export function draftIn(raw: Raw, others: readonly Contact[], zone: string, now: Date): Draft {
  return {
    a: textIn(raw, 'a') || null,
    b: contactsIn(raw, others),
    c: personsIn(raw, zone, now),
    d: answerIn(raw, 'd', zone, now),
    e: answerIn(raw, 'e', zone, now),
  };
}

function contactsIn(raw: Raw, others: readonly Contact[]): Draft['b'] {
  const name = textIn(raw, 'b-name');
  // What reaches nobody, or shows as another name, never leaves by itself; the form says so and gives it back.
  const [phone = ''] = [textIn(raw, 'b-phone')].filter(isPhone);
  const [email = ''] = [textIn(raw, 'b-email')].filter(isEmail);
  if (name === '' || (phone === '' && email === '')) return null;
  const always = Object.hasOwn(raw, 'b-always.yes');
  const typed = { name, role: textIn(raw, 'b-role') || null, phone: phone || null, email: email || null, always };
  const first = NamedContact.safeParse(typed);
  return first.success ? [first.data, ...others.slice(1)] : null;
}

function answerIn(raw: Raw, letter: Tri, zone: string, now: Date): Answer | null {
  switch (choiceIn(raw, letter)) {
    case 'value': {
      const text = textIn(raw, `${letter}-text`);
      return text === '' ? null : { answer: 'value', text };
    }
    case 'follow': {
      const read = readMoment(raw, `${letter}-eta`, zone);
      const isDate = read.ok && read.value !== '' && !isTooFar(read.value, now);
      return { answer: 'toFollow', eta: isDate ? read.value : null };
    }
    case 'never': {
      const reason = textIn(raw, `${letter}-why`);
      return reason === '' ? null : { answer: 'cannotBeDetermined', reason };
    }
    case null:
      return null;
  }
}

function personsIn(raw: Raw, zone: string, now: Date): Items['c'] | null {
  const answer = answerIn(raw, 'c', zone, now);
  if (answer?.answer !== 'value') return answer;
  const count = (name: string) => {
    const digits = textIn(raw, name).replaceAll(/\D/g, '');
    return digits === '' ? null : Number(digits);
  };
  return { ...answer, persons: count('c-persons'), records: count('c-records') };
}

/** What is promised is yet to come, within a year. */
export function pastFault({ name, kind }: Question, raw: Raw, zone: string, now: Date): Word | null {
  if (kind !== 'moment') return null;
  const read = readMoment(raw, name, zone);
  if (!read.ok || read.value === '') return null;
  if (isTooFar(read.value, now)) return 'err.tooFar';
  return Date.parse(read.value) <= now.getTime() ? 'err.etaPast' : null;
}
