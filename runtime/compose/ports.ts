import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { readCsv } from '../../adapters/csv/readCsv';
import { writeXlsx } from '../../adapters/xlsx/writeXlsx';
import { createSmtpMailer } from '../../adapters/mail/smtp';
import { createStayingMailer } from '../../adapters/mail/stayingMailer';
import { createRelayTest } from '../../adapters/mail/testRelay';
import { createLetterPrinter } from '../../adapters/pdf/letterPrinter';
import { createPdfPrinter } from '../../adapters/pdf/typst';
import { withoutWords } from '../../api/http/log';
import { isDemonstration } from '../../application/organisation/mailsCaught';
import type { Ports } from '../../application/ports/ports';
import type { Relay } from '../../application/ports/relay';
import { createTexts } from '../../templates/createTexts';
import { type Connected, linkBase } from '../config';
import { composeCarriers } from './carriers';
import type { Stores } from './stores';

/** What every process that acts needs beside the stores. The thread that prints PDFs starts at the first one. */
export function composePorts(
  config: Connected,
  { caughtMails, ...stores }: Stores,
  log: Logger,
  printer = createPdfPrinter(config.root),
): Ports {
  const [, mailDomain = 'vigie.invalid'] = config.mailFrom.split('@');
  const from = { name: 'Vigie', address: config.mailFrom };
  const smtp = { url: config.smtpUrl, from, returnPath: config.bounces.address };
  return {
    ...stores,
    texts: createTexts(
      printer.print,
      (error) => log.error(withoutWords(error), 'a PDF could not be printed'),
      createLetterPrinter(config.root),
    ),
    mailer: createStayingMailer(createSmtpMailer({ ...smtp, catching: config.smtpCatching }), {
      stays: (orgId) => isDemonstration(stores, orgId),
      store: caughtMails,
      onFault: (error) =>
        log.error(withoutWords(error), 'whether a mail stays could not be read, or it could not be kept'),
    }),
    readCsv,
    writeXlsx,
    carriers: composeCarriers(config, stores),
    relay: config.smtpCatching ? null : relayOf(smtp),
    settings: { publicUrl: linkBase(config), mailDomain },
  };
}

/** The password is no part of the fingerprint: a new one is not a new relay. */
function relayOf(smtp: { url: string; from: { name: string; address: string }; returnPath: string }): Relay {
  const { protocol, host, username } = new URL(smtp.url);
  const senders = [...new Set([smtp.from.address, smtp.returnPath])]; // a relay may refuse either
  const reached = [protocol, host, username, ...senders].join('|');
  return {
    name: host,
    fingerprint: createHash('sha256').update(reached).digest('hex'),
    test: createRelayTest(smtp),
  };
}
