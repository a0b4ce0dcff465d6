import type { App } from '../app.js';
import type { Config } from '../config.js';
import { StartProblem } from '../problem.js';
import { demoAccounts } from './sign-in.js';

/** Opens the port, and says on the terminal where Parvis is and who may try it. */
export const whereWeListen = async (app: App, config: Config): Promise<void> => {
  const { log } = app.server;
  const { level } = log;
  try {
    // Fastify would log each address: the sentence below says it to people.
    log.level = 'silent';
    await app.server.listen({ port: config.port, host: config.host });
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'EADDRINUSE')
      throw new StartProblem(
        `Port ${config.port} is taken by another program. Stop it, or choose another port: PORT=4001 npm start`,
      );
    if (error instanceof Error && Reflect.get(error, 'code') === 'EACCES')
      throw new StartProblem(
        `Port ${config.port} is not open to this user. Choose one above 1024: PORT=4000 npm start`,
      );
    throw error;
  } finally {
    log.level = level;
  }
  const lines = [`Parvis is ready: ${app.publicUrl()}`];
  if (config.demo) {
    const accounts = await demoAccounts(app.orm.em.fork());
    lines.push(
      'Demo accounts, one click each on that page:',
      ...accounts.map(({ displayName, role }) => `  ${role.padEnd(10)} ${displayName}`),
    );
  }
  process.stdout.write(`${lines.join('\n')}\n`);
};
