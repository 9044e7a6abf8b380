import type { NoticeLetter } from '../../domain/letters/notice';
import type { Block } from '../blocks/block';
import { action, facts, heading, list, paragraph, when } from '../blocks/build';
import { writeCount } from '../grammar';
import type { Speaker } from '../speaker';

/** h) What is kept, and whether a complaint is considered. */
export const evidence = (data: Pick<NoticeLetter, 'evidence' | 'complaint'>, { say, answer }: Speaker): Block[] => [
  heading(say('h.title')),
  facts([say('h.evidence'), answer(data.evidence)], [say('h.complaint'), answer(data.complaint)]),
];

/** i) The controller's own limits, presumed from the sending: receipt alone is not ours to know (section 7.3). */
export function timeLimits(data: NoticeLetter, from: 'thisSending' | 'firstSending', speaker: Speaker): Block[] {
  const { say, language } = speaker;
  const hours = writeCount(language, data.authorityHours);
  return [
    heading(say('i.title')),
    paragraph(say(`i.${from}`, { hours, count: data.authorityHours, dueAt: data.authorityDueAt })),
    paragraph(say('i.earlier')),
    paragraph(say('i.persons')),
    paragraph(say('i.notAuthority')),
  ];
}

type Acknowledge = NoticeLetter['acknowledge'];

/** j) A link for this notice and this contact. A GET never acknowledges: mail scanners open links. */
export const acknowledge = ({ link, expected }: Acknowledge, title: string, { say }: Speaker): Block[] => [
  heading(title),
  ...when(expected, paragraph(say('acknowledge.expected'))),
  paragraph(say('acknowledge.how')),
  action(say('acknowledge.action'), link),
  paragraph(say('acknowledge.phone')),
];

export function annexes({ annexes: all }: NoticeLetter, { say }: Speaker): Block[] {
  const key = ({ encrypted, keyChannel }: (typeof all)[number]): string => {
    if (!encrypted) return say('annexes.plain');
    return keyChannel === null ? say('annexes.encryptedNoChannel') : say('annexes.encrypted', { channel: keyChannel });
  };
  const items = all.map((annex) => say('annexes.line', { name: annex.name, key: key(annex), sha256: annex.sha256 }));
  return [heading(say('annexes.title')), ...(all.length === 0 ? [paragraph(say('annexes.none'))] : list(items))];
}

/** The hash alone: a tree size would tell each controller how busy the others are. */
export const verification = (checkpoint: string | null, { say }: Speaker): Block[] => [
  heading(say('verify.title')),
  paragraph(checkpoint === null ? say('verify.none') : say('verify.checkpoint', { hash: checkpoint })),
];
