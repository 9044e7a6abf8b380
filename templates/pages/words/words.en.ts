import { filing } from '../../words/en/filing';
import { agreement } from './agreement.en';
import { ask } from './ask.en';
import { assessment } from './assessment.en';
import { atOnce } from './atOnce.en';
import { batch } from './batch.en';
import { caseWords } from './case.en';
import { competence } from './competence.en';
import { contacts } from './contacts.en';
import { contract } from './contract.en';
import { docs } from './docs.en';
import { document } from './document.en';
import { entry } from './entry.en';
import { err } from './err.en';
import { exchange } from './exchange.en';
import { exercise } from './exercise.en';
import { files } from './files.en';
import { guest } from './guest.en';
import { incident } from './incident.en';
import { journal } from './journal.en';
import { letters } from './letters.en';
import { mailbox } from './mailbox.en';
import { measure } from './measure.en';
import { members } from './members.en';
import { notice } from './notice.en';
import { now } from './now.en';
import { party } from './party.en';
import { processing } from './processing.en';
import { recipients } from './recipients.en';
import { record } from './record.en';
import { register } from './register.en';
import { risk } from './risk.en';
import { riskScore } from './riskScore.en';
import { regime } from '../../words/en/regime';
import { regimeContent } from './regimeContent.en';
import { regimePage } from './regimePage.en';
import { shell } from './shell.en';
import { signal } from './signal.en';
import { statistics } from './statistics.en';
import { vocabulary } from './vocabulary.en';
import type { fr } from './words.fr';

/** English, key by key the French file: what is missing or too much does not compile. */
export const en = {
  ...agreement,
  ...ask,
  ...assessment,
  ...atOnce,
  ...batch,
  ...caseWords,
  ...contract,
  ...competence,
  ...docs,
  ...document,
  ...entry,
  ...err,
  ...exchange,
  ...files,
  ...filing,
  ...contacts,
  ...exercise,
  ...guest,
  ...incident,
  ...journal,
  ...letters,
  ...mailbox,
  ...measure,
  ...members,
  ...notice,
  ...now,
  ...party,
  ...processing,
  ...recipients,
  ...record,
  ...register,
  ...risk,
  ...riskScore,
  ...regime,
  ...regimeContent,
  ...regimePage,
  ...shell,
  ...signal,
  ...statistics,
  ...vocabulary,
} satisfies Record<keyof typeof fr, string>;
