import { Role } from '../../domain/shared/roles';
import type { FieldLine, OperationEntry, Reference } from '../../templates/pages/reference';
import type { Route } from './defineRoute';
import { EXCHANGE_TAG, RECEIPT_TYPE, type SealedPost, sealedPosts } from './exchangeDescribed';
import { openApi } from './openApi';

type Json = Record<string, unknown>;

/** The API as people read it, made of the very document that machines read. */
export function referenceOf(routes: readonly Route[]): Reference {
  const document = openApi(routes, '');
  const shapes = document.components.schemas as Record<string, Json>;
  const entry = (route: Route) => operationEntry(route, document.paths[route.path]?.[route.method] as Json, shapes);
  return {
    groups: document.tags.map(({ name }) => ({
      name,
      operations:
        name === EXCHANGE_TAG ? sealedPosts.map(sealedEntry) : routes.filter(({ tag }) => tag === name).map(entry),
    })),
    shapes: Object.entries(shapes)
      .filter(([name]) => !isNameless(name))
      .map(([name, schema]) => ({
        name,
        description: text(schema['description']),
        fields: fieldsOf(schema, shapes),
      })),
  };
}

function operationEntry(route: Route, operation: Json, shapes: Record<string, Json>): OperationEntry {
  const may = (kind: 'person' | 'tool') => (role: Role) => route.policy({ actor: { kind, id: '' }, roles: [role] });
  const responses = operation['responses'] as Record<string, { description: string; content?: Json }>;
  const parameters = (operation['parameters'] ?? []) as (Json & { name: string; schema: Json })[];
  const content = contentOf(operation['requestBody']);
  const answer = contentOf(responses[String(route.status)]);
  return {
    id: route.operationId,
    method: route.method.toUpperCase(),
    path: route.path,
    summary: route.summary,
    description: route.description,
    roles: Role.options.filter(may('person')),
    tool: may('tool')('O'),
    parameters: parameters.map(({ name, schema, required, description }) => ({
      ...lineOf(name, { ...schema, description }),
      needed: required === true,
    })),
    body: content === null ? [] : fieldsOf(content.schema, shapes),
    bodyExample: exampleOf(content),
    status: route.status,
    answer: typeOf(answer?.schema ?? {}),
    answerExample: exampleOf(answer),
    problems: Object.entries(responses)
      .filter(([status]) => Number(status) >= 400)
      .map(([status, { description }]) => ({ status, titles: description })),
  };
}

/** What no token opens has no roles. */
const sealedEntry = (one: SealedPost): OperationEntry => ({
  id: one.operationId,
  method: 'POST',
  path: one.path,
  summary: one.summary,
  description: one.description,
  roles: null,
  tool: false,
  parameters: [
    { name: 'orgId', type: 'string', shape: null, needed: true, description: 'organisation that it is for' },
  ],
  body: [{ name: one.mediaType, type: 'string', shape: null, needed: true, description: one.body }],
  bodyExample: null,
  status: 200,
  answer: { type: RECEIPT_TYPE, shape: null },
  answerExample: null,
  problems: [...one.problems].map(([status, titles]) => ({ status: String(status), titles: titles.join('; ') })),
});

type Content = { schema: Json; example?: unknown };

function contentOf(part: unknown): Content | null {
  const content = (part as { content?: Record<string, Content> } | undefined)?.content ?? {};
  return Object.values(content)[0] ?? null;
}

const exampleOf = (content: Content | null): string | null =>
  content?.example === undefined ? null : JSON.stringify(content.example, null, 2);

/** Fields of an object, through a reference; of alternatives, those of each, once. */
function fieldsOf(schema: Json, shapes: Record<string, Json>): FieldLine[] {
  const name = nameOf(schema);
  if (name !== null) return fieldsOf(shapes[name] ?? {}, shapes);
  const others = [schema['anyOf'], schema['oneOf']].flat().filter((one): one is Json => typeof one === 'object');
  const required = (schema['required'] ?? []) as string[];
  const own = Object.entries((schema['properties'] ?? {}) as Record<string, Json>).map(([field, part]) => ({
    ...lineOf(field, part),
    needed: required.includes(field),
  }));
  const all = [...own, ...others.flatMap((one) => fieldsOf(one, shapes))];
  return all.filter(({ name: field }, index) => all.findIndex((one) => one.name === field) === index);
}

const lineOf = (name: string, schema: Json): FieldLine => ({
  name,
  ...typeOf(schema),
  needed: false,
  description: text(schema['description']),
});

/** Made up for a part that a schema uses twice, such as any JSON. */
const isNameless = (name: string): boolean => name.startsWith('__');

const nameOf = (schema: Json): string | null =>
  typeof schema['$ref'] === 'string' ? (schema['$ref'].split('/').at(-1) ?? null) : null;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A type in a few words. */
function typeOf(schema: Json): { type: string; shape: string | null } {
  const name = nameOf(schema);
  if (name !== null) return isNameless(name) ? { type: 'any', shape: null } : { type: name, shape: name };
  const members = [schema['anyOf'], schema['oneOf']].flat().filter((one): one is Json => typeof one === 'object');
  if (members.length > 0) {
    const types = members.map(typeOf);
    return {
      type: [...new Set(types.map(({ type }) => type))].join(' | '),
      shape: types.find(({ shape }) => shape !== null)?.shape ?? null,
    };
  }
  if (Array.isArray(schema['enum'])) return { type: schema['enum'].map(String).join(' | '), shape: null };
  if (schema['const'] !== undefined) return { type: String(schema['const']), shape: null };
  if (schema['type'] === 'array') {
    const { type, shape } = typeOf((schema['items'] ?? {}) as Json);
    return { type: `[${type}]`, shape };
  }
  const type = [schema['type']].flat().map(text).filter(Boolean).join(' | ');
  return { type: text(schema['format']) || type || 'any', shape: null };
}
