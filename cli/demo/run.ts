import type { Shell } from '../shell/shell';
import { createActs } from './acts';
import { loadAgreements } from './agreements';
import { watchProtectiveNotice, watchReminders } from './clock';
import { tellFourIncidents } from './fourIncidents';
import { acknowledgeByLink } from './guest';
import { openHouse } from './house';
import { openMails } from './mailbox';
import { findPlace } from './place';
import { openFolder, takeExtract, verifyJournal } from './proof';
import { beginShortCase } from './shortCase';
import type { Stage } from './stage';
import { createStory } from './story';
import { sendSupplement } from './supplement';

const ZONE = 'Europe/Paris';

/**
 * The whole story on the running system, in an organisation of its own. It starts nothing and stops nothing.
 *
 * @throws Ending in words: nothing runs, or a check did not hold
 */
export async function runDemo(shell: Shell): Promise<void> {
  const now = () => new Date();
  const startedMs = now().getTime();
  const { url, config } = await findPlace(shell);
  const story = createStory(shell, ZONE, now);
  const name = story.text('org.name');
  const house = await openHouse(config, name, shell.language);
  const { orgId, members } = house;
  shell.out(story.text('title', { url }));
  shell.out(story.text('house', { name, orgId }));

  const mails = await openMails(config, orgId);
  try {
    const stage: Stage = { story, acts: createActs(shell, url, house), house, mails, url, now };
    const contracts = await loadAgreements(stage);
    const shortCase = await beginShortCase(stage, contracts.short);
    await tellFourIncidents(stage, contracts.reference, shell.language);
    await watchReminders(stage, shortCase);
    await watchProtectiveNotice(stage, contracts, shortCase, shell.language);
    const mail = await sendSupplement(stage, contracts.short, shortCase);
    await acknowledgeByLink(stage, mail, shortCase);
    const folder = openFolder(config.dataFolder);
    const trust = await takeExtract(stage, contracts, shortCase, folder);
    await verifyJournal(stage, trust, folder);
  } finally {
    await mails.close();
  }
  const seconds = Math.round((now().getTime() - startedMs) / 1_000);
  shell.out(`\n${story.text('end', { seconds, count: story.checks() })}`);
  shell.out(story.text('end.look', { url: `${url}/enter`, orgId, token: members.dpo.token }));
}
