import { describe, expect, it } from '@jest/globals';
import { openApi } from '../../api/http/openApi';
import { exchangeProblems } from '../../api/http/exchangeProblems';
import { Problem } from '../../api/http/problemSchema';
import { problemOf, problemTable } from '../../api/http/problems';
import { restRoutes } from '../../api/rest/routes';

type Node = Record<string, unknown>;
type Operation = {
  operationId: string;
  summary: string;
  description: string;
  parameters: { name: string; in: string; required: boolean; description?: string }[];
  requestBody?: { content: Record<string, { example?: unknown }> };
  responses: Record<
    string,
    { description: string; headers: Node; content: Record<string, { schema: Node; example?: unknown }> }
  >;
};

const document = openApi(restRoutes, '0.0.0');
const components = document.components.schemas as Record<string, Node>;
const operationOf = ({ path, method }: { path: string; method: string }) => document.paths[path]?.[method] as Operation;
const routes = restRoutes.map((route) => ({
  name: `${route.method} ${route.path}`,
  route,
  operation: operationOf(route),
}));

/** Pointers of properties that say nothing of themselves. */
function mute(node: unknown, at: string): string[] {
  if (Array.isArray(node)) return node.flatMap((part, index) => mute(part, `${at}/${index}`));
  if (typeof node !== 'object' || node === null) return [];
  const { properties } = node as { properties?: Record<string, Node> };
  const here = Object.entries(properties ?? {}).flatMap(([name, property]) =>
    isDescribed(property) ? [] : [`${at}/properties/${name}`],
  );
  return [...here, ...Object.entries(node).flatMap(([name, part]) => mute(part, `${at}/${name}`))];
}

/** By itself, by the component that it points at, or by one of its alternatives. */
function isDescribed(property: Node): boolean {
  if (typeof property['description'] === 'string') return true;
  const pointed =
    String(property['$ref'] ?? '')
      .split('/')
      .at(-1) ?? '';
  if (components[pointed]?.['description'] !== undefined) return true;
  return [property['anyOf'], property['oneOf']].flat().some((one) => one !== undefined && isDescribed(one as Node));
}

describe('the OpenAPI document', () => {
  it('describes every property', () => {
    expect(mute(document.paths, '/paths')).toEqual([]);
    expect(mute(components, '/components')).toEqual([]);
  });

  it('points nowhere but at its own components', () => {
    const pointers = JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g);
    for (const [, pointer = ''] of pointers) {
      const [, , kind = '', name = ''] = pointer.split('/');
      expect((document.components as Record<string, Node>)[kind]?.[name]).toBeDefined();
    }
  });

  it('names each operation once', () => {
    const ids = routes.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('asks for a token everywhere but where a seal is asked for', () => {
    expect(document.security).toEqual([{ token: [] }]);
    const open = Object.entries(document.paths).filter(([, item]) =>
      Object.values(item).some((one) => (one as Node)['security'] !== undefined),
    );
    expect(open.map(([path]) => path)).toEqual(['/exchange/{orgId}', '/exchange/{orgId}/files']);
  });

  it.each(['/exchange/{orgId}', '/exchange/{orgId}/files'])('says what installations post: %s', (path) => {
    const { responses, requestBody, parameters } = operationOf({ path, method: 'post' });
    const statuses = Object.values(exchangeProblems).map(({ status }) => String(status));
    const isAlone = path.endsWith('{orgId}');
    const expected = ['200', ...statuses].filter((status) => isAlone || status !== '428');
    expect(new Set(Object.keys(responses))).toEqual(new Set(expected));
    expect(Object.keys(requestBody?.content ?? {})).toEqual([
      isAlone ? 'application/x-ndjson' : 'application/octet-stream',
    ]);
    expect(parameters.map(({ name }) => name)).toEqual(['orgId']);
  });
});

describe.each(routes)('$name', ({ route, operation }) => {
  it('says what it does', () => {
    expect(operation.summary.length).toBeGreaterThan(5);
    expect(operation.description.length).toBeGreaterThan(10);
    expect(operation.parameters.every(({ description }) => description !== undefined && description !== '')).toBe(true);
  });

  it('shows examples that its own schemas take', () => {
    const { body, response } = route.example;
    expect(route.response.safeParse(response)).toMatchObject({ success: true });
    if (route.request.body !== null) expect(route.request.body.safeParse(body)).toMatchObject({ success: true });
  });

  it('lists its refusals, each with the schema of a problem', () => {
    const statuses = Object.keys(operation.responses);
    const expected = ['400', '401', '403', '404', '431', '500', '503'];
    if (route.method === 'post') expected.push('409', '413', '415');
    if (route.raw !== undefined && 'longest' in route.raw) expected.push('422');
    if (route.method === 'get' && route.signed === true) expected.push('409');
    if ('if-match' in route.request.headers.shape) expected.push('412', '428');
    expect(statuses.filter((status) => status >= '400').toSorted()).toEqual(expected.toSorted());
    for (const status of expected) {
      const schema = operation.responses[status]?.content['application/problem+json']?.schema;
      expect(schema).toEqual({ $ref: '#/components/schemas/Problem' });
    }
  });

  it('asks for an Idempotency-Key if it writes', () => {
    const names = operation.parameters.filter(({ required }) => required).map(({ name }) => name);
    expect(names.includes('Idempotency-Key')).toBe(route.method === 'post');
  });

  it('begins in an organisation, but for the question which one that is', () => {
    expect(route.path).toMatch(/^\/api\/v1\/(organisations\/\{orgId\}|me$)/);
    const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(route.request.params.shape)).toEqual(inPath);
  });
});

describe('problems', () => {
  it.each(Object.keys(problemTable))('%s has a status of its kind', (code) => {
    const { status } = problemTable[code as keyof typeof problemTable];
    expect(status).toBeGreaterThanOrEqual(400);
  });

  it('say everything that they know, and fit their schema', () => {
    const changed = [{ type: 'notice.version', revision: 2, recordedAt: '2026-03-27T12:00:00Z', actorId: 'p1' }];
    const problems = [
      problemOf({ code: 'input.invalid', issues: [{ pointer: '/body/a', message: 'x' }] }),
      problemOf({ code: 'state.refused', state: 'CLOSED', command: 'send', allowed: ['reopen'] }),
      problemOf({ code: 'revision.stale', current: 2, changed }),
      problemOf({ code: 'revision.taken', changed }),
      problemOf({ code: 'revision.stale', current: 2, changed: [], letter: ['measures'] }),
      problemOf({ code: 'subject.unreadable', type: 'notice.newer' }),
      problemOf({ code: 'method.refused', allowed: ['GET'] }),
    ];
    for (const problem of problems) expect(Problem.safeParse(problem)).toMatchObject({ success: true });
    expect(problems[4]).toMatchObject({ letter: ['measures'] });
    expect(problems[5]).toMatchObject({ type: 'urn:vigie:problem:subject.unreadable', entryType: 'notice.newer' });
  });
});
