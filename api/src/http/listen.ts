import type { FastifyInstance } from 'fastify';
import type { App } from '../app.js';
import type { Config } from '../config.js';
import { codeOf } from '../database/lost.js';
import { lackOfBackups } from '../jobs/backups.js';
import { StartProblem } from '../problem.js';
import { demoAccounts } from './sign-in.js';

/** @param variable that says which port. @throws StartProblem in words for the person at the terminal */
const openPort = async (server: FastifyInstance, port: number, host: string, variable: string): Promise<void> => {
  try {
    await server.listen({ port, host });
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EADDRINUSE')
      throw new StartProblem(
        `Port ${port} is taken by another program. Stop it, or choose another port: ${variable}=${port + 1} npm start`,
      );
    if (code === 'EACCES')
      throw new StartProblem(
        `Port ${port} is not open to this user. Choose one above 1024: ${variable}=4000 npm start`,
      );
    throw error;
  }
};

/** Opens the port, and says on the terminal where Parvis is and who may try it. */
export const whereWeListen = async (app: App, config: Config): Promise<void> => {
  const { port, host } = config.metrics;
  if (app.metrics && port !== undefined) await openPort(app.metrics, port, host, 'METRICS_PORT');
  const { log } = app.server;
  const { level } = log;
  try {
    // Fastify would log each address: the sentence below says it to people.
    log.level = 'silent';
    await openPort(app.server, config.port, config.host, 'PORT');
  } finally {
    log.level = level;
  }
  const open = await app.demo.isOpen();
  const lines = open ? await demoLines(app) : await productionLines(config, app.publicUrl());
  process.stdout.write(`${[`Parvis is ready: ${app.publicUrl()}`, ...lines].join('\n')}\n`);
};

const demoLines = async ({ orm }: App): Promise<string[]> => [
  'Mode: demonstration. Whoever reaches this address is one of these people, with one click on that page:',
  ...(await demoAccounts(orm.em.fork())).map(({ displayName, role }) => `  ${role.padEnd(10)} ${displayName}`),
];

/** What a production lacks, by what it is for. */
const productionLines = async (config: Config, publicUrl: string): Promise<string[]> => {
  const backups = await lackOfBackups(config.backups, new Date());
  const lacking: [what: string, lacks: boolean, why: string][] = [
    ['https', !publicUrl.startsWith('https:'), 'PUBLIC_URL is no https address: passwords can be read on their way'],
    ['proxy', config.trustProxy === false, 'TRUST_PROXY is not set: behind a proxy, all visitors count as one address'],
    ['mail', config.smtp === undefined, 'SMTP_URL is not set: links to sign in are handed over by people'],
    ['backups', backups !== undefined, backups ?? ''],
  ];
  const lines = lacking.flatMap(([what, lacks, why]) => (lacks ? [`  ${what.padEnd(10)} ${why}`] : []));
  return [
    ...(config.demo && config.productionSettings.length > 0
      ? ['PARVIS_DEMO=1 is not followed: beside real accounts nobody enters without a password.']
      : []),
    `Mode: production.${lines.length > 0 ? ' It lacks:' : ''}`,
    ...lines,
  ];
};
