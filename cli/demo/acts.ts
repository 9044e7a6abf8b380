import { z } from 'zod';
import { type Api, connect } from '../shell/api';
import type { Shell } from '../shell/shell';
import { decide } from './decide';
import type { House, Part } from './house';
import { Incident, Notice, NoticeRow, Receipt, Written, WrittenAgreement } from './shapes';

export type Acts = ReturnType<typeof createActs>;

/** What people do in the story, each through the API with a token of their own. */
export function createActs(shell: Shell, url: string, { orgId, members, tool }: House) {
  const apiOf = (token: string) => connect(shell, { url, isNamed: false, token, orgId });
  const by = {
    director: apiOf(members.director.token),
    dpo: apiOf(members.dpo.token),
    manager: apiOf(members.manager.token),
    onCall: apiOf(members.onCall.token),
    tool: apiOf(tool),
  };
  const reader: Api = by.dpo;

  return {
    by,

    agreement: async (document: unknown) => (await by.director.post('/agreements', document, WrittenAgreement)).body,

    /** The controller's record: extracts are made for it. */
    partyOf: async (agreementId: string) =>
      (await reader.get(`/agreements/${agreementId}`, z.object({ partyId: z.string() }))).body.partyId,

    signal: async (who: Part | 'tool', signal: object) => (await by[who].post('/signals', signal, Receipt)).body,

    decide: (who: Part, incidentId: string, what: string, body: object) =>
      decide(by[who], `/incidents/${incidentId}`, { what, body }, Written),

    add: async (who: Part, incidentId: string, what: string, body: object) =>
      (await by[who].post(`/incidents/${incidentId}/${what}`, body, Written)).body,

    incident: async (id: string) => (await reader.get(`/incidents/${id}`, Incident)).body,

    noticesOf: async (incidentId: string) =>
      (await reader.get(`/notices?incidentId=${incidentId}`, z.object({ items: z.array(NoticeRow) }))).body.items,

    notice: async (id: string) => (await reader.get(`/notices/${id}`, Notice)).body,

    /** Entries of one subject, newest first. */
    async entriesOf(kind: 'incident' | 'notice', subjectId: string) {
      const query = new URLSearchParams({ kind, subjectId, limit: '100' });
      const Page = z.object({ items: z.array(z.object({ seq: z.number(), type: z.string() })) });
      return (await reader.get(`/journal?${query}`, Page)).body.items;
    },

    supplement: (who: Part, noticeId: string, items: object) =>
      decide(by[who], `/notices/${noticeId}`, { what: 'supplements', body: { items } }, Written),

    /** What is said of a notice beside its versions: an answer, a measure to be consulted on. */
    note: async (who: Part, noticeId: string, what: string, body: object) =>
      (await by[who].post(`/notices/${noticeId}/${what}`, body, Written)).body,
  };
}
