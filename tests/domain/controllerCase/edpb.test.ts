import { describe, expect, it } from '@jest/globals';
import { edpbOfCase, edpbTypes } from '../../../domain/controllerCase/edpb';
import { wholeRecord } from '../../fakes/breachRecord';
import { caseAt, commands, decision, NOW } from '../../fakes/caseStory';

const now = new Date(NOW);
const file = (type: 'initial') => ({ ...commands['authority.file'], type, final: false });

/** A breach whose record is whole, its risk decided. */
function known() {
  const story = caseAt('BREACH');
  story.act({ kind: 'record.change', change: wholeRecord });
  story.act(commands['risk.score']);
  story.act(decision('risk'));
  return story;
}

describe('the common template of a case (domain rules 2.6)', () => {
  it('names the case, its awareness, the decided risk and how it was assessed', () => {
    const one = known().state();
    const built = edpbOfCase(one, { type: 'initial' }, now);
    expect(built).toMatchObject({
      ok: true,
      value: {
        notification: { kind: 'new', status: 'incomplete', internalReference: one.reference },
        facts: {
          timeline: { awareAt: { value: one.clock.t0 } },
          assessment: { outcome: { value: 'notHigh' }, method: expect.stringContaining('ENISA') },
          elsewhere: { establishments: ['FR'] },
        },
      },
    });
  });

  it('is complete only when nothing is to be determined, and says every place that is', () => {
    expect(edpbOfCase(known().state(), { type: 'complete' }, now)).toMatchObject({ ok: true });
    const built = edpbOfCase(caseAt('BREACH').state(), { type: 'complete' }, now);
    expect(!built.ok && built.error.code === 'input.invalid' && built.error.issues).toEqual(
      expect.arrayContaining([expect.objectContaining({ pointer: '/facts/assessment/outcome' })]),
    );
    expect(edpbOfCase(caseAt('BREACH').state(), { type: 'initial' }, now)).toMatchObject({ ok: true });
  });

  it('follows up what was notified, and nothing else', () => {
    const story = known();
    expect(edpbTypes(story.state(), 'cnil')).toEqual(['initial', 'complete']);
    expect(edpbOfCase(story.state(), { type: 'complementary' }, now)).toMatchObject({ ok: false });
    story.act(file('initial'));
    const one = story.state();
    expect(edpbTypes(one, 'cnil')).toEqual(['complementary']);
    const { receiptNumber } = commands['authority.file'];
    expect(edpbOfCase(one, { type: 'complementary' }, now)).toMatchObject({
      ok: true,
      value: { notification: { kind: 'followUp', priorId: receiptNumber } },
    });
    expect(edpbOfCase(one, { type: 'withdrawal' }, now)).toMatchObject({ ok: false });
  });
});
