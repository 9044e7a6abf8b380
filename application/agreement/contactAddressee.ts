import type { AgreementVersion } from '../../domain/agreement/fold';
import type { Addressee } from '../../domain/letters/head';

/** Who writes to a contact, as the version in force names us; after an erasure it names nobody. */
export const senderOf = ({ document }: Pick<AgreementVersion, 'document'>): string =>
  document?.processor.name ?? 'Vigie';

/** To whom a mail about an agreement itself is written: a contact of the version in force. */
export function contactAddressee(
  reference: string,
  { document, version }: AgreementVersion,
  { name, role }: { name: string; role: string },
): Addressee {
  return {
    controller: document?.controller.name ?? reference,
    contact: name,
    role,
    agreement: reference,
    agreementVersion: version,
    service: document?.processing.service ?? reference,
  };
}
