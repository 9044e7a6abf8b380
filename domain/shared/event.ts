import { z } from 'zod';

/** One type of entry and what it holds: a member of the closed list of its subject. */
export const event = <T extends string, V extends z.ZodType>(type: T, values: V) =>
  z.object({ type: z.literal(type), values });

/** A later version of a type: what the version before it meant, it means for ever. */
export const laterEvent = <T extends string, N extends number, V extends z.ZodType>(
  type: T,
  typeVersion: N,
  values: V,
) => z.object({ type: z.literal(type), typeVersion: z.literal(typeVersion), values });

/** One member of an `XEvent` union: `typeVersion` is 1 where the member does not name one. */
export type EventSchema = z.ZodObject<{
  type: z.ZodLiteral<string>;
  values: z.ZodObject;
  typeVersion?: z.ZodLiteral<number>;
}>;
export type EventUnion = { options: readonly z.ZodObject[] };

export const isEvent = (option: z.ZodObject): option is EventSchema =>
  option.shape['type'] instanceof z.ZodLiteral && option.shape['values'] instanceof z.ZodObject;

export const versionOf = ({ shape }: EventSchema): number => shape.typeVersion?.value ?? 1;

/** The member that reads entries of this type and version; undefined for what this code does not know. */
export const memberFor = (
  options: readonly z.ZodObject[],
  { type, typeVersion }: { type: string; typeVersion: number },
): EventSchema | undefined =>
  options.find(
    (member): member is EventSchema =>
      isEvent(member) && member.shape.type.value === type && versionOf(member) === typeVersion,
  );
