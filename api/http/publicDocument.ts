/** JSON that says nothing about anybody, served to everybody; made when it is first asked for. */
export type PublicDocument = { path: string; content: () => unknown };
