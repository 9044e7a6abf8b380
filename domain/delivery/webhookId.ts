import { createHash } from 'node:crypto';

const DIGITS = 32;

/**
 * Identifier of a webhook or short message (Standard Webhooks): the same for every repeat, so that its receiver takes it
 * once. Opaque, and without the full stop that parts what is signed.
 */
export const webhookIdOf = (orgId: string, subjectId: string, deliverableId: string): string => {
  const name = JSON.stringify([orgId, subjectId, deliverableId]);
  return `msg_${createHash('sha256').update(name).digest('hex').slice(0, DIGITS)}`;
};
