import { receiveBounce } from '../../application/delivery/receiveBounce';
import type { Ports } from '../../application/ports/ports';
import type { Connected } from '../config';
import { startBounceSmtp, type Verdict } from '../servers/bounceSmtp';

type Parts = { config: Pick<Connected, 'bounces'>; ports: Ports; log: { info(facts: object, message: string): void } };

/** The entrance of delivery reports by mail; closed unless `BOUNCE_SMTP_PORT` is set. */
export async function composeBounces({ config: { bounces }, ports, log }: Parts): Promise<{ close(): Promise<void> }> {
  const { port, bind: host, address } = bounces;
  if (port === null) return { close: async () => undefined };
  const counted: Record<Verdict, number> = { taken: 0, unmatched: 0, unreadable: 0 };
  const take = async (raw: Buffer): Promise<Verdict> => {
    const verdict = verdictOf(await receiveBounce(ports, raw));
    counted[verdict] += 1;
    log.info({ verdict, counted }, 'a delivery report came');
    return verdict;
  };
  const server = await startBounceSmtp({ host, port, address, take });
  return { close: server.stop };
}

/** @throws Error for what another try may heal */
function verdictOf(received: Awaited<ReturnType<typeof receiveBounce>>): Verdict {
  if (received.ok) return 'taken';
  switch (received.error.code) {
    case 'report.unmatched':
      return 'unmatched';
    case 'report.unreadable':
      return 'unreadable';
    default:
      throw new Error(received.error.code);
  }
}
