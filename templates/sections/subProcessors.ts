import type { NoticeLetter } from '../../domain/letters/notice';
import type { Block } from '../blocks/block';
import { heading, paragraph, table, warning, when } from '../blocks/build';
import type { Speaker } from '../speaker';

/** f) Who else processes, and whether the contract allows it. */
export function subProcessors({ subProcessors: all }: NoticeLetter, { say }: Speaker): Block[] {
  const head = [say('f.name'), say('f.service'), say('f.authorised'), say('f.touched')];
  const rows = all.map(({ name, country, service, authorised, touched }) => [
    `${name} (${country})`,
    service,
    say(authorised ? 'word.yes' : 'word.no'),
    say(`word.${touched}`),
  ]);
  return [
    heading(say('f.title')),
    all.length === 0 ? paragraph(say('f.none')) : table(head, rows),
    ...when(
      all.some(({ authorised }) => !authorised),
      warning(say('f.unauthorised')),
    ),
  ];
}
