import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

type Step = 'GREETING' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'END';

/** What the relay does at a step. `takeAndCut`: keeps the mail and dies before it says so. */
export type Fault = { at: Step; recipient?: string } & (
  | { reply: string }
  | { act: 'cut' | 'takeAndCut' | 'replyAndCut' | 'mute' | 'drip' }
);

const REPLIES: Record<Step, string> = {
  GREETING: '220 scripted ESMTP',
  EHLO: '250-scripted\r\n250-SIZE 10485760\r\n250-8BITMIME\r\n250 DSN',
  MAIL: '250 2.1.0 ok',
  RCPT: '250 2.1.5 ok',
  DATA: '354 go ahead',
  END: '250 2.0.0 taken',
};

export type TakenMail = { raw: string; recipients: string[]; commands: string[] };

/** A relay that misbehaves on purpose, one step at a time. `stop` cuts every connection. */
export async function startScriptedSmtp(faults: readonly Fault[] = []) {
  const mails: TakenMail[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    converse(socket, faults, mails);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  };
  return { url: `smtp://127.0.0.1:${address.port}`, mails, stop };
}

function converse(socket: Socket, faults: readonly Fault[], mails: TakenMail[]) {
  let [buffer, inData] = ['', false];
  let mail: TakenMail = { raw: '', recipients: [], commands: [] };
  const take = () => {
    mails.push(mail);
    mail = { raw: '', recipients: [], commands: [] };
  };
  const answer = (step: Step, line = '') => {
    const fault = faults.find(({ at, recipient }) => at === step && line.includes(recipient ?? ''));
    if (fault === undefined) {
      if (step === 'END') take();
      socket.write(`${REPLIES[step]}\r\n`);
      return fault;
    }
    if ('reply' in fault) socket.write(`${fault.reply}\r\n`);
    else act(socket, fault.act, step, take);
    return fault;
  };
  socket.on('data', (chunk) => {
    buffer += chunk.toString('latin1');
    for (;;) {
      const mark = inData ? '\r\n.\r\n' : '\r\n';
      const end = buffer.indexOf(mark);
      if (end < 0) return;
      const line = buffer.slice(0, end);
      buffer = buffer.slice(end + mark.length);
      if (inData) {
        inData = false;
        mail.raw = `${line}\r\n`.replaceAll('\r\n..', '\r\n.');
        answer('END');
        continue;
      }
      const verb = line.slice(0, 4).toUpperCase();
      mail.commands.push(line);
      if (verb === 'QUIT') return void socket.end('221 bye\r\n');
      if (verb === 'RCPT') mail.recipients.push(/<(.*?)>/.exec(line)?.[1] ?? '');
      const fault = answer(stepOf(verb), line);
      inData = verb === 'DATA' && fault === undefined;
    }
  });
  answer('GREETING');
}

function act(
  socket: Socket,
  what: 'cut' | 'takeAndCut' | 'replyAndCut' | 'mute' | 'drip',
  step: Step,
  take: () => void,
) {
  switch (what) {
    case 'mute':
      return;
    case 'drip': {
      const timer = setInterval(() => socket.write('2'), 50);
      socket.on('close', () => clearInterval(timer));
      return;
    }
    case 'cut':
      socket.destroy();
      return;
    case 'takeAndCut':
      take();
      socket.destroy();
      return;
    case 'replyAndCut':
      take();
      socket.end(`${REPLIES[step]}\r\n`, () => socket.destroy());
  }
}

function stepOf(verb: string): Step {
  switch (verb) {
    case 'MAIL':
    case 'RCPT':
    case 'DATA':
      return verb;
    default:
      return 'EHLO';
  }
}
