import { createTransport } from 'nodemailer';

/** One connection, one mail of these bytes: milliseconds until the relay has accepted it. */
export async function bareSmtp(url: string, raw: Buffer): Promise<number> {
  const transport = createTransport(url);
  const startMs = performance.now();
  await transport.sendMail({ envelope: { from: 'bench@vigie.invalid', to: 'bare@vigie.invalid' }, raw });
  const tookMs = performance.now() - startMs;
  transport.close();
  return tookMs;
}
