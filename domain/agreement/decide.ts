import { createHash } from 'node:crypto';
import { partyIdOf } from '../party/siren';
import { done, type Issue, refused, type Result } from '../shared/errors';
import type { Json } from '../shared/jcs';
import { type AmendedAnnex1, type Annex1, type AnyAnnex1, documentHashOf } from './annex1';
import { contactIdsOf, contactsOf } from './contacts';
import { differences } from './diff';
import type { AgreementEvent, VersionRecorded } from './events';
import type { Agreement, AgreementVersion } from './fold';
import { type AgreementCommand, agreementTransitions, allowedOn } from './transitions';
import { newestSigned, proposedVersion } from './versions';

/** Who signs: a person of management for the processor, a contact of the version in force for the controller. */
export type Signer = { side: 'processor' | 'controller'; id: string };

export type Command =
  | { kind: 'amendment.propose'; document: AmendedAnnex1 }
  | { kind: 'amendment.sign'; signer: Signer; documentHash: string; name: string; function: string }
  | { kind: 'amendment.withdraw'; reason: string };

/** One controller's reference names one agreement: its id follows from both, so that nobody records it twice. */
export function agreementIdOf({ controller, reference }: Pick<AnyAnnex1, 'controller' | 'reference'>): string {
  const name = JSON.stringify([controller.siren, reference]);
  return `agr-${createHash('sha256').update(name).digest('hex').slice(0, 24)}`;
}

/** A contract signed on paper by both sides. */
export function decideRecord(document: Annex1, partyId?: string): Result<AgreementEvent> {
  if (document.version !== 1) {
    const message = 'the first version is 1: later ones come by amendment';
    return refused({ code: 'input.invalid', issues: [{ pointer: '/version', message }] });
  }
  return done({
    type: 'agreement.recorded',
    values: recordOf(document, partyId ?? partyIdOf(document.controller.siren)),
  });
}

function recordOf(document: AnyAnnex1, partyId: string): VersionRecorded {
  const { reference, version, inForceFrom, endsOn, terms, language, timeZone, calendar } = document;
  const facts = { partyId, reference, version, inForceFrom, endsOn, terms, language, timeZone, calendar };
  return { ...facts, documentHash: documentHashOf(document), document, contactIds: null };
}

/** What a command does to an agreement at `now`, or every reason why it may not (duty S3-20). */
export function decideAgreement(agreement: Agreement, command: Command, now: Date): Result<AgreementEvent> {
  const { stage } = agreement;
  if (!isAllowed(stage, command.kind)) {
    return refused({ code: 'state.refused', state: stage, command: command.kind, allowed: allowedOn(stage) });
  }
  switch (command.kind) {
    case 'amendment.propose':
      return propose(agreement, command.document);
    case 'amendment.sign':
      return sign(agreement, command, now);
    case 'amendment.withdraw': {
      const version = proposedVersion(agreement)?.version ?? 0;
      return done({ type: 'agreement.amendmentWithdrawn', values: { version, reason: command.reason } });
    }
  }
}

const isAllowed = (stage: Agreement['stage'], kind: AgreementCommand): boolean =>
  agreementTransitions.some(({ from, on }) => from === stage && on === kind);

function propose(agreement: Agreement, document: AmendedAnnex1): Result<AgreementEvent> {
  const current = newestSigned(agreement);
  const issues = amendmentIssues(agreement, current, document);
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  const signed = agreement.versions.filter(({ state }) => state === 'SIGNED');
  const contactIds = contactIdsOf({ version: document.version, document }, signed);
  const values = { ...recordOf(document, agreement.partyId), contactIds };
  return done({ type: 'agreement.amendmentProposed', values });
}

function amendmentIssues(agreement: Agreement, current: AgreementVersion | null, document: AmendedAnnex1): Issue[] {
  const next = (current?.version ?? 0) + 1;
  const issues: Issue[] = [];
  const same = (pointer: string, is: string, was: string | undefined) => {
    if (was !== undefined && is !== was)
      issues.push({ pointer, message: `stays ${was}: another is another agreement` });
  };
  if (document.version !== next) issues.push({ pointer: '/version', message: `the next version is ${next}` });
  same('/reference', document.reference, agreement.reference);
  same('/controller/siren', document.controller.siren, current?.document?.controller.siren);
  same('/processor/siren', document.processor.siren, current?.document?.processor.siren);
  const { signatures: _signatures, ...old } = current?.document ?? {};
  const changed = differences(old as Json, document as Json).filter(({ pointer }) => pointer !== '/version');
  if (changed.length === 0) issues.push({ pointer: '', message: 'changes nothing' });
  return issues;
}

function sign(agreement: Agreement, command: Extract<Command, { kind: 'amendment.sign' }>, now: Date) {
  const { signer, documentHash, name, function: title } = command;
  const proposed = proposedVersion(agreement);
  const current = newestSigned(agreement);
  const contacts = current === null ? [] : contactsOf(current).map(({ id }) => id);
  if (proposed === null || (signer.side === 'controller' && !contacts.includes(signer.id))) {
    return refused({ code: 'actor.forbidden' });
  }
  const issues: Issue[] = [];
  if (documentHash !== proposed.documentHash) {
    issues.push({ pointer: '/documentHash', message: `the document that waits has the hash ${proposed.documentHash}` });
  }
  if (proposed.signatures.some(({ side }) => side === signer.side)) {
    issues.push({ pointer: '', message: `the ${signer.side} has signed` });
  }
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  const { version } = proposed;
  const { side, id: signerId } = signer;
  const values = { version, side, signerId, documentHash, signedAt: now.toISOString(), name, function: title };
  return done({ type: 'agreement.signed' as const, values });
}
