import { recordParty } from '../../application/party/recordParty';
import { createMemoryProofs } from '../fakes/memoryProofs';
import type { tellNight } from '../fakes/nightStory';
import { must } from '../fakes/realHouse';
import type { Screen } from './screens';

type Told = Awaited<ReturnType<typeof tellNight>>;

const ofIncident = [
  'declare',
  'suspect',
  'aware',
  'sub-notice',
  'acknowledge',
  'extend',
  'release',
  'rule-out',
  'tell',
  'fact',
  'measure',
  'note',
  'justify',
  'review',
  'close',
  'reopen',
  'approve',
  'regimes/exclude',
  'regimes/nis2/law',
  'regimes/nis2/stage',
];
const ofEvent = ['dismiss', 'reopen-event'];
const ofCase = [
  'qualify',
  'rule-out',
  'record-take',
  'record-excuse',
  'advise',
  'draft',
  'acknowledge',
  'measure',
  'measure-urgent',
  'told',
  'note',
  'no-copy',
  'withdraw',
  'close-authority',
  'publish',
  'unpublish',
  'require',
  'exempt',
  'hold',
  'resume',
  'order',
  'lift',
  'regimes/exclude',
  'correct',
  'close',
  'reopen',
  'same',
  'approve',
];
const ofNotice = ['sent', 'question', 'answer', 'explain', 'close', 'reopen', 'measure-answer', 'measure-urgent'];

/**
 * Pages that are a form drawn by the parts of others, or that say why it is not to be sent now: looked at more shortly than
 * the screens, in one language and at two widths. They are of the same night, as the screens have left it.
 */
export async function formsOf({ night, stolen, scan }: Told, screens: readonly Screen[]): Promise<Screen[]> {
  const pathOf = (name: string): string => {
    const found = screens.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no screen ${name}`);
    return found.path;
  };
  const under = (place: string, group: string, tails: readonly string[]): Screen[] =>
    tails.map((tail) => ({
      name: `form-${group}-${tail.replaceAll('/', '-')}`,
      path: `${place}/${tail}`,
      who: 'sacha',
    }));
  const alone = (path: string, who: Screen['who'] = 'alix'): Screen => ({
    name: `form${path.replaceAll('/', '-')}`,
    path,
    who,
  });
  const incident = `/incidents/${stolen.id}`;
  const guest = pathOf('guest');
  const key = await createMemoryProofs(night.ports.journal).notary.verifierKey('elsewhere');
  const record = { role: 'processor' as const, name: 'Hébergeur Exemple', key };
  const party = must(await recordParty({ ctx: night.as('sacha'), input: { key: 'party', record } }));
  const member = night.as('ines').actor.id;
  return [
    ...under(incident, 'incident', ofIncident),
    ...under(`/incidents/${scan}`, 'event', ofEvent),
    ...under(pathOf('case'), 'case', ofCase),
    ...under(`${incident}/notices/${stolen.val}`, 'notice', ofNotice),
    ...under(pathOf('transfer'), 'transfer', ['contacted']),
    ...under(`/parties/${party.id}`, 'party', ['key', 'admit']),
    ...under(`/agreements/${night.agreements.aube}`, 'agreement', ['amend/file']),
    alone(`/members/${member}`),
    alone(`/members/${member}/leave`),
    alone('/tokens/none/revoke'),
    alone(`/signal/${scan}`, 'ines'),
    alone('/journal/export', 'sacha'),
    alone('/name'),
    alone('/seat'),
    { name: 'form-guest-ask', path: `${guest}/ask`, who: 'guest' },
    { name: 'form-guest-version', path: `${guest}/v/1`, who: 'guest' },
    { name: 'form-guest-renew', path: `${guest}/renew`, who: 'guest' },
  ];
}
