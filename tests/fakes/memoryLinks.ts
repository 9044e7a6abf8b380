import { randomBytes } from 'node:crypto';
import type { GuestLink, Links } from '../../application/ports/links';

/** Guest links in a map; passes the same contract suite as the one on MongoDB. */
export function createMemoryLinks(): Links {
  const links = new Map<string, GuestLink>();
  return {
    async issue(orgId, noticeId, contactId) {
      for (const [token, link] of links)
        if (link.orgId === orgId && link.noticeId === noticeId && link.contactId === contactId) return token;
      const token = randomBytes(32).toString('base64url');
      links.set(token, { orgId, noticeId, contactId, expiresAt: null });
      return token;
    },
    async renew(orgId, noticeId, contactId, expiresAt) {
      for (const [token, link] of links)
        if (link.orgId === orgId && link.noticeId === noticeId && link.contactId === contactId) links.delete(token);
      const token = randomBytes(32).toString('base64url');
      links.set(token, { orgId, noticeId, contactId, expiresAt });
      return token;
    },
    async replace(old, expiresAt) {
      const link = links.get(old);
      if (link === undefined) return null;
      links.delete(old);
      const token = randomBytes(32).toString('base64url');
      links.set(token, { ...link, expiresAt });
      return token;
    },
    async find(token) {
      return links.get(token) ?? null;
    },
    async expire(orgId, noticeId, expiresAt) {
      for (const link of links.values())
        if (link.orgId === orgId && link.noticeId === noticeId) link.expiresAt = expiresAt;
    },
  };
}
