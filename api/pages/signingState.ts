import { SIGNING_LINK_DAYS } from '../../application/agreement/signingLinks';
import { contactsOf } from '../../domain/agreement/contacts';
import type { Agreement, AgreementVersion } from '../../domain/agreement/fold';
import { newestSigned } from '../../domain/agreement/versions';
import { lastResult, type Outgoing } from '../../domain/delivery/outbox';
import { DAY_MS, plusMs } from '../../domain/shared/instant';
import type { SigningState } from '../../templates/pages/agreements';

/** Where an amendment stands at `now`: who has signed it, who has not, and the links by which a contact may. */
export function signingState(agreement: Agreement, proposed: AgreementVersion, now: Date): SigningState {
  const sides = (['processor', 'controller'] as const).map((side) => {
    const signed = proposed.signatures.find((one) => one.side === side);
    const by = signed === undefined ? null : [signed.name, signed.function].filter(Boolean).join(', ');
    return { side: { key: `side.${side}` as const }, by, at: signed?.signedAt ?? null };
  });
  const isSigned = proposed.signatures.some(({ side }) => side === 'controller');
  return { sides, links: isSigned ? [] : linksOf(agreement, proposed, now) };
}

/** The newest link of each contact; an older one opens nothing any more. */
function linksOf(agreement: Agreement, { recordedAt }: AgreementVersion, now: Date): SigningState['links'] {
  const current = newestSigned(agreement);
  const contacts = current === null ? [] : contactsOf(current);
  const issued = agreement.outbox.filter(({ frozenAt }) => Date.parse(frozenAt) >= Date.parse(recordedAt));
  const newest = new Map(issued.map((mail) => [mail.to.id, mail]));
  return [...newest.values()].map((mail) => {
    const expiresAt = plusMs(mail.frozenAt, SIGNING_LINK_DAYS * DAY_MS);
    return {
      who: contacts.find(({ id }) => id === mail.to.id)?.name ?? mail.to.id,
      at: mail.frozenAt,
      mail: { key: `proof.${mailState(mail)}` as const },
      expiresAt,
      expired: Date.parse(expiresAt) <= now.getTime(),
    };
  });
}

const mailState = (mail: Outgoing) => lastResult(mail) ?? 'waiting';
