import type { ControllerCase } from '../../domain/controllerCase/case';
import type { Sending } from '../../domain/controllerCase/persons';
import type { Language } from '../../domain/letters/head';
import type { Context } from '../ports/ports';

/** The message that was accepted with a list, as it was frozen, in each language in which it was written and not erased. */
export async function messagesOf(
  { orgId, ports }: Context,
  { id }: ControllerCase,
  { draft }: Sending,
): Promise<Map<Language, Buffer>> {
  const messages = new Map<Language, Buffer>();
  for (const { text, language, documentId } of draft?.texts ?? []) {
    const document = text === 'message' ? await ports.documents.get(orgId, id, documentId) : null;
    if (document !== null) messages.set(language, document.bytes);
  }
  return messages;
}

/** What somebody reads: in their language where it was written in it. @throws Error where nothing is left: nothing leaves blank */
export function spokenTo<T>(messages: ReadonlyMap<Language, T>): (language: Language | null) => T {
  const usual = messages.get('fr') ?? messages.get('en');
  if (usual === undefined) throw new Error('the frozen message is gone');
  return (language) => (language === null ? usual : (messages.get(language) ?? usual));
}
