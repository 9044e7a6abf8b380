import { annex1JsonSchema } from '../../../domain/agreement/annex1';

type Node = {
  properties?: Record<string, Node>;
  items?: Node;
  required?: string[];
  enum?: string[];
};

/** What the schema of Annex 1 says of one place: whether the document stands without it, is it a list, which words it takes. */
export type Place = { optional: boolean; isList: boolean; values: readonly string[] };

const whole = annex1JsonSchema() as Node;

/** `at`: steps parted by `/`; `*` or a number is any row of a list. @throws RangeError for a place that is not there */
export function placeOf(at: string): Place {
  let node: Node = whole;
  let optional = false;
  for (const step of at.split('/')) {
    const inner = node.items ?? node.properties?.[step];
    if (inner === undefined) throw new RangeError(`no place ${at} in Annex 1`);
    optional ||= node.items === undefined && !(node.required ?? []).includes(step);
    node = inner;
  }
  return { optional, isList: node.items !== undefined, values: node.enum ?? node.items?.enum ?? [] };
}
