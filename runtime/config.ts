import { z } from 'zod';
import { Role } from '../domain/shared/roles';

const Member = z.strictObject({
  token: z.string().min(16),
  orgId: z.string(),
  personId: z.string(),
  roles: z.array(Role),
});

const Environment = z.object({
  PORT: z.coerce.number().int().default(8080),
  MONGODB_URL: z.url({ protocol: /^mongodb(\+srv)?$/ }),
  TEMPORAL_ADDRESS: z.string().min(1),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  SMTP_CATCHING: z.stringbool().default(true),
  MAIL_FROM: z.email(),
  JOURNAL_MAC_KEY: z.string().min(32),
  STYLESHEET: z.string().min(1),
  /** Stands in for accounts, which the slice leaves out. */
  MEMBERS: z.string().transform((text) => z.array(Member).parse(JSON.parse(text))),
});

export type Config = Readonly<z.infer<typeof Environment>>;

/** @throws Error with one line a fault, in words for the person who starts the process. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) throw new Error(`The environment cannot be used:\n${z.prettifyError(parsed.error)}`);
  return Object.freeze(parsed.data);
}
