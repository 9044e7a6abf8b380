import type { ControllerCase } from '../../domain/controllerCase/case';
import type { Published } from '../../domain/controllerCase/persons';
import type { Language } from '../../domain/letters/head';
import { done, refused, type Result } from '../../domain/shared/errors';
import type { Ports } from '../ports/ports';

export type PublicNoticeText = Pick<Published, 'version' | 'at'> & {
  bytes: Buffer;
  language: Language;
  languages: readonly Language[];
  zone: string;
};

/**
 * The public notice of a case as it stands, for whoever has its address (GDPR Art 34(3)(c)): frozen words that name no person.
 *
 * @param language the one asked for; another where it was not written in it
 * @returns `subject.unknown` where nothing is public, was erased, or may not be: nobody learns whether there is such a case
 */
export async function readPublicNotice(
  ports: Ports,
  { orgId, caseId, language }: { orgId: string; caseId: string; language: Language | null },
): Promise<Result<PublicNoticeText>> {
  const one = await ports.projections.read(orgId, 'controllerCase', caseId);
  const published = one === null || isKeptBack(one) ? null : one.persons.published;
  const frozen = published?.texts.find((text) => text.language === language) ?? published?.texts[0];
  if (one === null || published === null || frozen === undefined) return refused({ code: 'subject.unknown' });
  const document = await ports.documents.get(orgId, caseId, frozen.documentId);
  if (document === null) return refused({ code: 'subject.unknown' });
  const { version, at, texts } = published;
  const languages = texts.map((text) => text.language);
  const { zone } = one.opened;
  return done({ version, at, bytes: document.bytes, language: frozen.language, languages, zone });
}

/** An exercise tells nobody (invariant 12); what is no breach, or on hold at the police's request, is not public meanwhile. */
const isKeptBack = ({ opened, ruledOut, persons }: ControllerCase): boolean =>
  opened.exercise || ruledOut !== null || persons.state === 'ON_HOLD';
