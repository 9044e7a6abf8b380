/**
 * A text of at most so many UTF-16 units, as the schemas count; what is left out is marked by `…`. No character is cut in
 * two: half of one has no canonical form.
 */
export function cutAt(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
