import { blockWords } from './blockWords';
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

/** The few lines that the person at the terminal needs, in the language of that terminal. */
export function startBlock(facts: Facts, language: 'fr' | 'en'): string {
  const words = blockWords[language];
  const { address, token, orgId, dataFolder, engine, temporalUi, mailsAreCaught } = facts;
  const rows: [string, string][] = [
    [words.address, address],
    [words.wayIn, token === null ? words.again : words.first],
    ...(token === null ? [] : [[words.token, token] satisfies [string, string]]),
    [words.organisation, orgId],
    [words.data, dataFolder + words[engineNote(engine)]],
    ...(temporalUi === null ? [] : [[words.temporal, temporalUi] satisfies [string, string]]),
    [words.mails, mailsAreCaught ? `${words.caught} ${address}/o/${orgId}/mailbox` : words.relayed],
    [words.stop, 'Ctrl-C'],
  ];
  const lines = rows.map(([name, value]) => `  ${name.padEnd(LABEL_WIDTH)}${value}`);
  return ['', words.ready, '', ...lines, ''].join('\n');
}

function engineNote(engine: DatabaseEngine | null): 'secantus' | 'mongod' | 'own' {
  switch (engine) {
    case 'SecantusDB':
      return 'secantus';
    case 'mongod':
      return 'mongod';
    case null:
      return 'own';
  }
}
