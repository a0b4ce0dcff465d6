import { once } from 'node:events';
import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { parseConnectionUrl } from 'nodemailer/lib/shared/index.js';
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js';
import type { Letter } from './post.js';

export interface Message extends Letter {
  from: string;
  to: string;
  replyTo?: string | null;
  /** The same at each try, so that a server that got it twice can tell. */
  messageId: string;
}

/**
 * What became of a message. LATER: it did not leave, and may another time. NEVER: the server refused it for good. UNKNOWN: the
 * connection broke after the message was handed over, so that nobody can say.
 */
export type Delivery = { outcome: 'SENT' } | { outcome: 'LATER' | 'NEVER' | 'UNKNOWN'; problem: string };

/** Milliseconds for each step: a mail server that hangs must not hold the others up. */
const patience = 30_000;

/**
 * Hands a message to an SMTP server.
 *
 * nodemailer's own transport hides whether a broken connection had taken the message already; this is its connection,
 * step by step, with a body that knows whether it was read.
 */
export async function sendBySmtp(
  url: string,
  { from, to, replyTo, messageId, subject, text, html }: Message,
): Promise<Delivery> {
  const composed = new MailComposer({
    from,
    to,
    ...(replyTo ? { replyTo } : {}),
    subject,
    text,
    html,
    messageId,
    headers: { 'auto-submitted': 'auto-generated' },
  }).compile();
  const envelope = composed.getEnvelope();
  const body = await composed.build();
  const { auth, ...options } = parseConnectionUrl(url);
  const connection = new SMTPConnection({
    ...options,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
  });
  let handedOver = false;
  const message = new Readable({
    read() {
      handedOver = true;
      this.push(body);
      this.push(null);
    },
    // Read when the server asks for it, not before.
    highWaterMark: 0,
  });
  try {
    await step(connection, (done) => connection.connect(done));
    if (auth) await step(connection, (done) => connection.login(auth as SMTPConnection.AuthenticationType, done));
    await step(connection, (done) =>
      connection.send({ from: envelope.from || from, to: envelope.to }, message, (error) => done(error)),
    );
    connection.quit();
    return { outcome: 'SENT' };
  } catch (error) {
    connection.close();
    return judge(error, handedOver);
  }
}

type Done = (error?: Error | null) => void;

/** One step of the dialogue, which a broken connection ends too. */
const step = async (connection: SMTPConnection, act: (done: Done) => void): Promise<void> => {
  const ended = new AbortController();
  try {
    await Promise.race([
      new Promise<void>((resolve, reject) => {
        act((error) => (error ? reject(error) : resolve()));
      }),
      once(connection, 'error', { signal: ended.signal }).then(([error]) => {
        throw error;
      }),
      once(connection, 'end', { signal: ended.signal }).then(() => {
        throw new Error('Connection closed');
      }),
    ]);
  } finally {
    ended.abort();
    // What comes after a step is nobody's business any more, and must not end the process.
    connection.on('error', () => undefined);
  }
};

/**
 * The server's answer decides; without one, whether it had the message. Refused credentials are ours to set right, hence later.
 */
const judge = (error: unknown, handedOver: boolean): Delivery => {
  const problem = error instanceof Error ? error.message : String(error);
  const answer = Number(Reflect.get(Object(error), 'responseCode') ?? 0);
  const code = Reflect.get(Object(error), 'code');
  if (answer >= 500 && code !== 'EAUTH') return { outcome: 'NEVER', problem };
  if (answer > 0) return { outcome: 'LATER', problem };
  return { outcome: handedOver ? 'UNKNOWN' : 'LATER', problem };
};
