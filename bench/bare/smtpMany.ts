import { load } from '../row';
import { bareSmtp } from './smtp';

/** So many mails of these bytes, so many side by side, a connection each: prints how many a second. */
async function main([url = '', count = '0', sideBySide = '1', raw = '']: string[]): Promise<void> {
  const bytes = Buffer.from(raw, 'base64');
  const { perSecond } = await load(Number(sideBySide), Number(count), () => bareSmtp(url, bytes));
  console.log(perSecond);
}

void main(process.argv.slice(2));
