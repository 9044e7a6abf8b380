import { filing } from '../../words/fr/filing';
import { agreement } from './agreement.fr';
import { ask } from './ask.fr';
import { assessment } from './assessment.fr';
import { atOnce } from './atOnce.fr';
import { batch } from './batch.fr';
import { caseWords } from './case.fr';
import { competence } from './competence.fr';
import { contacts } from './contacts.fr';
import { contract } from './contract.fr';
import { docs } from './docs.fr';
import { document } from './document.fr';
import { entry } from './entry.fr';
import { err } from './err.fr';
import { exchange } from './exchange.fr';
import { exercise } from './exercise.fr';
import { files } from './files.fr';
import { guest } from './guest.fr';
import { incident } from './incident.fr';
import { journal } from './journal.fr';
import { letters } from './letters.fr';
import { mailbox } from './mailbox.fr';
import { measure } from './measure.fr';
import { members } from './members.fr';
import { notice } from './notice.fr';
import { now } from './now.fr';
import { party } from './party.fr';
import { processing } from './processing.fr';
import { recipients } from './recipients.fr';
import { record } from './record.fr';
import { register } from './register.fr';
import { risk } from './risk.fr';
import { riskScore } from './riskScore.fr';
import { regime } from '../../words/fr/regime';
import { regimeContent } from './regimeContent.fr';
import { regimePage } from './regimePage.fr';
import { shell } from './shell.fr';
import { signal } from './signal.fr';
import { statistics } from './statistics.fr';
import { vocabulary } from './vocabulary.fr';

/** French: the reference. Every key here must be in the English file too, and no other. */
export const fr = {
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
} as const;
