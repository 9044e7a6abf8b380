import type { Logger } from 'pino';
import { createSmtpMailer } from '../../adapters/mail/smtp';
import { createPdfPrinter } from '../../adapters/pdf/typst';
import { withoutWords } from '../../api/http/log';
import type { Ports } from '../../application/ports/ports';
import { createTexts } from '../../templates/createTexts';
import { type Connected, linkBase } from '../config';
import type { Stores } from './stores';

/** What every process that acts needs beside the stores. The thread that prints PDFs starts at the first one. */
export function composePorts(config: Connected, stores: Stores, log: Logger): Ports {
  const [, mailDomain = 'vigie.invalid'] = config.mailFrom.split('@');
  const printer = createPdfPrinter(config.root);
  return {
    ...stores,
    texts: createTexts(printer.print, (error) => log.error(withoutWords(error), 'a PDF could not be printed')),
    mailer: createSmtpMailer({
      url: config.smtpUrl,
      from: { name: 'Vigie', address: config.mailFrom },
      catching: config.smtpCatching,
    }),
    settings: { publicUrl: linkBase(config), mailDomain },
  };
}
