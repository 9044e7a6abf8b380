import { describe, expect, it } from '@jest/globals';
import { IncidentCommand, Signal } from '../../../domain/incident/commands';
import { Prove } from '../../../domain/vulnerability/decide';
import { commands } from '../../fakes/incidentStory';

const declarant = { name: null, email: 'd@client.example', phone: null };
const signal = { text: 'accès vu', source: 'person', alertedAt: '2026-05-13T08:00:00.000Z', declarant };
const proven = { text: 'partage ouvert', provenAt: '2026-05-13T08:00:00.000Z', severity: 'high' };

/** Domain rules 7.1, last column: what each entry must hold. Without it, or left blank, the act is refused. */
const rows: [
  row: string,
  schema: { safeParse(value: unknown): { success: boolean } },
  good: object,
  needs: string[],
][] = [
  ['event.report', Signal, signal, ['text', 'source', 'alertedAt', 'declarant']],
  ['event.dismiss', IncidentCommand, commands['event.dismiss'], ['reason', 'personalDataOnSystem']],
  ['event.reopen', IncidentCommand, commands['event.reopen'], ['reason']],
  ['investigation.justify', IncidentCommand, commands['investigation.justify'], ['reason']],
  [
    'incident.declare',
    IncidentCommand,
    commands['incident.declare'],
    ['incidentKind', 'severity', 'harmed', 'leadId', 'basis'],
  ],
  ['vuln.proven', Prove, proven, ['text', 'provenAt', 'severity']],
  ['incident.tell', IncidentCommand, commands['incident.tell'], ['text', 'touched']],
  ['breach.suspect', IncidentCommand, commands['breach.suspect'], ['basis']],
  ['aware.set', IncidentCommand, commands['aware.set'], ['awareAt', 'detectedAt', 'nature', 'why']],
  ['breach.rule_out', IncidentCommand, commands['breach.ruleOut'], ['evidenceRefs', 'reason']],
  ['aware.correct', IncidentCommand, commands['aware.correct'], ['awareAt', 'detectedAt', 'nature', 'reason']],
  [
    'contain, eradicate, recover',
    IncidentCommand,
    commands['measure.add'],
    ['what', 'owner', 'at', 'measureKind', 'status'],
  ],
  ['close', IncidentCommand, commands['incident.close'], ['consequences', 'holdsDecided', 'lessons']],
];

const blankOf = (value: unknown): unknown => {
  if (typeof value === 'string') return '  ';
  return Array.isArray(value) ? [] : null;
};

describe.each(rows.map(([row, schema, good, needs]) => ({ row, schema, good, needs })))(
  '$row',
  ({ schema, good, needs }) => {
    it('is taken as it should be', () => {
      expect(schema.safeParse(good)).toMatchObject({ success: true });
    });

    it.each(needs)('must hold %s', (name) => {
      const { [name]: value, ...rest } = good as Record<string, unknown>;
      expect(schema.safeParse(rest).success).toBe(false);
      // \"none\" is said by an empty list of consequences; that the lead is a member is judged with the members
      if (name !== 'consequences' && name !== 'leadId')
        expect(schema.safeParse({ ...rest, [name]: blankOf(value) }).success).toBe(false);
    });
  },
);

it('a declarant who can be reached neither by mail nor by telephone is no contact', () => {
  expect(Signal.safeParse({ ...signal, declarant: { ...declarant, email: null } }).success).toBe(false);
});
