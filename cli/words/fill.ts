export type Values = Record<string, string | number>;

/** A value that a sentence names and nobody gives stays visible as `{name}`. */
export const fill = (text: string, values: Values = {}): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
