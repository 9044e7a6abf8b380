import { z } from 'zod';

/** A domain command's fields as the body of a request: the same rules, each field with words for who calls the API. */
export function described<S extends z.core.$ZodShape>(
  id: string,
  description: string,
  shape: S,
  fields: Readonly<Record<string, string>>,
): z.ZodObject<S, z.core.$strict> {
  const named = Object.entries(shape).map(([name, schema]) => {
    const { erasable: _erasable, id: _id, ...meta } = (schema as z.ZodType).meta() ?? {};
    const words = fields[name] ?? '';
    // `clone` first: a description here must not reach the domain's own schema.
    return [name, (schema as z.ZodType).clone().meta({ ...meta, description: words })];
  });
  return z.strictObject(Object.fromEntries(named) as S).meta({ id, description });
}
