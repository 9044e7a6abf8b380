import { z } from 'zod';
import type { FullCase } from '../../application/notice/readCase';
import type { NoticeContact } from '../../domain/agreement/contacts';
import { answerDue } from '../../domain/notice/answerDue';
import type { Frame } from '../../templates/pages/frame/frame';
import { momentWords } from '../../templates/pages/frame/moment';
import type { GuestForm } from '../../templates/pages/guest';
import { phrase, type Said } from '../../templates/pages/words/word';
import { filesQuestion } from '../pages/forms/filesAlong';
import { urgent } from '../pages/forms/kit';
import { fieldOf, type Question } from '../pages/forms/question';
import { refusedForm } from '../pages/forms/refusal';
import type { AnyVisit } from '../pages/frame';

export const acknowledgeQuestions: readonly Question[] = [
  { name: 'name', kind: 'text', label: { key: 'guest.name' } },
  { name: 'function', kind: 'text', label: { key: 'guest.function' } },
];

export const askQuestions: readonly Question[] = [
  { name: 'question', kind: 'area', label: { key: 'guest.question' }, hint: { key: 'guest.questionHint' } },
  urgent,
  filesQuestion,
];

/** The fields of a guest's form by name: no other is read, and no other waits when it is refused. */
export const guestFields = (...names: readonly string[]) =>
  z.object(Object.fromEntries(names.map((name) => [name, z.string().default('')])));

/** Until when a question is answered: one asked now by the contract's own term, an urgent one by its hours. */
export function promiseOf({ agreement }: Pick<FullCase, 'agreement'>, frame: Frame, asked: Asked | null): Said {
  const { urgentHours = null, askedAt = frame.now } = asked ?? {};
  if (urgentHours !== null) {
    return {
      key: 'guest.answerUrgent',
      values: { at: momentWords(answerDue(askedAt, agreement, urgentHours), frame, 'end') },
    };
  }
  const days = agreement.terms.requests.workingDays;
  const at = momentWords(answerDue(askedAt, agreement), frame, 'end');
  return { key: days === 1 ? 'guest.answerDay' : 'guest.answerDays', values: { n: String(days), at } };
}

type Asked = { askedAt: string; urgentHours: number | null };

type Sent = Pick<AnyVisit, 'refusal' | 'formKey'>;
type Made = {
  questions: readonly Question[];
  action: string;
  /** What was refused, with what was typed beside it. */
  visit: Sent;
};

/** Of a visit whose refusal is of a neighbour's questions: what was typed, without its faults. */
export const asTyped = (visit: Sent): Sent => ({
  ...visit,
  refusal: visit.refusal && { ...visit.refusal, error: { code: 'form.filled' } },
});

/**
 * A form for the holder of a link. It starts with the contact's function, which the contract gives. Their name they say
 * themselves: a contract may name a desk ("Astreinte DSI"), and nothing tells a desk from a person.
 */
export function guestForm(
  { questions, action, visit }: Made,
  frame: Frame,
  contact: Pick<NoticeContact, 'role'>,
): GuestForm {
  const refused = refusedForm(questions, visit, frame.zone, frame, new Map());
  const raw = questions.some(({ name }) => Object.hasOwn(refused.raw ?? {}, name)) ? refused.raw : null;
  const starts: Record<string, Said> = { function: { key: `contact.${contact.role}` } };
  return {
    action,
    key: visit.formKey,
    faults: refused.summary,
    fields: questions.map((question) => {
      const start = starts[question.name];
      const filled = start === undefined ? question : { ...question, start: phrase(frame.language, start) };
      return fieldOf(filled, raw, frame.zone, refused.errorAt(question.name));
    }),
  };
}
