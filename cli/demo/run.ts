import type { Shell } from '../shell/shell';
import { createActs } from './acts';
import { loadAgreements } from './agreements';
import { watchProtectiveNotice, watchReminders } from './clock';
import { createControllerActs } from './controllerActs';
import { findCase } from './controllerCase';
import { DEMO_CONTROLLER } from './fixtures';
import { tellFourIncidents } from './fourIncidents';
import { acknowledgeByLink } from './guest';
import { openControllerHouse, openHouse } from './house';
import { judgeCase } from './judge';
import { sayWhereToLook } from './look';
import { openMails } from './mailbox';
import { findPlace } from './place';
import { openFolder, takeExtract, verifyJournals } from './proof';
import { readTheirRegister } from './register';
import { beginShortCase } from './shortCase';
import type { Stage } from './stage';
import { createStory } from './story';
import { sendSupplement } from './supplement';
import { askAndConsult } from './talk';
import { tieBothSides } from './tie';

const ZONE = 'Europe/Paris';

/**
 * The whole story on the running system, in two organisations of its own: a processor’s and its controller’s. It starts
 * nothing and stops nothing.
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
  const theirs = await openControllerHouse(config, DEMO_CONTROLLER, shell.language);
  shell.out(story.text('title', { url }));
  shell.out(story.text('house', { name, controller: DEMO_CONTROLLER }));

  const mails = await openMails(config, house.orgId);
  try {
    const controller = { house: theirs, acts: createControllerActs(shell, url, theirs) };
    const stage: Stage = { story, acts: createActs(shell, url, house), house, controller, mails, url, now };
    const contracts = await loadAgreements(stage);
    await tieBothSides(stage, contracts.short);
    const shortCase = await beginShortCase(stage, contracts.short);
    await tellFourIncidents(stage, contracts.reference, shell.language);
    await watchReminders(stage, shortCase);
    await watchProtectiveNotice(stage, contracts, shortCase, shell.language);
    const mail = await sendSupplement(stage, contracts.short, shortCase);
    await acknowledgeByLink(stage, mail, shortCase);
    const theCase = await findCase(stage, shortCase);
    await judgeCase(stage, theCase, shell.language);
    await askAndConsult(stage, theCase, shortCase);
    await readTheirRegister(stage, theCase);
    const folder = openFolder(config.dataFolder);
    const trust = await takeExtract(stage, contracts, shortCase, folder);
    await verifyJournals(stage, trust, folder);
    await sayWhereToLook(stage, theCase, shortCase, shell.out);
  } finally {
    await mails.close();
  }
  const seconds = Math.round((now().getTime() - startedMs) / 1_000);
  shell.out(`\n${story.text('end', { seconds, count: story.checks() })}`);
}
