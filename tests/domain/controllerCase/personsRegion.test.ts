import { describe, expect, it } from '@jest/globals';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { caseRungs } from '../../../domain/controllerCase/ladders';
import { caseRows } from '../../../domain/deadline/caseRows';
import { owedBy } from '../../../domain/controllerCase/closing';
import { movePersons, type PersonsMove, type PersonsState } from '../../../domain/controllerCase/persons';
import { personsByHand } from '../../fakes/personsByHand';
import { caseAt, commands, decision, exempting, NOW } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';

const faultsOf = (refusal: unknown) =>
  (refusal as { error: { issues: { pointer: string }[] } }).error.issues.map(({ pointer }) => pointer);
const decided = (risk: 'unlikely' | 'risk' | 'high') => {
  const story = caseAt('BREACH');
  story.act(decision(risk));
  return story;
};

describe('the persons’ region (domain rules 7.4, PERSONS; GDPR Art 34)', () => {
  const states: PersonsState[] = [
    'UNDECIDED',
    'NOT_REQUIRED',
    'REQUIRED',
    'DRAFTED',
    'SENDING',
    'TOLD',
    'EXEMPT',
    'ON_HOLD',
    'ORDERED',
  ];
  const moves: PersonsMove[] = [
    'decide.high',
    'decide.lower',
    'require',
    'exempt',
    'hold',
    'resume',
    'order',
    'draft',
    'send',
    'sent',
    'unreached',
    'tell',
    'publish',
    'unpublish',
    'ruleOut',
  ];
  it.each(states.flatMap((from) => moves.map((on) => [from, on, personsByHand[from][on] ?? 'refused'] as const)))(
    '%s on %s: %s',
    (from, on, to) => {
      expect(movePersons(from, on) ?? 'refused').toBe(to);
    },
  );

  it('follows the risk: high asks for it, less does not', () => {
    expect(decided('high').state().persons).toMatchObject({ state: 'REQUIRED', requiredAt: NOW });
    expect(decided('risk').state().persons).toMatchObject({ state: 'NOT_REQUIRED', requiredAt: null });
  });

  it('is exempt only as the standing decision says, on its ground: one person alone exempts from nothing', () => {
    const story = decided('high');
    expect(faultsOf(story.try(commands['persons.exempt'], people.dpo))).toEqual(['/ground']);
    story.act(exempting('b'));
    expect(faultsOf(story.try({ ...commands['persons.exempt'], ground: 'a' }, people.dpo))).toEqual(['/ground']);
    expect(story.act(commands['persons.exempt'], people.dpo).persons).toMatchObject({
      state: 'EXEMPT',
      exemption: { ground: 'b' },
    });
    story.act(decision('high'));
    expect(faultsOf(story.try(commands['persons.exempt'], people.dpo))).toEqual(['/ground']);
  });

  const byNotice = { ...commands['persons.exempt'], ground: 'c' as const, publicNotice: 'Sur notre site.' };
  const elsewhere = { publishedAt: NOW, publishedProof: 'Le Monde, p. 4' };
  const isOwed = (one: ControllerCase) => owedBy(one).some(({ what }) => what === 'persons');

  it('by ground c is final only while the public notice is published', () => {
    const story = decided('high');
    story.act(exempting('c'));
    expect(faultsOf(story.try({ ...byNotice, publicNotice: null }))).toEqual(['/publicNotice']);
    expect(isOwed(story.act(byNotice))).toBe(true);
    expect(caseRows(story.state(), new Date(NOW)).some(({ obligation }) => obligation === 'persons')).toBe(true);
    expect(caseRungs(story.state(), new Date(NOW)).some(({ ladder }) => ladder === 'tell')).toBe(true);
    const texts = [{ text: 'publicNotice' as const, language: 'fr' as const, documentId: 'ab'.repeat(32) }];
    story.write({ type: 'persons.published', values: { version: 1, draft: 1, texts } });
    expect(isOwed(story.state())).toBe(false);
    expect(caseRungs(story.state(), new Date(NOW)).some(({ ladder }) => ladder === 'tell')).toBe(false);
    expect(isOwed(story.act(commands['persons.unpublish']))).toBe(true);
  });

  it('by ground c is final where the notice is public elsewhere, since an instant and with its proof', () => {
    const story = decided('high');
    story.act(exempting('c'));
    expect(faultsOf(story.try({ ...byNotice, ...elsewhere, publishedProof: null }))).toEqual(['/publishedProof']);
    expect(faultsOf(story.try({ ...byNotice, ...elsewhere, publishedAt: null }))).toEqual(['/publishedAt']);
    const ahead = { ...elsewhere, publishedAt: '2031-01-01T00:00:00.000Z' };
    expect(faultsOf(story.try({ ...byNotice, ...ahead }))).toEqual(['/publishedAt']);
    expect(isOwed(story.act({ ...byNotice, ...elsewhere }))).toBe(false);
  });

  it('by ground c is put on hold, which keeps the public notice back, and goes back to it', () => {
    const story = decided('high');
    story.act(exempting('c'));
    story.act(byNotice);
    story.act(commands['persons.draft']);
    const { persons } = story.act(commands['persons.hold']);
    expect(persons).toMatchObject({ state: 'ON_HOLD', hold: { reference: 'PV 12', before: 'EXEMPT' } });
    expect(story.try(commands['persons.publish'])).toMatchObject({ ok: false, error: { code: 'state.refused' } });
    expect(isOwed(story.state())).toBe(true);
    const resumed = story.act(commands['persons.resume']).persons;
    expect(resumed).toMatchObject({ state: 'EXEMPT', hold: null, exemption: { ground: 'c' } });
  });

  it('by another ground is not put on hold: nothing would be told', () => {
    const story = decided('high');
    story.act(exempting('b'));
    story.act(commands['persons.exempt']);
    expect(story.try(commands['persons.hold'])).toMatchObject({ ok: false, error: { code: 'state.refused' } });
  });

  it('by another ground stands on no public notice', () => {
    const story = decided('high');
    story.act(exempting('b'));
    expect(faultsOf(story.try({ ...commands['persons.exempt'], ...elsewhere }))).toEqual(['/publishedAt']);
  });

  it('is ordered over an exemption, and no ground stands against that (Art 34(4))', () => {
    const story = decided('high');
    story.act(exempting('b'));
    story.act(commands['persons.exempt']);
    expect(story.act(commands['persons.order']).persons.state).toBe('ORDERED');
    story.act(commands['persons.draft']);
    expect(faultsOf(story.try(commands['persons.exempt']))).toEqual(['']);
    story.act(decision('unlikely'));
    expect(story.state().persons.state).toBe('DRAFTED');
  });

  it('goes on after a hold where it was; a hold is never final (invariant 11)', () => {
    const story = decided('high');
    story.act(commands['persons.draft']);
    story.act(commands['persons.hold']);
    story.act({ ...commands['authority.file'], type: 'complete' });
    story.act(commands['regime.exclude']);
    expect(faultsOf(story.try(commands['case.close']))).toEqual(['']);
    expect(story.act(commands['persons.resume']).persons.state).toBe('DRAFTED');
    story.act(commands['persons.tell']);
    expect(story.act(commands['case.close']).stage).toBe('CLOSED');
  });

  it('refuses more returned mails than left', () => {
    const story = decided('high');
    story.act(commands['persons.draft']);
    expect(faultsOf(story.try({ ...commands['persons.tell'], told: 1, bounced: 2 }))).toEqual(['/bounced']);
    const none = { ...commands['persons.draft'], fr: null };
    expect(faultsOf(story.try(none))).toEqual(['/fr']);
    expect(faultsOf(story.try({ ...none, en: 'A file was sent.' }))).toEqual(['/fr']);
  });
});
