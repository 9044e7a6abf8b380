import { blockWords } from './blockWords';
import type { DatabaseEngine } from './servers/database';

export type Facts = {
  address: string;
  /** Whether it is the port that is wished, and the one of earlier starts where something else has it now. */
  portNote: { isWished: boolean; lost: number | null };
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
  const { address, portNote, token, orgId, dataFolder, engine, temporalUi, mailsAreCaught } = facts;
  const rows: [string, string][] = [
    [words.address, address],
    ...noteOf(portNote, words).map((note) => ['Port', note] satisfies [string, string]),
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

function noteOf({ isWished, lost }: Facts['portNote'], words: (typeof blockWords)['fr' | 'en']): string[] {
  if (lost !== null) return [words.portLost.replace('{port}', String(lost))];
  return isWished ? [] : [words.portKept];
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
