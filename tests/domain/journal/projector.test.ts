import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { PROJECTOR } from '../../../domain/journal/projector';
import { foldSubject } from '../../../domain/journal/folds';
import { canonical, type Json } from '../../../domain/shared/jcs';
import { plain } from '../../../domain/shared/plain';
import { commands, createStory, people } from '../../fakes/incidentStory';
import { entriesOf, opened, version, went } from '../../fakes/noticeStory';

/** SHA-256 of what known entries fold to, by projector. A fold that changes needs a new projector, and a new line here. */
const known: Record<number, string> = {
  1: '9b55469670f6d6a7dcf962a9de90a3441a18326c9d2dfe3b71812124ecdefa6b',
};

function incidentStory() {
  const story = createStory();
  for (const kind of ['triage.start', 'incident.declare', 'breach.suspect', 'aware.set'] as const)
    story.act(commands[kind]);
  story.yes(people.dpo);
  for (const kind of ['note.add', 'measure.add', 'facts.record', 'incident.close'] as const) story.act(commands[kind]);
  return story.entries();
}

describe('rows of a projection', () => {
  it('are looked at again only by a projector that folds as theirs did', () => {
    const incident = foldSubject('incident', incidentStory());
    const notice = foldSubject('notice', entriesOf([[0, opened()], [1, version(1)], ...went(1, 'accepted')]));
    const states = { incident: incident && plain(incident), notice: notice && plain(notice) } as Json;
    const hash = createHash('sha256').update(canonical(states)).digest('hex');
    expect({ [PROJECTOR]: hash }).toEqual({ [PROJECTOR]: known[PROJECTOR] });
  });
});
