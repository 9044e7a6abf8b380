import { z } from 'zod';
import type { Contract } from './agreements';
import { keyOf } from './keyOf';
import { SOON_MS, type Stage } from './stage';

/** Chapter 1: the controller of the short contract keeps its cases here, too. Each side names the other by its key. */
export async function tieBothSides({ story, acts, controller }: Stage, contract: Contract): Promise<void> {
  const { text } = story;
  const values = { controller: contract.controller };
  const ours = await story.until(() => keyOf(acts.by.dpo), SOON_MS, '1.tied', values);
  const theirs = await story.until(() => keyOf(controller.acts.by.dpo), SOON_MS, '1.tied', values);
  await controller.acts.admit(text('org.name'), ours, text('1.reason'));
  const path = `/agreements/${contract.id}`;
  await acts.by.dpo.post(`${path}/tie`, { key: theirs, reason: text('1.reason') }, z.unknown());
  const { body } = await acts.by.dpo.get(
    path,
    z.object({ inside: z.object({ organisationId: z.string() }).nullable() }),
  );
  story.check(body.inside?.organisationId === controller.house.orgId, '1.tied', values);
}
