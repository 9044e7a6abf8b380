import type { Block } from '../blocks/block';
import { action, paragraph } from '../blocks/build';
import type { Speaker } from '../speaker';

/** Where the contact says that it was told; nothing where the words are read on the telephone. */
export const toAcknowledge = (link: string | null, { say }: Speaker): Block[] =>
  link === null ? [] : [paragraph(say('atOnce.acknowledge')), action(say('contactReminder.action'), link)];
