import { isSame, type Json } from '../shared/jcs';
import { done, type Issue, refused, type Result } from '../shared/errors';
import { type BreachRecord, changeRecord } from '../authority/breachRecord';
import { mainIssues } from '../authority/seat';
import { awaitedIssues } from './awaited';
import type { ControllerCase } from './case';
import type { CaseCommandOf } from './commands';
import { completeRecord } from './completeRecord';
import type { CaseEvent } from './events';
import { newestVersion, processorSays } from './processorSays';
import { recordGroups } from './recordGroups';
import { needsOf } from './recordRegion';

/** Region RECORD (domain rules 7.4): what differs is recorded, or why a field stays open. */
export function decideRecord(
  one: ControllerCase,
  command: CaseCommandOf<'record.change' | 'record.excuse' | 'record.take'>,
  now: Date,
): Result<CaseEvent> {
  switch (command.kind) {
    case 'record.change':
      return change(one, command, now);
    case 'record.excuse':
      return excuse(one, command);
    case 'record.take':
      return take(one, command);
  }
}

/**
 * An entry holds the difference alone: who reads the journal sees what was said anew. Nothing said, and taken back, are
 * both "not known".
 */
function change(one: ControllerCase, command: CaseCommandOf<'record.change'>, now: Date): Result<CaseEvent> {
  const { said } = one;
  const after = { ...one, ...completeRecord({ ...one, said: changeRecord(said, command.change) }) };
  const awaited = (command.awaited ?? []).filter(
    ({ field, knownBy }) => knownBy !== (one.awaits.find((each) => each.field === field)?.knownBy ?? null),
  );
  const differs = Object.entries(command.change).filter(
    ([name, value]) =>
      value !== undefined && !isSame((value ?? null) as Json, (said[name as keyof BreachRecord] ?? null) as Json),
  );
  const issues = [...seatIssues(said, command.change), ...awaitedIssues(command.awaited ?? [], after, now)];
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  if (differs.length + awaited.length > 0) {
    const values = Object.fromEntries(differs) as BreachRecord;
    return done({
      type: 'case.recorded',
      typeVersion: 2,
      values: { ...values, ...(awaited.length > 0 && { awaited }) },
    });
  }
  const same = [{ pointer: '/change', message: 'nothing differs from what is recorded' }];
  return refused({ code: 'input.invalid', issues: same });
}

/** A main establishment is one of those which this case itself names, where it names any. */
function seatIssues(said: BreachRecord, news: BreachRecord): Issue[] {
  if (news.establishments === undefined && news.mainEstablishment === undefined) return [];
  const { establishments = null, mainEstablishment = null } = changeRecord(said, news);
  if (establishments === null) return [];
  return mainIssues(establishments, mainEstablishment).map((issue) => ({
    ...issue,
    pointer: `/change${issue.pointer}`,
  }));
}

/**
 * What the processor says otherwise is recorded as our own answer. Of what was read: a newer version says so first. What the
 * processor says no otherwise than we do is refused, field by field.
 */
function take(one: ControllerCase, { fields, version }: CaseCommandOf<'record.take'>): Result<CaseEvent> {
  const newest = newestVersion(one);
  const says = processorSays(one);
  const issues = fields.flatMap((field, index) => {
    const said = says.find((each) => each.field === field);
    const isSo = said !== undefined && !isSame(said.value, (one.said[said.field] ?? null) as Json);
    return isSo ? [] : [{ pointer: `/fields/${index}`, message: 'the processor says nothing else there' }];
  });
  if (newest > 0 && version !== newest) {
    issues.push({ pointer: '/version', message: `version ${newest} of the notice has come: read it first` });
  }
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  const taken = says.filter(({ field }) => fields.includes(field)).map(({ field, value }) => [field, value]);
  return done({ type: 'case.recorded', typeVersion: 2, values: Object.fromEntries(taken) as BreachRecord });
}

/** A field that is filled meanwhile needs none: refused only where all are. Fields with the same reason have one. */
function excuse(one: ControllerCase, { groups }: CaseCommandOf<'record.excuse'>): Result<CaseEvent> {
  const filled = needsOf(one).flatMap(({ field, state }) => (state === 'filled' ? [field] : []));
  const asked = recordGroups.flatMap((group) =>
    (groups[group]?.fields ?? []).map((field) => ({ group, field, reason: groups[group]?.reason ?? '' })),
  );
  const open = asked.filter(({ field }) => !filled.includes(field));
  const texts = [...new Set(open.map(({ reason }) => reason))];
  const [only, ...others] = texts;
  if (only === undefined) {
    const issues = asked.map(({ group, field }) => ({ pointer: `/groups/${group}`, message: `${field} is filled` }));
    return refused({ code: 'input.invalid', issues });
  }
  const fields = [...new Set(open.map(({ field }) => field))];
  if (others.length === 0) return done({ type: 'record.excused', values: { fields, reason: only } });
  const reasons = texts.map((reason) => ({
    fields: fields.filter((field) => open.some((each) => each.field === field && each.reason === reason)),
    reason,
  }));
  return done({ type: 'record.excused', values: { fields, reason: null, reasons } });
}
