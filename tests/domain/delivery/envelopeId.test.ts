import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { envelopeIdOf, envelopePart, readEnvelopeId } from '../../../domain/delivery/envelopeId';

describe('ENVID of a deliverable', () => {
  it('leads back to its organisation, however long the deliverable is called', () => {
    const [orgId, subjectId] = [randomUUID(), randomUUID()];
    const envelopeId = envelopeIdOf(orgId, envelopePart(subjectId, `reminded-acknowledgement-12-${randomUUID()}`));
    expect(envelopeId.length).toBeLessThanOrEqual(100); // RFC 3461 §4.4
    expect(readEnvelopeId(envelopeId)?.orgId).toBe(orgId);
    expect(readEnvelopeId(envelopeId)?.deliverableId.startsWith(`${subjectId}.`)).toBe(true);
  });

  it('differs for two deliverables of a subject, and for one name in two subjects', () => {
    const [a, b] = [randomUUID(), randomUUID()];
    expect(new Set([envelopePart(a, 'v1'), envelopePart(a, 'v2'), envelopePart(b, 'v1')]).size).toBe(3);
  });
});
