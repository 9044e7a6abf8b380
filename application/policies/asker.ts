import type { Context } from '../ports/ports';

/** What a policy may look at: who asks, never what is asked. */
export type Asker = Pick<Context, 'actor' | 'roles'>;

/** Vigie itself: engine, relay, signer, watchdog. */
export const isSystem = ({ actor }: Pick<Asker, 'actor'>): boolean => actor.kind === 'system';

/** Who acts in a workflow's name. */
export const ENGINE = { kind: 'system', id: 'engine' } as const;

export const anyMember = ({ actor, roles }: Asker): boolean => isSystem({ actor }) || roles.length > 0;
