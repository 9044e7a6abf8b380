import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Door } from '../http/door';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30];

/** Figures of this process. Labels are route templates and statuses: nothing of an organisation or a person. */
export function createMetrics(): { registry: Registry; observe: Door['observe'] } {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'vigie_' });
  const answers = new Histogram({
    name: 'vigie_http_answer_seconds',
    help: 'Time from a request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [registry],
  });
  return {
    registry,
    observe: ({ method, route, status, seconds }) =>
      answers.observe({ method: KNOWN.has(method) ? method : 'other', route, status }, seconds),
  };
}

/** Methods are the caller's to invent; a figure for each would fill the memory. */
const KNOWN = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
