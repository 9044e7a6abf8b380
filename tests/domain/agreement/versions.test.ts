import { describe, expect, it } from '@jest/globals';
import { documentHashOf } from '../../../domain/agreement/annex1';
import { type Command, decideAgreement, decideRecord } from '../../../domain/agreement/decide';
import { differences } from '../../../domain/agreement/diff';
import { type Agreement, foldAgreement } from '../../../domain/agreement/fold';
import { agreementTransitions, allowedOn } from '../../../domain/agreement/transitions';
import { newestSigned, timelineOf, versionAt, versionGoverning } from '../../../domain/agreement/versions';
import { processorDue } from '../../../domain/deadline/breachClock';
import { sealEntry } from '../../../domain/journal/seal';
import type { AgreementEvent } from '../../../domain/agreement/events';
import { plain } from '../../../domain/shared/plain';
import type { Json } from '../../../domain/shared/jcs';
import { amended, annex1 } from '../../fakes/agreements';

const secrets = { macKey: 'test', newSalt: () => '00'.repeat(32) };

/** An agreement on which people act, each act an entry at an instant. */
function createStory() {
  const written: { event: AgreementEvent; at: string }[] = [];
  const entries = () =>
    written.map(({ event: { type, values }, at }, index) =>
      sealEntry(
        {
          orgId: 'o1',
          at,
          actor: { kind: 'person', id: 'alix' },
          type,
          subject: { kind: 'agreement', id: 'g1' },
          key: `k${index}`,
          values: plain(values),
          request: '',
        },
        { seq: index + 1, revision: index + 1, recordedAt: at },
        secrets,
      ),
    );
  const state = (): Agreement => {
    const agreement = foldAgreement(entries());
    if (agreement === null) throw new Error('nothing was recorded');
    return agreement;
  };
  const attempt = (command: Command, at: string) => {
    const decided = decideAgreement(state(), command, new Date(at));
    if (decided.ok) written.push({ event: decided.value, at });
    return decided;
  };
  const recorded = decideRecord(annex1);
  if (recorded.ok) written.push({ event: recorded.value, at: '2026-02-01T10:00:00.000Z' });
  return { state, try: attempt, entries };
}

const propose = (document = amended()): Command => ({ kind: 'amendment.propose', document });
const sign = (
  side: 'processor' | 'controller',
  id = side === 'processor' ? 'alix' : 'c1',
  document = amended(),
): Command => ({
  kind: 'amendment.sign',
  signer: { side, id },
  documentHash: documentHashOf(document),
  name: 'Camille Exemple',
  function: 'Présidente',
});

function amendedStory(lastSignature = '2026-06-20T10:00:00.000Z') {
  const story = createStory();
  story.try(propose(), '2026-06-10T10:00:00.000Z');
  story.try(sign('processor'), '2026-06-11T10:00:00.000Z');
  story.try(sign('controller'), lastSignature);
  return story;
}

describe('versions of an agreement (duty S3-20)', () => {
  it('the first is in force for its days, counted in its own zone', () => {
    expect(timelineOf(createStory().state())).toMatchObject([
      { version: { version: 1 }, from: '2026-01-14T23:00:00.000Z', to: '2027-12-31T23:00:00.000Z' },
    ]);
  });

  it('an amendment is in force once both have signed, from the day that it says', () => {
    const story = createStory();
    story.try(propose(), '2026-06-10T10:00:00.000Z');
    story.try(sign('controller'), '2026-06-11T10:00:00.000Z');
    expect(versionAt(story.state(), '2026-07-15T00:00:00.000Z')?.version).toBe(1);
    story.try(sign('processor'), '2026-06-12T10:00:00.000Z');
    expect(story.state().stage).toBe('IN_FORCE');
    expect(versionAt(story.state(), '2026-06-30T21:59:59.999Z')?.version).toBe(1);
    expect(versionAt(story.state(), '2026-06-30T22:00:00.000Z')?.version).toBe(2);
  });

  it('one that is signed late is in force from its last signature: it moves no limit that has begun', () => {
    const { state } = amendedStory('2026-07-20T10:00:00.000Z');
    expect(versionAt(state(), '2026-07-20T09:59:59.999Z')?.version).toBe(1);
    expect(versionAt(state(), '2026-07-20T10:00:00.000Z')?.version).toBe(2);
  });

  it('a breach is judged by the version in force at its t0', () => {
    const { state } = amendedStory();
    const hoursOf = (t0: string) => {
      const { terms } = versionGoverning(state(), t0);
      const clock = {
        status: 'confirmed',
        provisionalT0: null,
        awareAt: t0,
        detectedAt: t0,
        nature: [],
        held: { detection: t0, confidentiality: null },
        changedAt: t0,
      } as const;
      const due = processorDue(clock, terms);
      return due && (Date.parse(due.dueAt) - Date.parse(t0)) / 3_600_000;
    };
    expect(hoursOf('2026-06-30T21:00:00.000Z')).toBe(24);
    expect(hoursOf('2026-06-30T23:00:00.000Z')).toBe(12);
  });

  it('outside all of them none is in force, and the nearest governs: nobody is left untold', () => {
    const { state } = amendedStory();
    expect(versionAt(state(), '2025-12-31T00:00:00.000Z')).toBeNull();
    expect(versionAt(state(), '2028-01-01T00:00:00.000Z')).toBeNull();
    expect(versionGoverning(state(), '2025-12-31T00:00:00.000Z').version).toBe(1);
    expect(versionGoverning(state(), '2028-01-01T00:00:00.000Z').version).toBe(2);
  });

  it('folds alike in parts and whole', () => {
    const { entries, state } = amendedStory();
    for (const cut of [1, 2, 3])
      expect(foldAgreement(entries(), foldAgreement(entries().slice(0, cut)))).toEqual(state());
  });
});

describe('the table of an agreement', () => {
  const at = '2026-06-10T10:00:00.000Z';
  const commands: Command[] = [propose(), sign('processor'), { kind: 'amendment.withdraw', reason: 'non' }];
  const stories = {
    IN_FORCE: createStory,
    AMENDING: () => (({ try: act, ...rest }) => (act(propose(), at), { ...rest, try: act }))(createStory()),
  };

  it.each(Object.entries(stories).flatMap(([stage, start]) => commands.map((command) => ({ stage, start, command }))))(
    '$stage, $command.kind: decided if the table has it, else refused',
    ({ stage, start, command }) => {
      const row = agreementTransitions.find(({ from, on }) => from === stage && on === command.kind);
      const story = start();
      const decided = story.try(command, at);
      if (row === undefined) {
        const allowed = allowedOn(stage as Agreement['stage']);
        expect(decided).toEqual({
          ok: false,
          error: { code: 'state.refused', state: stage, command: command.kind, allowed },
        });
      } else {
        expect(decided.ok).toBe(true);
        expect(row.to.split('|')).toContain(story.state().stage);
      }
    },
  );

  it('a proposal that is withdrawn gives its number to the next', () => {
    const story = createStory();
    story.try(propose(), at);
    story.try({ kind: 'amendment.withdraw', reason: 'erreur' }, at);
    expect(newestSigned(story.state())?.version).toBe(1);
    expect(story.try(propose(), at).ok).toBe(true);
  });
});

describe('an amendment', () => {
  const at = '2026-06-10T10:00:00.000Z';

  it('is of the same agreement between the same parties, the next in number, and changes something', () => {
    const { controller, processor } = amended();
    const other = amended({
      version: 3,
      reference: 'AUTRE',
      controller: { ...controller, siren: '732829320' },
      processor: { ...processor, siren: '404833048' },
    });
    expect(createStory().try(propose(other), at)).toMatchObject({
      error: {
        issues: [
          { pointer: '/version' },
          { pointer: '/reference' },
          { pointer: '/controller/siren' },
          { pointer: '/processor/siren' },
        ],
      },
    });
    const { signatures: _signatures, ...same } = annex1;
    expect(createStory().try(propose({ ...same, version: 2 }), at)).toMatchObject({
      error: { issues: [{ pointer: '' }] },
    });
  });

  it('is signed over its hash, once a side, by a contact of the version in force', () => {
    const story = createStory();
    story.try(propose(), at);
    const wrong = { ...sign('controller'), documentHash: '0'.repeat(64) } as Command;
    expect(story.try(wrong, at)).toMatchObject({ error: { issues: [{ pointer: '/documentHash' }] } });
    expect(story.try(sign('controller', 'c9'), at)).toMatchObject({ error: { code: 'actor.forbidden' } });
    expect(story.try(sign('controller'), at).ok).toBe(true);
    expect(story.try(sign('controller', 'c2'), at)).toMatchObject({ error: { issues: [{ pointer: '' }] } });
    expect(story.state()).toMatchObject({
      stage: 'AMENDING',
      versions: [{}, { state: 'PROPOSED', signatures: [{ signerId: 'c1' }] }],
    });
  });

  it('shows what it changes, place by place', () => {
    const { signatures: _signatures, ...before } = annex1;
    expect(differences(before as Json, amended() as Json)).toEqual([
      { pointer: '/version', before: 1, after: 2 },
      { pointer: '/inForceFrom', before: '2026-01-15', after: '2026-07-01' },
      { pointer: '/terms/breachNotice/hours', before: 24, after: 12 },
    ]);
    expect(differences({ 'a/b': [1, 2], 'c~d': null }, { 'a/b': [1], 'c~d': { e: 1 } })).toEqual([
      { pointer: '/a~1b/1', before: 2, after: undefined },
      { pointer: '/c~0d', before: null, after: { e: 1 } },
    ]);
  });
});
