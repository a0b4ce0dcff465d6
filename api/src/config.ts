import path from 'node:path';
import { z } from 'zod';
import { type Clock, pinnedClock, systemClock } from './clock.js';
import { projectRoot } from './project.js';

const flag = z
  .enum(['1', '0', 'true', 'false', 'yes', 'no'], { error: 'must be 1 or 0' })
  .transform((value) => ['1', 'true', 'yes'].includes(value));

const httpUrl = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://parvis.example.org' })
  .transform((value) => value.replace(/\/+$/, ''));

const aPort = 'must be a port number between 0 and 65535';
const portNumber = z.coerce.number({ error: aPort }).int(aPort).min(0, aPort).max(65_535, aPort);

/** Every variable that Parvis reads, with what it does. The README's configuration section follows this order. */
const environment = z.object({
  PORT: portNumber.default(4000).describe('The port of the API and the admin; 0 takes a free one.'),
  HOST: z
    .string()
    .optional()
    .describe('The address to listen on. Without it: 127.0.0.1 with the embedded database, 0.0.0.0 with DATABASE_URL.'),
  PUBLIC_URL: httpUrl
    .optional()
    .describe('The address that people type, used in links and for the cookie. Without it: http://localhost:PORT.'),
  TRUST_PROXY: z
    .string()
    .optional()
    .describe(
      'Believe X-Forwarded-* headers: how many proxies stand in front, such as 1, or their addresses, separated by commas.',
    ),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
    .optional()
    .describe('A PostgreSQL, 15 or later, to use instead of the embedded one.'),
  DATABASE_OWNER_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
    .optional()
    .describe(
      'The same database with the user who owns it, for migrations, backups and commands; the one of DATABASE_URL then owns nothing.',
    ),
  PARVIS_DATA: z.string().optional().describe('The folder of the embedded database. Without it: .data in the project.'),
  PARVIS_BACKUPS: z
    .string()
    .optional()
    .describe('The folder of the nightly backups: 7 daily, 4 weekly and 12 monthly ones. Without it none is made.'),
  PARVIS_DEMO: flag
    .optional()
    .describe(
      'Load the demo network into an empty database and offer one-click people, while there is no real account. Without it: only where nothing says production.',
    ),
  PARVIS_TODAY: z.iso
    .date('must be a day such as 2026-03-12')
    .optional()
    .describe('Pin the day, for demonstrations, tests and screenshots alone.'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional()
    .describe(
      'The mail server, such as smtp://user:password@mail.example.org:587. Without it no mail leaves: the demo shows them on a page, elsewhere people hand links over.',
    ),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/, 'must be an address such as Parvis <parvis@example.org>')
    .optional()
    .describe('Whom mails come from, asked for with SMTP_URL.'),
  METRICS_PORT: portNumber
    .optional()
    .describe('A port for /metrics alone, on HOST if that is given, else on 127.0.0.1; 0 takes a free one.'),
  METRICS_TOKEN: z
    .string()
    .min(16, 'must be at least 16 characters long')
    .optional()
    .describe(
      'The bearer token that /metrics asks for: on METRICS_PORT, else on PORT. Without both there are no metrics.',
    ),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info')
    .describe('How much is logged.'),
});

/** What the rest of the application reads. Nothing else touches `process.env`. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Without a final slash. `undefined` until the port is known: use `http://localhost:<port>`. */
  readonly publicUrl: string | undefined;
  /** As Fastify's `trustProxy`. */
  readonly trustProxy: false | string | ((address: string, hop: number) => boolean);
  readonly databaseUrl: string | undefined;
  /** Where the user of `databaseUrl` owns nothing: the same database, as its owner. */
  readonly databaseOwnerUrl: string | undefined;
  /** Absolute; the embedded database lives in it. */
  readonly dataFolder: string;
  /** Absolute; where a backup is made every night. */
  readonly backups: string | undefined;
  /** What was given that only a production has, by the names of the variables. */
  readonly productionSettings: readonly string[];
  /** Whether the demonstration is wanted; there is none beside real accounts (`identity/sign-in/demo.ts`). */
  readonly demo: boolean;
  /** The day of `PARVIS_TODAY`. */
  readonly pinnedDay: string | undefined;
  readonly clock: Clock;
  /** How mails leave; `undefined`: they do not. */
  readonly smtp: { readonly url: string; readonly from: string } | undefined;
  /** Where `/metrics` is open: on a port of its own, or on the main one for whoever has the token; else nowhere. */
  readonly metrics: { readonly port: number | undefined; readonly host: string; readonly token: string | undefined };
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

/** A variable of the environment that cannot be used; the message names it and says what it should be. */
export class ConfigProblem extends Error {
  override readonly name = 'ConfigProblem';
}

/**
 * A number of proxies, counted from ours outwards: whoever comes before them says of themselves what they like, and would
 * choose an address anew for each wrong password.
 */
const trustedProxies = (given = '0'): Config['trustProxy'] => {
  if (!/^\d+$/.test(given)) return given;
  const proxies = Number(given);
  return proxies > 0 && ((_address, hop) => hop < proxies);
};

/** A mail without a sender is refused by servers, and links to this machine open nothing on another. */
const smtpOf = ({ SMTP_URL: url, MAIL_FROM: from, PUBLIC_URL }: z.infer<typeof environment>): Config['smtp'] => {
  if (!url) return undefined;
  if (!from) throw new ConfigProblem('SMTP_URL needs MAIL_FROM: the address that mails come from.');
  if (!PUBLIC_URL) throw new ConfigProblem('SMTP_URL needs PUBLIC_URL: mails hold links that people open elsewhere.');
  return { url, from };
};

/** A file that somebody names at the terminal, from where they are; npm itself runs commands in the project's folder. */
export const fileAsTyped = (file: string): string => path.resolve(process.env.INIT_CWD ?? process.cwd(), file);

/** Names of this machine for itself, as a URL or a `Host` header writes them. */
export const isLoopback = (host: string): boolean => ['127.0.0.1', '::1', '[::1]', 'localhost'].includes(host);

/** The variables that say that others reach this Parvis, or that its data are not thrown away. */
const productionSettingsOf = (e: z.infer<typeof environment>): string[] => [
  ...(e.PUBLIC_URL && !isLoopback(new URL(e.PUBLIC_URL).hostname) ? ['PUBLIC_URL'] : []),
  ...(e.TRUST_PROXY && e.TRUST_PROXY !== '0' ? ['TRUST_PROXY'] : []),
  ...(e.SMTP_URL ? ['SMTP_URL'] : []),
  ...(e.DATABASE_URL ? ['DATABASE_URL'] : []),
  ...(e.HOST && !isLoopback(e.HOST) ? ['HOST'] : []),
];

/**
 * Reads the environment. Empty values count as absent.
 *
 * The demo (data and personas without a password) is only wanted by default where nothing says production. Anywhere else it
 * must be asked for with `PARVIS_DEMO=1`, and so must a pinned day, with which a production would date its acts wrongly.
 *
 * @throws ConfigProblem on the first wrong value, with a sentence for the person who set it
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0]);
    // Passwords and tokens are not repeated.
    const value = ['DATABASE_URL', 'DATABASE_OWNER_URL', 'SMTP_URL', 'METRICS_TOKEN'].includes(name)
      ? ''
      : ` (it is ${JSON.stringify(given[name])})`;
    throw new ConfigProblem(`${name} ${issue?.message}${value}.`);
  }
  const e = parsed.data;
  if (e.DATABASE_OWNER_URL && !e.DATABASE_URL)
    throw new ConfigProblem(
      'DATABASE_OWNER_URL needs DATABASE_URL: the same database, with the user who answers people.',
    );
  const productionSettings = productionSettingsOf(e);
  if (e.PARVIS_TODAY && productionSettings.length > 0 && !e.PARVIS_DEMO)
    throw new ConfigProblem(
      `PARVIS_TODAY is for demonstrations and tests, and ${productionSettings.join(', ')} is for production: leave one of them out, or ask for a demonstration with PARVIS_DEMO=1.`,
    );
  const host = e.HOST ?? (e.DATABASE_URL ? '0.0.0.0' : '127.0.0.1');
  return {
    port: e.PORT,
    host,
    publicUrl: e.PUBLIC_URL,
    trustProxy: trustedProxies(e.TRUST_PROXY),
    databaseUrl: e.DATABASE_URL,
    databaseOwnerUrl: e.DATABASE_OWNER_URL,
    dataFolder: path.resolve(projectRoot, e.PARVIS_DATA ?? '.data'),
    backups: e.PARVIS_BACKUPS === undefined ? undefined : path.resolve(projectRoot, e.PARVIS_BACKUPS),
    productionSettings,
    demo: e.PARVIS_DEMO ?? productionSettings.length === 0,
    pinnedDay: e.PARVIS_TODAY,
    smtp: smtpOf(e),
    clock: e.PARVIS_TODAY ? pinnedClock(e.PARVIS_TODAY) : systemClock,
    // Not on every address unless that is said: a given database opens the main port to all of them.
    metrics: { port: e.METRICS_PORT, host: e.HOST ?? '127.0.0.1', token: e.METRICS_TOKEN },
    logLevel: e.LOG_LEVEL,
  };
}
