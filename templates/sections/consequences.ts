import type { TextAnswer } from '../../domain/letters/answer';
import type { Block } from '../blocks/block';
import { paragraph, when } from '../blocks/build';
import type { Speaker } from '../speaker';

/** d) The processor's technical view; the risk is for the controller to assess (domain rules E6). */
export const consequences = (answer: TextAnswer, speaker: Speaker): Block[] => [
  paragraph(speaker.answer(answer)),
  ...when(answer.answer === 'value', paragraph(speaker.say('d.view'))),
];
