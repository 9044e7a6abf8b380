import { expiredPage, problemPage } from '../../templates/pages/outside';
import type { Word } from '../../templates/pages/words/word';
import { type ApiError, problemTable } from '../http/problems';
import type { RenderProblem } from '../http/showPage';
import { enterHouse, guestFrame } from './frame';
import type { PageHouse } from './house';

type Words = { title: Word; what: Word };
const of = (name: string): Words => ({ title: `problem.${name}Title` as Word, what: `problem.${name}` as Word });

/** A refusal as a page: what it is, what to do, a way out. Nothing of the request is repeated. */
export const renderProblemOf =
  (house: PageHouse): RenderProblem =>
  async (error, reader, visit) => {
    const inside = visit === undefined ? null : await enterHouse(house, visit, null, '');
    const frame = inside?.ok === true ? inside.value.frame : guestFrame(house, reader, 'UTC');
    if (error.code === 'link.expired') {
      return expiredPage(frame, 'Vigie', { action: `/n/${reader.params['token'] ?? ''}/renew`, sent: false });
    }
    const { title, what } = wordsOf(error);
    const { status } = problemTable[error.code];
    return problemPage(frame, { status, title: { key: title }, what: { key: what }, changed: [], back: '/' });
  };

function wordsOf({ code }: ApiError): Words {
  switch (code) {
    case 'subject.unknown':
    case 'approval.unknown':
    case 'method.refused':
      return of('unknown');
    case 'link.unknown':
    case 'link.expired':
      return of('link');
    case 'actor.forbidden':
    case 'credentials.missing':
      return of('forbidden');
    case 'origin.refused':
    case 'session.ended':
    case 'form.filled':
      return of('origin');
    case 'attempts.exceeded':
      return of('busy');
    case 'database.away':
      return of('away');
    case 'subject.unreadable':
      return of('newer');
    case 'input.invalid':
    case 'body.tooLarge':
    case 'body.unsupported':
    case 'headers.tooLarge':
      return of('input');
    case 'unexpected':
      return of('fault');
    default:
      return of('state');
  }
}
