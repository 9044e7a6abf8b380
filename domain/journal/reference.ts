/** What people call a kind of subject by: signal, incident, vulnerability, transfer, controller's case, exercise. */
type Prefix = 'SIG' | 'INC' | 'VUL' | 'TRF' | 'CTL' | 'EXE';

/**
 * Subjects are numbered by their entry: no counter exists that could run apart.
 *
 * @param recordedAt UTC instant; its year goes before the number
 */
export function referenceOf(prefix: Prefix, { seq, recordedAt }: { seq: number; recordedAt: string }): string {
  return `${prefix}-${recordedAt.slice(0, 4)}-${seq}`;
}
