import { z } from 'zod';

/** Whether the schema of a field carries the mark of `domain/shared/erasable.ts`. */
export const isErasable = (schema: z.core.$ZodType): boolean =>
  z.globalRegistry.get(schema)?.['erasable'] === true || innerOf(schema).some(isErasable);

/** Looks through `.nullable()`, `.optional()`, `.default()`, `.readonly()`: the mark may have been put inside them. */
function innerOf(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (!(schema instanceof z.ZodType) || !('innerType' in schema.def)) return [];
  return schema.def.innerType instanceof z.ZodType ? [schema.def.innerType] : [];
}
