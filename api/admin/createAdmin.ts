import express, { type Express } from 'express';
import type { Registry } from 'prom-client';
import type { Door } from '../http/door';
import { guardHeaders } from '../http/guardHeaders';
import { serveHealth } from '../http/health';
import { sendProblem } from '../http/problems';

/** For whoever runs the house: figures and health. Listens on loopback only (`runtime/`). */
export function createAdmin(door: Pick<Door, 'health'>, registry: Registry): Express {
  const app = express().disable('x-powered-by').disable('etag').set('query parser', false);
  app.use(guardHeaders(false));
  serveHealth(app, door);
  app.get('/metrics', async (_request, response) => {
    response.type(registry.contentType).end(await registry.metrics());
  });
  app.use((_request, response) => sendProblem(response, { code: 'subject.unknown' }));
  return app;
}
