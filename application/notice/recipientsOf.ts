import { contactsOf, type NoticeContact } from '../../domain/agreement/contacts';
import type { FullCase } from './readCase';

/** To whom something of this notice may leave: of an exercise, only to contacts that opted in to be tested (invariant 12). */
export const recipientsOf = ({ notice, agreement }: FullCase): NoticeContact[] =>
  contactsOf(agreement).filter(({ acceptsExercises }) => acceptsExercises || !notice.opened.exercise);
