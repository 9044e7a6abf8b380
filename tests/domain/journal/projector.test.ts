import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { SubjectKind } from '../../../domain/journal/entry';
import { PROJECTOR } from '../../../domain/journal/projector';
import { foldSubject } from '../../../domain/journal/folds';
import type { NoticeEvent } from '../../../domain/notice/events';
import { canonical, type Json } from '../../../domain/shared/jcs';
import { plain } from '../../../domain/shared/plain';
import { commands, createStory, people } from '../../fakes/incidentStory';
import { entriesOf, opened, version, went } from '../../fakes/noticeStory';
import { oldEntriesOf } from '../../fakes/oldEntries';

/** SHA-256 of what known entries fold to, by projector. A fold that changes needs a new projector, and a new line here. */
const known: Record<number, string> = {
  1: '9b55469670f6d6a7dcf962a9de90a3441a18326c9d2dfe3b71812124ecdefa6b',
  2: 'e5bac2ce8320ca1f9e4a60180edc5ebd0375cbdf8c13e130e91615acf47473a2',
  3: '2ec4c30fa30f97baa72703b387f2b218316b8e444f38a744aa84e851cbc47784',
  4: '86d205e732b7606591de6c08e381368bbe27c06d5e724d20bd01c2f089bcec9a',
  5: '86d205e732b7606591de6c08e381368bbe27c06d5e724d20bd01c2f089bcec9a',
  6: 'acbd1d2d9a49d07716013dbf5239c48a795475976bff8298595e9dde1d205b54',
  7: 'acbd1d2d9a49d07716013dbf5239c48a795475976bff8298595e9dde1d205b54',
  8: '4203384ca924e785b8850e1915c688e0f04a57d41d595088d3201f4a2eabf846',
  9: '4203384ca924e785b8850e1915c688e0f04a57d41d595088d3201f4a2eabf846',
  10: '4203384ca924e785b8850e1915c688e0f04a57d41d595088d3201f4a2eabf846',
  11: 'de88c999bbf3dfba7df93a422da325190a6079f32a0943decec39e07255594bb',
  12: '119fa1562a274c0bf7c230f2c6243d5d962da824d83cc5308f290cea493edaea',
  13: '9aa7dd7cfd566db3cb39f1d1d391441b2ff7000ebc411138295b764e6582a8d4',
  14: '9aa7dd7cfd566db3cb39f1d1d391441b2ff7000ebc411138295b764e6582a8d4',
  15: '9aa7dd7cfd566db3cb39f1d1d391441b2ff7000ebc411138295b764e6582a8d4',
  16: '9aa7dd7cfd566db3cb39f1d1d391441b2ff7000ebc411138295b764e6582a8d4',
  17: '4d3091c97f779af27d1a17aaac649e591406bdfd4b4755de29a71aa218a350d3',
  18: '4d3091c97f779af27d1a17aaac649e591406bdfd4b4755de29a71aa218a350d3',
  19: '4d3091c97f779af27d1a17aaac649e591406bdfd4b4755de29a71aa218a350d3',
  20: '045db5bc8a2853ea9dc4bbae1c12f387e6164acf074867c1937bdda0de5d607c',
  21: '045db5bc8a2853ea9dc4bbae1c12f387e6164acf074867c1937bdda0de5d607c',
  22: '5b3d3df19ab0166305f86a75da6214ac8f228ddc3c5796f979c9ccbcaeea4fbb',
  23: '5b3d3df19ab0166305f86a75da6214ac8f228ddc3c5796f979c9ccbcaeea4fbb',
  24: '49cd7a43f3ac51095ca091b202ae541f05ecee68afbdfc7f03693c6f0b194534',
  25: '49cd7a43f3ac51095ca091b202ae541f05ecee68afbdfc7f03693c6f0b194534',
  26: '49cd7a43f3ac51095ca091b202ae541f05ecee68afbdfc7f03693c6f0b194534',
  27: '49cd7a43f3ac51095ca091b202ae541f05ecee68afbdfc7f03693c6f0b194534',
  28: '49cd7a43f3ac51095ca091b202ae541f05ecee68afbdfc7f03693c6f0b194534',
  29: '49cd7a43f3ac51095ca091b202ae541f05ecee68afbdfc7f03693c6f0b194534',
  30: '49cd7a43f3ac51095ca091b202ae541f05ecee68afbdfc7f03693c6f0b194534',
  31: '98e4a9df148eebad58d5169210c79f205dbee3da872a7a066b425db4de3c3074',
  32: '98e4a9df148eebad58d5169210c79f205dbee3da872a7a066b425db4de3c3074',
  33: 'bcac0c045d581186ff7013cfa9f71667a53424253d9fdc1e4b7306e7af861d85',
  34: 'bcac0c045d581186ff7013cfa9f71667a53424253d9fdc1e4b7306e7af861d85',
  35: 'bcac0c045d581186ff7013cfa9f71667a53424253d9fdc1e4b7306e7af861d85',
  36: 'bcac0c045d581186ff7013cfa9f71667a53424253d9fdc1e4b7306e7af861d85',
  37: 'bcac0c045d581186ff7013cfa9f71667a53424253d9fdc1e4b7306e7af861d85',
  38: 'bcac0c045d581186ff7013cfa9f71667a53424253d9fdc1e4b7306e7af861d85',
  39: 'bcac0c045d581186ff7013cfa9f71667a53424253d9fdc1e4b7306e7af861d85',
  40: 'ad1867a3f957bb94e644f6f672352b66ae52d0da9904982747ad06f6e38f5724',
  41: 'b0ffd1a1f8cacdbdb12f6774ae2f1611f2d9eae6e46764767e872a27447d36ee', // from here on with the old entries of every kind
  42: 'c94dafc9a35842ca72e508c562a035a1757bd403cd05a691895c5dcaf525f621',
  43: 'aaafd370fab044e3b9de3777ab1fff5a0c1f8f077427ffcd62570402ef0f511a',
  44: 'aaafd370fab044e3b9de3777ab1fff5a0c1f8f077427ffcd62570402ef0f511a',
  45: 'ebac6ac42e7d07482d00768c60099e352782d00ffe0a4e3eeb484f6c8241b657',
  46: 'd2a76c491dae4ac0e3459420f4c0316217507bf00d89d0ac10691f18341f1ad6',
  47: '7d318226dde902280f2b742e2f8b37e6207acd7a8917d106d07b81ae52b17500',
  48: '20d3e7fcac1ac6cc0501e43e98ad4e03a89c1c63c75cbf3776d9fa8acf7bd43e',
  49: '20d3e7fcac1ac6cc0501e43e98ad4e03a89c1c63c75cbf3776d9fa8acf7bd43e',
  50: '64df9a346c318b22046e891acee026c1c5c74a716186fdd35d09045024b569f7',
  51: '5408a185aabd6b281fcae01bec0ebd1d6bcc67fd2fc736368e5be98fec7a9a9a',
  52: '5408a185aabd6b281fcae01bec0ebd1d6bcc67fd2fc736368e5be98fec7a9a9a', // facts of statistics alone
  53: '5408a185aabd6b281fcae01bec0ebd1d6bcc67fd2fc736368e5be98fec7a9a9a',
  54: 'bcae4c6c65afb282aa0c808586390caa37a618fd1811dc31689e5d369e653668',
  55: '95e711b5847a00e124fd0291a37f337cc38e37f5737475745db59f8969631a2a',
  56: '95e711b5847a00e124fd0291a37f337cc38e37f5737475745db59f8969631a2a', // facts of statistics alone
  57: 'fa5719ad9b143ef116b809c7f8848361bad894668351ba21fc1a0e6bad49d352',
  58: '56314c2681bbaa220134092a9d398381424f109af3ec5b7875c159d764f9e643',
  59: '5a2c1f46cf2193113b49bc2909fd89e4885fcfcc473d1939e7020eee7b32e5e7',
  60: '5a2c1f46cf2193113b49bc2909fd89e4885fcfcc473d1939e7020eee7b32e5e7', // tests by exchange alone
  61: '5a2c1f46cf2193113b49bc2909fd89e4885fcfcc473d1939e7020eee7b32e5e7', // reasons that no old entry gives
  62: 'd039c7d846de0dff300887bc165c7856533f451b986ef6704b850381c94fb42d', // the entry of a telling
  63: 'd039c7d846de0dff300887bc165c7856533f451b986ef6704b850381c94fb42d', // a change of law in the history of a case
  64: 'fbb11f793af966f25fd41b898bf7acacaa6e3bd60cdf97544f46a91ba9af9c3d', // since when all persons are told anew
  65: 'b6928d73937c73f2add3eb271f38a1ddd0e6ee42e09e8844e9d0e0ecc90bb310', // whom mails did not reach, until they are told by other means
  66: 'f820a5db76e2bad4598b6bc96fc9ea892a241c4412e4014b0053d5c6fd05707c', // who was told before is counted once
  67: 'f820a5db76e2bad4598b6bc96fc9ea892a241c4412e4014b0053d5c6fd05707c', // an ended notice goes on until its case knows who acknowledged
  68: '73ca053e907b9baeb683803418f8a919bbe34458f459aa846d98db210b67b506', // what is told after an assessment stands before it
  69: 'bb641e74a44a50a8871c9568881a6ba79d5fb6be069a2bebe804ed38f50a146b', // a case knows by which entry it was an attack
  70: 'bb641e74a44a50a8871c9568881a6ba79d5fb6be069a2bebe804ed38f50a146b', // a lower risk ends no hold
  71: 'ec1d0368aa76598a10a4bba499bd06f0886e9bf865f37e15a7dd3b8fc450722d', // facts that grow overtake a decision; a file that was closed says by which entry
  72: '019ca0623e3cdec44143f856c596f6a5f6820148b220b19c0948d0b2f68e7ae6', // webhooks and texts of what is told at once
  73: '019ca0623e3cdec44143f856c596f6a5f6820148b220b19c0948d0b2f68e7ae6', // facts of persons whom nothing reached since all are told anew
};

/**
 * Which of the old entries of a kind are folded, from the first: those that are added later change nothing here. Raise a
 * number, and the hash of the projector that stands, to have more of them watched.
 */
const watched: Record<SubjectKind, number> = {
  organisation: 3,
  agreement: 8,
  incident: 26,
  vulnerability: 5,
  transfer: 6,
  notice: 18,
  controllerCase: 65,
  party: 4,
  exercise: 4,
};

const asked: NoticeEvent = {
  type: 'notice.asked',
  values: { via: 'link', urgentHours: null, questionId: 'q1', contactId: 'c1', text: 'Combien ?' },
};
const answered: NoticeEvent = {
  type: 'notice.answered',
  values: { questionId: 'q1', text: 'Douze.', deliverables: [] },
};

function incidentStory() {
  const story = createStory();
  for (const kind of ['triage.start', 'incident.declare', 'breach.suspect', 'aware.set'] as const)
    story.act(commands[kind]);
  story.yes(people.dpo);
  for (const kind of ['note.add', 'measure.add', 'facts.record', 'regime.exclude', 'incident.close'] as const)
    story.act(commands[kind]);
  return story.entries();
}

describe('rows of a projection', () => {
  it('are looked at again only by a projector that folds as theirs did', () => {
    const incident = foldSubject('incident', incidentStory());
    const told = entriesOf([[0, opened()], [1, version(1)], ...went(1, 'accepted'), [3, asked], [4, answered]]);
    const notice = foldSubject('notice', told);
    const old = SubjectKind.options.map((kind) => {
      const state = foldSubject(kind, oldEntriesOf(kind).slice(0, watched[kind]));
      return [kind, state && plain(state)];
    });
    const states = { incident: incident && plain(incident), notice: notice && plain(notice), old } as Json;
    const hash = createHash('sha256').update(canonical(states)).digest('hex');
    expect({ [PROJECTOR]: hash }).toEqual({ [PROJECTOR]: known[PROJECTOR] });
  });
});
