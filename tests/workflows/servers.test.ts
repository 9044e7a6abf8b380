import { describe, expect, it } from '@jest/globals';
import { Connection } from '@temporalio/client';
import { searchAttributes, startTemporalDev, startTimeSkipping } from '../fakes/servers';

const names = searchAttributes.map(({ name }) => name);

async function attributesOf(connection: Connection): Promise<string[]> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace: 'default' });
  return Object.keys(customAttributes ?? {});
}

describe('the Temporal servers of the tests', () => {
  it('the development server knows the search attributes of the engine', async () => {
    const server = await startTemporalDev();
    const connection = await Connection.connect({ address: server.address });
    expect(await attributesOf(connection)).toEqual(expect.arrayContaining(names));
    await connection.close();
    await server.stop();
  });

  it('the time-skipping server takes them, and skips an hour in no time', async () => {
    const env = await startTimeSkipping();
    const before = await env.currentTimeMs();
    await env.sleep('1 hour');
    expect((await env.currentTimeMs()) - before).toBeGreaterThanOrEqual(3_600_000);
    await env.teardown();
  });
});
