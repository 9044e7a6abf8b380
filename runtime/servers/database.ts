import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { startMongod } from './mongod';
import { startSecantus } from './secantus';

export type DatabaseEngine = 'mongod' | 'SecantusDB';

/**
 * Which embedded database a data folder has: what it began with; for a new one the machine's `mongod` where there is
 * one, else SecantusDB, which is good for a trial or one small organisation.
 */
export function chooseEngine(dataFolder: string, path: string): DatabaseEngine {
  if (existsSync(join(dataFolder, 'secantusdb'))) return 'SecantusDB';
  if (existsSync(join(dataFolder, 'mongod'))) return 'mongod';
  return path.split(delimiter).some((folder) => existsSync(join(folder, 'mongod'))) ? 'mongod' : 'SecantusDB';
}

export function startDatabase(engine: DatabaseEngine, root: string, dataFolder: string, port: number) {
  const logFile = join(dataFolder, 'logs', 'database.log');
  switch (engine) {
    case 'mongod':
      return startMongod({ folder: join(dataFolder, 'mongod'), logFile, port });
    case 'SecantusDB':
      return startSecantus({ root, folder: join(dataFolder, 'secantusdb'), logFile, port });
  }
}
