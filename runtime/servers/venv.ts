import { join } from 'node:path';

/** Folder of the private Python environment that the bootstrap fills from hash-pinned wheels. */
export const venvBin = (root: string): string => join(root, '.vigie', 'venv', 'bin');

/** Run through the interpreter: the script's first line breaks where the project's path has a space. */
export const secantusCommand = (root: string) => ({
  command: join(venvBin(root), 'python3'),
  args: ['-c', 'from secantus.cli import main; raise SystemExit(main())'],
});

export const temporalCommand = (root: string): string => join(venvBin(root), 'temporal');

export const timeSkippingCommand = (root: string): string => join(venvBin(root), 'temporal-test-server');
