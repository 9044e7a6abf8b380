import type { Acknowledgement, Notice } from './fold';

/** Acknowledged while the contact's mails were only caught: nobody outside had been told, so somebody inside has tried it. */
export function ackWhileCaught(
  { outbox }: Pick<Notice, 'outbox'>,
  { contactId, at }: Pick<Acknowledgement, 'contactId' | 'at'>,
): boolean {
  const outcomes = outbox
    .filter(({ to }) => to.kind === 'contact' && to.id === contactId)
    .flatMap(({ attempts }) => attempts.flatMap(({ outcome }) => (outcome === null ? [] : [outcome])))
    .filter((outcome) => Date.parse(outcome.at) <= Date.parse(at));
  return outcomes.some(({ result }) => result === 'caught') && !outcomes.some(({ result }) => result === 'accepted');
}
