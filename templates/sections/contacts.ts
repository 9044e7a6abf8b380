import type { Contact } from '../../domain/letters/head';
import type { Block } from '../blocks/block';
import { list, paragraph } from '../blocks/build';
import type { Speaker } from '../speaker';

/** b) Whom to ask, day and night. */
export const contactPoint = (contacts: readonly Contact[], speaker: Speaker): Block[] => [
  paragraph(speaker.say('b.intro')),
  ...contactList(contacts, speaker),
];

export const contactList = (contacts: readonly Contact[], { contact }: Speaker): Block[] =>
  list(contacts.map((one) => contact(one)));
