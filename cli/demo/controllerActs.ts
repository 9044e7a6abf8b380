import { z } from 'zod';
import { type Api, connect } from '../shell/api';
import type { Shell } from '../shell/shell';
import { decide } from './decide';
import type { ControllerHouse, ControllerPart } from './house';
import { Case, RegisterRows, Sheet, Written, WrittenParty } from './shapes';

export type ControllerActs = ReturnType<typeof createControllerActs>;

/** What the controller's people do in the story, each through the API with a token of their own. */
export function createControllerActs(shell: Shell, url: string, { orgId, members }: ControllerHouse) {
  const apiOf = (token: string): Api => connect(shell, { url, isNamed: false, token, orgId });
  const by = { director: apiOf(members.director.token), dpo: apiOf(members.dpo.token) };
  const ids = z.object({ items: z.array(z.object({ id: z.string() })) });

  return {
    by,

    /** Our half of the consent: the processor with its key, and that its notices come in by themselves. */
    async admit(name: string, key: string, reason: string): Promise<void> {
      const { id } = (await by.dpo.post('/parties', { role: 'processor', name, key }, WrittenParty)).body;
      await decide(by.dpo, `/parties/${id}`, { what: 'admission', body: { admitted: true, reason } }, WrittenParty);
    },

    cases: async () => (await by.dpo.get('/cases', ids)).body.items,

    read: async (caseId: string) => (await by.dpo.get(`/cases/${caseId}`, Case)).body,

    /** A step of the case: `what` is the last part of its address. */
    act: (who: ControllerPart, caseId: string, what: string, body: object) =>
      decide(by[who], `/cases/${caseId}`, { what, body }, Written),

    sheet: async (caseId: string) =>
      (await by.dpo.get(`/cases/${caseId}/sheet?type=initial&language=${shell.language}`, Sheet)).body,

    register: async () => (await by.dpo.get(`/registers/breaches?language=${shell.language}`, RegisterRows)).body.items,

    /** Types of its journal's entries, newest first. */
    async types(): Promise<string[]> {
      const Page = z.object({ items: z.array(z.object({ type: z.string() })) });
      return (await by.dpo.get('/journal?limit=100', Page)).body.items.map(({ type }) => type);
    },
  };
}
