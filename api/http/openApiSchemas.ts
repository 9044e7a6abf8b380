import { z } from 'zod';

type Json = Record<string, unknown>;

/**
 * Turns zod into JSON Schema 2020-12 and gathers what has an id as components of one document.
 *
 * @throws Error when one id is given to two shapes: a request and an answer need names of their own
 */
export function createSchemas() {
  const components = new Map<string, Json>();

  function gather(name: string, schema: Json): void {
    const known = components.get(name);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(schema)) {
      throw new Error(`two shapes are called ${name}`);
    }
    components.set(name, schema);
  }

  function convert(schema: z.ZodType, io: 'input' | 'output'): Json {
    const { $schema: _, $defs = {}, ...rest } = z.toJSONSchema(schema, { io }) as Json;
    for (const [name, part] of Object.entries($defs as Record<string, Json>)) gather(name, hoisted(part) as Json);
    return hoisted(rest) as Json;
  }

  return { convert, components: () => Object.fromEntries([...components].toSorted(([a], [b]) => (a < b ? -1 : 1))) };
}

/** References point into the document; the bounds of a safe integer are noise. */
function hoisted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hoisted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).flatMap(([name, member]): [string, unknown][] => {
    if (name === '$ref') return [[name, String(member).replace('#/$defs/', '#/components/schemas/')]];
    const isNoise = (name === 'maximum' || name === 'minimum') && Math.abs(Number(member)) === Number.MAX_SAFE_INTEGER;
    return isNoise ? [] : [[name, hoisted(member)]];
  });
  return Object.fromEntries(members);
}
