/** Work that one process does at a time. */
export type Leases = {
  /** Takes or renews the lease; false while another holder has it. Instants are the database's business. */
  hold(name: string, holder: string, durationMs: number): Promise<boolean>;
  release(name: string, holder: string): Promise<void>;
};
