'use strict';
// One process that tells the persons of a case, on the built code and real stores, until nobody is left or it is killed.
// Arguments: the environment of an installation in JSON, organisation, case, length of a lease in milliseconds.
const { join } = require('node:path');
const { setTimeout: rest } = require('node:timers/promises');

const root = join(__dirname, '../..');
const built = (path) => require(join(root, 'dist', path));
const [environment, orgId, caseId, leaseMs] = process.argv.slice(2);

async function main() {
  const { readConfig, requireServers } = built('runtime/config.js');
  const config = requireServers(readConfig(JSON.parse(environment), root));
  const { stores, database } = await built('runtime/compose/stores.js').composeStores(config);
  const ports = built('runtime/compose/ports.js').composePorts(config, stores, require('pino')({ level: 'silent' }));
  const ctx = { orgId, actor: { kind: 'system', id: 'engine' }, roles: [], ports };
  const { sendToPersons } = built('application/controllerCase/sendToPersons.js');
  const { listDueAt } = built('application/controllerCase/recipientLists.js');
  const input = { caseId, leaseMs: Number(leaseMs), sliceMs: 600_000 };
  let told = await sendToPersons({ ctx, input });
  for (;;) {
    // as the engine does: back when somebody is due, or the claim of one that died has ended
    const dueAt = await listDueAt(ctx, await ports.projections.read(orgId, 'controllerCase', caseId));
    if (dueAt === null || !told.ok) break;
    await rest(Math.max(0, dueAt.getTime() - Date.now()) + 1);
    told = await sendToPersons({ ctx, input });
  }
  await database.close();
  process.exit(told.ok ? 0 : 1);
}

void main();
