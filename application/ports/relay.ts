import type { TestRelay } from './mailer';

/** The mail relay by which mails leave. */
export type Relay = {
  /** Host and port, for people. */
  name: string;
  /** SHA-256 of how it is reached: the test of another relay counts for nothing. */
  fingerprint: string;
  test: TestRelay;
};
