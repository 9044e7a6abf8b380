/** An empty organisation would match another's rows in some drivers: it never reaches the database. */
export function presentOrg(orgId: string): string {
  if (typeof orgId !== 'string' || orgId === '') throw new TypeError('orgId is empty');
  return orgId;
}
