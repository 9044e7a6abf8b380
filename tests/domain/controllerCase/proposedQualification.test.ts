import { describe, expect, it } from '@jest/globals';
import type { RecordChange } from '../../../domain/authority/breachRecord';
import { proposedQualification } from '../../../domain/controllerCase/proposedQualification';
import { commands, createCaseStory, opening } from '../../fakes/caseStory';
import { data, found, scored } from '../../fakes/edpbCases';

/** A case found by ourselves of which nobody has said anything yet. */
const bare = () => createCaseStory({ ...opening({ origin: 'own', nature: [] }) });

const saying = (change: RecordChange) => bare().act({ ...commands['record.change'], change });

const untouched = (more: object = {}) => ({
  ...commands['risk.score'],
  score: scored({ data: [data('simple', 0, 'contact-details')], confidentiality: 'untouched' }),
  findings: found({ outflow: 'excluded', recipients: 'none', outage: 'none', ...more }),
});

describe('what the record proposes of the question whether it is a breach (domain rules 1.3; GDPR Art. 4(12))', () => {
  it('of which nothing is said, it is one with a doubt: each part is not known', () => {
    expect(proposedQualification(bare().state())).toEqual({
      facts: { personalData: 'unknown', securityFailure: 'unknown', effects: null },
      outcome: 'breach',
      doubt: true,
      nature: [],
    });
  });

  it.each([
    [{ data: ['contact-details'] }, 'yes'],
    [{ sensitive: ['health'] }, 'yes'],
    [{ personCategories: ['users'] }, 'yes'],
    [{ persons: { amount: 'approx', count: 4 } }, 'yes'],
    [{ data: ['not-known'] }, 'unknown'],
    [{ sensitive: [] }, 'unknown'],
    [{ personCategories: ['not-determined'] }, 'unknown'],
    [{ persons: { amount: 'approx', count: 0 }, records: { amount: 'exact', count: 0 } }, 'unknown'],
    [{ persons: { amount: 'exact', count: 0 } }, 'unknown'],
    [{ persons: { amount: 'exact', count: 0 }, records: { amount: 'exact', count: 0 } }, 'no'],
    [{ data: ['other'], persons: { amount: 'exact', count: 0 }, records: { amount: 'exact', count: 0 } }, 'yes'],
  ] as const)('personal data: %j is %s', (change, expected) => {
    expect(proposedQualification(saying(change as RecordChange)).facts.personalData).toBe(expected);
  });

  it.each([
    [{ origins: ['hacking-or-malware'] }, 'yes'],
    [{ causes: ['internal-accidental'] }, 'yes'],
    [{ certainty: 'established' }, 'yes'],
    [{ origins: ['other'], causes: ['unknown'] }, 'unknown'],
    [{ origins: ['hacking-or-malware'], certainty: 'supposed' }, 'unknown'],
  ] as const)('a failure of security: %j is %s', (change, expected) => {
    expect(proposedQualification(saying(change as RecordChange)).facts.securityFailure).toBe(expected);
  });

  it.each([
    [{ natures: ['confidentiality'] }, ['access']],
    [{ becameOfData: ['disclosure', 'loss'] }, ['loss', 'disclosure']],
    [{ natures: ['availability'], unavailability: 'temporary' }, ['temporaryLoss']],
    [{ unavailability: 'permanent' }, ['loss']],
    [{ alteration: 'recoverable' }, ['alteration']],
    [{ exfiltration: 'exfiltrated' }, ['disclosure']],
    [{ exfiltration: 'likely' }, null],
    [{ exfiltration: 'notExfiltrated' }, null],
  ] as const)('what happened to the data: %j is %j', (change, expected) => {
    expect(proposedQualification(saying(change as RecordChange)).facts.effects).toEqual(expected);
  });

  it('what was lost as it was told at the opening counts', () => {
    const told = createCaseStory(opening({ nature: ['integrity'] }));
    expect(proposedQualification(told.state())).toMatchObject({ outcome: 'breach', nature: ['integrity'] });
  });

  it('an assessment by which nothing was touched proposes that it is none, and says why', () => {
    const story = bare();
    expect(proposedQualification(story.act(untouched()))).toMatchObject({
      outcome: 'notABreach',
      reasons: ['noEffect'],
    });
    const { facts } = proposedQualification(story.act(commands['told.add']));
    expect(facts.effects).toBeNull();
  });

  it.each([{ outflow: 'notExcluded' }, { outage: 'unknown' }])('nobody can say where %j', (more) => {
    expect(proposedQualification(bare().act(untouched(more))).facts.effects).toBeNull();
  });

  it('what the record says stands beside an assessment by which nothing was touched', () => {
    const story = bare();
    story.act(untouched());
    const one = story.act({ ...commands['record.change'], change: { natures: ['availability'] } });
    expect(proposedQualification(one)).toMatchObject({ outcome: 'breach', nature: ['availability'] });
  });

  it('an assessment by which somebody got the data is an unauthorised disclosure', () => {
    const one = bare().act(commands['risk.score']);
    expect(proposedQualification(one).facts.effects).toEqual(['disclosure']);
  });
});
