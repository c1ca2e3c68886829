import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface ReceivedMail {
  readonly to: readonly string[];
  /** Everything as it came, headers and encoded body. */
  readonly raw: string;
  readonly messageId: string;
  readonly subject: string;
  /** The decoded body. */
  readonly text: string;
}

/** A mail server that keeps what it gets: enough of RFC 5321 for one message at a time. */
export interface MailServer {
  readonly url: string;
  readonly received: ReceivedMail[];
  /** Answers the next messages with 451 after their last line. */
  refuse: boolean;
  close(): Promise<void>;
}

export async function mailServer(): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    converse(socket, kept);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const kept = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: [] as ReceivedMail[],
    refuse: false,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return kept;
}

function converse(socket: Socket, kept: Pick<MailServer, 'received' | 'refuse'>): void {
  let pending = '';
  let to: string[] = [];
  let data: string[] | null = null;
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  const command = (line: string): void => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO') say('250 mail.example');
    else if (verb === 'MAIL') say('250 ok');
    else if (verb === 'RCPT') {
      to.push(/<([^>]*)>/.exec(line)?.[1] ?? '');
      say('250 ok');
    } else if (verb === 'DATA') {
      data = [];
      say('354 go on');
    } else if (verb === 'QUIT') socket.end('221 bye\r\n');
    else say('502 no');
  };
  const line = (text: string): void => {
    if (data === null) return command(text);
    if (text !== '.') return void data.push(text.replace(/^\./, ''));
    if (!kept.refuse) kept.received.push(mailOf(to, data));
    say(kept.refuse ? '451 not now' : '250 kept');
    data = null;
    to = [];
  };
  say('220 mail.example');
  socket.on('data', (bytes) => {
    const lines = (pending + bytes.toString('latin1')).split('\r\n');
    pending = lines.pop()!;
    for (const each of lines) line(each);
  });
}

function mailOf(to: readonly string[], lines: readonly string[]): ReceivedMail {
  const raw = lines.join('\r\n');
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const headers = head.replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1] ?? '';
  const body = rest.join('\r\n\r\n');
  const base64 = /base64/i.test(header('Content-Transfer-Encoding'));
  const text = base64 ? Buffer.from(body, 'base64').toString('utf8') : quotedPrintable(body.replace(/=\r\n/g, ''));
  return { to, raw, messageId: header('Message-ID'), subject: words(header('Subject')), text };
}

/** RFC 2047. */
function words(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString('utf8') : quotedPrintable(word.replaceAll('_', ' ')),
    );
}

function quotedPrintable(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
