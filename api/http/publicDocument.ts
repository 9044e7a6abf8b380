/** JSON that says nothing about anybody, served to everybody. */
export type PublicDocument = { path: string; content: unknown };
