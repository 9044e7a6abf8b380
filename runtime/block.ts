import type { DatabaseEngine } from './servers/database';

export type Facts = {
  address: string;
  /** The first token, which is written nowhere else; null once it has been shown. */
  token: string | null;
  orgId: string;
  dataFolder: string;
  /** Null where the operator's own database is used. */
  engine: DatabaseEngine | null;
  /** Null where the operator's own Temporal is used. */
  temporalUi: string | null;
  mailsAreCaught: boolean;
};

const LABEL_WIDTH = 14;

/** The few lines that the person at the terminal needs. */
export function startBlock(facts: Facts): string {
  const rows: [string, string][] = [
    ['Address', facts.address],
    ...wayIn(facts),
    ['Data', facts.dataFolder + engineNote(facts.engine)],
    ...(facts.temporalUi === null ? [] : [['Temporal', facts.temporalUi] satisfies [string, string]]),
    ['Mails', mailNote(facts)],
    ['Stop', 'Ctrl-C'],
  ];
  const lines = rows.map(([name, value]) => `  ${name.padEnd(LABEL_WIDTH)}${value}`);
  return ['', 'Vigie is ready.', '', ...lines, ''].join('\n');
}

function wayIn({ token, orgId }: Facts): [string, string][] {
  if (token === null) {
    return [
      ['Way in', 'open the address and enter the token that the first start showed'],
      ['Organisation', orgId],
    ];
  }
  return [
    ['Way in', 'open the address and enter this token: shown once, keep it (Vigie knows its hash alone)'],
    ['Token', token],
    ['Organisation', orgId],
  ];
}

function engineNote(engine: DatabaseEngine | null): string {
  switch (engine) {
    case 'SecantusDB':
      return ' (SecantusDB: for a trial or one small organisation)';
    case 'mongod':
      return ' (mongod)';
    case null:
      return ' (files; the database is your own)';
  }
}

const mailNote = ({ mailsAreCaught, address, orgId }: Facts): string =>
  mailsAreCaught
    ? `mails are caught, nobody outside is told: read them at ${address}/o/${orgId}/mailbox`
    : 'sent by your relay';
