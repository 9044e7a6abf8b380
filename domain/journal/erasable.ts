import { z } from 'zod';

/**
 * Marks a field of an entry type whose value may be erased when its retention ends; an erased value reads as null.
 * Put it last: `.meta()` belongs to the schema it is called on, and what is derived from that schema loses it.
 * Nothing erasable may feed a deadline (domain rules, section 7.8).
 */
export const erasable = <S extends z.ZodType>(schema: S) => schema.nullable().meta({ erasable: true });

export const isErasable = (schema: z.core.$ZodType): boolean =>
  z.globalRegistry.get(schema)?.['erasable'] === true || innerOf(schema).some(isErasable);

/** Looks through `.nullable()`, `.optional()`, `.default()`, `.readonly()`: the mark may have been put inside them. */
function innerOf(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (!(schema instanceof z.ZodType) || !('innerType' in schema.def)) return [];
  return schema.def.innerType instanceof z.ZodType ? [schema.def.innerType] : [];
}
