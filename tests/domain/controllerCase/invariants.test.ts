import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ControllerCase, decisionOf, openSending } from '../../../domain/controllerCase/case';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { owedBy } from '../../../domain/controllerCase/closing';
import { isNews } from '../../../domain/controllerCase/newFacts';
import { lettersOwed } from '../../../domain/controllerCase/persons';
import { authorityLimit, openLimit } from '../../../domain/controllerCase/term';
import { type FilingType, TellingKind } from '../../../domain/controllerCase/vocabulary';
import { caseAt, commands, createCaseStory, decision, exempting, NOW, opening, RECEIVED } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';
import { accepted, type LettersStory, mailsEnd, posted, print } from '../../fakes/lettersStory';

const anybody = fc.constantFrom(people.oncall, people.manager, people.dpo, people.director);

/** Instants before now, and after the GDPR applied. */
const instant = fc.integer({ min: 0, max: 20 }).map((n) => new Date(Date.parse(NOW) - n * 600_000).toISOString());
const filing = (type: FilingType): CaseCommand => ({ ...commands['authority.file'], type });
/** Acts that a clock could follow; null: a yes to what was asked last. */
const anyOfClock: fc.Arbitrary<CaseCommand | null> = fc.oneof(
  fc.constant(null),
  fc.constant(null),
  fc.option(instant).map((awareAt) => ({ ...commands.qualify, awareAt })),
  instant.map((awareAt) => ({ ...commands['aware.correct'], awareAt })),
  fc
    .record({ receivedAt: instant, tellingKind: fc.constantFrom(...TellingKind.options) })
    .map((said) => ({ ...commands['told.add'], ...said })),
  fc.constantFrom(commands.ruleOut, commands['law.move'], decision('unlikely'), commands['risk.score']),
  fc.constantFrom<CaseCommand>(commands['case.close'], commands['case.reopen'], commands['regime.exclude']),
  fc.constantFrom(...(['initial', 'complete', 'complementary'] as const)).map(filing),
  fc.constant(commands['authority.withdraw']),
  fc.constant(commands['authority.close']),
);

/** Acts of telling an authority, by one person each; null: two persons rule the breach out. */
const anyOfAuthority = fc.constantFrom<CaseCommand | null>(
  null,
  commands.qualify,
  filing('initial'),
  filing('complete'),
  commands['authority.withdraw'],
  commands['authority.close'],
  decision('high'),
  decision('unlikely'),
);

/** Told, ruled out, withdrawn, and a breach after all: rarely met by chance. */
const withdrawnOnce = [filing('complete'), null, commands['authority.withdraw'], commands.qualify];

/** What two persons decided with this act. */
const decidedByTwo = (before: ControllerCase, after: ControllerCase) =>
  after.approvals.find(({ requestId, effective, voices }) => {
    const wasOpen = before.approvals.every((old) => old.requestId !== requestId || !old.effective);
    return effective && wasOpen && new Set(voices.map(({ actorId }) => actorId)).size > 1;
  });

/** What the authority knows after an act that was taken, counted apart from the code. */
const toldAfter = (wasTold: boolean, command: CaseCommand | null): boolean =>
  command?.kind === 'authority.file' || (wasTold && command?.kind !== 'authority.withdraw');

function ruledOut(story: ReturnType<typeof caseAt>) {
  story.try(commands.ruleOut, people.dpo);
  return story.yes(people.director);
}

describe('invariants of a controller’s case (domain rules 7.9)', () => {
  it('2 and 4: what is owed to the authority ends by a filing that stands, by a decision, or by two persons who rule it out', () => {
    let anew = 0;
    fc.assert(
      fc.property(fc.boolean(), fc.array(anyOfAuthority, { minLength: 10, maxLength: 20 }), (isAnew, later) => {
        const story = caseAt('BREACH');
        const acts = isAnew ? [...withdrawnOnce, ...later] : later;
        let isTold = false;
        let withdrawals = 0;
        for (const command of acts) {
          const taken = command === null ? ruledOut(story) : story.try(command, people.director);
          if (taken.ok) isTold = toldAfter(isTold, command);
          if (taken.ok && command?.kind === 'authority.withdraw') withdrawals += 1;
          const one = story.state();
          if (one.stage !== 'BREACH') continue;
          const isExcused = decisionOf(one)?.risk === 'unlikely';
          expect(openLimit(one) === null).toBe(isTold || isExcused);
          expect(owedBy(one).some(({ what }) => what === 'authority')).toBe(!isTold && !isExcused);
          if (withdrawals > 0 && !isTold) anew += 1;
        }
      }),
      { numRuns: 40 },
    );
    expect(anew).toBeGreaterThan(0); // else nothing was tried
  });

  it('4: the limit for telling the authority never moves later on the word of one person', () => {
    let approved = 0;
    let brought = 0;
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.option(instant.filter((at) => at <= RECEIVED)),
        fc.array(fc.record({ command: anyOfClock, by: anybody }), { maxLength: 25 }),
        (certain, knownAt, acts) => {
          const story = createCaseStory(opening({ certain, ...(knownAt !== null && { knownAt }) }));
          story.act(commands['record.excuse']);
          let binding = Date.parse(authorityLimit(story.state())?.strict ?? '');
          for (const { command, by } of acts) {
            const before = story.state();
            const taken = command === null ? story.yes(by) : story.try(command, by);
            if (taken.ok && command?.kind === 'told.add' && isNews(command.tellingKind)) {
              const { t0, status } = story.state().clock;
              expect([status === 'cancelled', Date.parse(t0) <= Date.parse(command.receivedAt)]).toEqual([false, true]);
              if (Date.parse(t0) < Date.parse(before.clock.t0)) brought += 1;
            }
            const limit = authorityLimit(story.state());
            const byTwo = decidedByTwo(before, story.state());
            if (limit === null)
              expect([before.clock.status, byTwo?.command]).toContain(byTwo ? 'ruleOut' : 'cancelled');
            if (limit === null) continue;
            const mayMove = byTwo?.command === 'aware.correct' || byTwo?.command === 'law.move';
            if (mayMove) approved += 1;
            else expect(Date.parse(limit.strict)).toBeLessThanOrEqual(binding);
            binding = mayMove ? Date.parse(limit.strict) : Math.min(binding, Date.parse(limit.strict));
          }
        },
      ),
      { numRuns: 150 },
    );
    expect([approved, brought].every((tried) => tried > 0)).toBe(true); // else nothing was tried
  });

  /** What becomes of the list that was accepted: by its engine, and by who prints. */
  const engine: Record<string, (story: LettersStory) => unknown> = {
    mailsEnd: (story) => openSending(story.state()) && mailsEnd(story, 37),
    noneTold: (story) => openSending(story.state()) && mailsEnd(story, 0),
    print: (story) => story.state().stage === 'BREACH' && print(story),
  };
  /** Letters, of how many: none, some, all. */
  const lists: [number, number][] = [
    [0, 40],
    [3, 40],
    [3, 3],
  ];
  const anyOfPersons = fc.oneof(
    fc.constantFrom(...Object.keys(engine)),
    fc.constantFrom(0, 1, 3).map((told) => posted({ told })),
    fc.constantFrom<CaseCommand>(
      ...(['require', 'exempt', 'hold', 'resume', 'order', 'draft', 'tell'] as const).map(
        (name) => commands[`persons.${name}`],
      ),
    ),
    fc.constantFrom<CaseCommand>(decision('high'), decision('high'), exempting('b'), decision('risk')),
    fc.constantFrom<CaseCommand | null>(commands.ruleOut, commands.qualify, null),
  );

  it('11: a case of a high risk can be closed only once the persons were told or exempted, and no letter waits', () => {
    let closable = 0;
    fc.assert(
      fc.property(fc.constantFrom(...lists), fc.array(anyOfPersons, { maxLength: 25 }), (list, acts) => {
        const story = accepted(...list);
        story.act(commands['record.excuse']);
        story.act(commands['regime.exclude']);
        story.act({ ...commands['authority.file'], type: 'complete' });
        for (const act of acts) {
          if (act === null) story.yes(people.director);
          else if (typeof act === 'string') engine[act]?.(story);
          else story.try(act, act.kind === 'ruleOut' ? people.dpo : people.director);
          const one = story.state();
          if (one.stage !== 'BREACH' || owedBy(one).length > 0) continue; // closing is refused
          expect(lettersOwed(one.persons)).toBe(0);
          if (decisionOf(one)?.risk !== 'high') continue;
          expect(['TOLD', 'EXEMPT']).toContain(one.persons.state);
          closable += 1;
        }
      }),
      { numRuns: 70 },
    );
    expect(closable).toBeGreaterThan(0); // else nothing was tried
  });
});
