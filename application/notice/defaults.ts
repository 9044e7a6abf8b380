import type { Contact } from '../../domain/letters/head';
import type { Nature } from '../../domain/deadline/breachClock';
import type { Defaults } from '../../domain/notice/decideVersion';
import type { FullCase } from './readCase';
import { isToSplit } from './toldWords';

const NATURES: Record<'fr' | 'en', Record<Nature, string>> = {
  fr: { confidentiality: 'confidentialité', integrity: 'intégrité', availability: 'disponibilité' },
  en: { confidentiality: 'confidentiality', integrity: 'integrity', availability: 'availability' },
};

/**
 * What a notice can say without anybody: a from the incident's closed vocabulary, b from Annex 1. Never the
 * incident's free text, which may name another controller (architecture section 3b).
 */
export function defaultsOf(fullCase: FullCase): Defaults {
  const { incident, agreement } = fullCase;
  const a = natureWords(incident.clock.nature, agreement.language);
  return { a, b: contactsOfProcessor(agreement), isToSplit: isToSplit(fullCase) };
}

function natureWords(nature: readonly Nature[], language: 'fr' | 'en'): string {
  const names = nature.map((one) => NATURES[language][one]).join(', ');
  if (language === 'fr') {
    return names === ''
      ? 'Violation suspectée, nature non encore déterminée.'
      : `Perte possible de : ${names}. Circonstances non encore établies.`;
  }
  return names === ''
    ? 'Suspected breach, nature not yet determined.'
    : `Possible loss of: ${names}. Circumstances not yet established.`;
}

/** The processor's DPO, as the contract names them. */
export function contactsOfProcessor({ document, language }: FullCase['agreement']): Contact[] {
  const { dpo } = documentOf(document).processor;
  const role = language === 'fr' ? 'délégué à la protection des données' : 'data protection officer';
  return [{ name: dpo.name, role, email: dpo.email ?? null, phone: dpo.phone ?? null, always: false }];
}

/** @throws Error when the contract's text was erased: nothing may be sent under it any more */
export function documentOf<T>(document: T | null): T {
  if (document === null) throw new Error('the text of this agreement was erased');
  return document;
}
