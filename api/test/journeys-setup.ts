import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startApplication, TODAY } from './application.js';
import setUpServer from './global-setup.js';

const demo = 'test_demo';

/** One server for all journeys, and in it the demo network, loaded once by the application itself. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stop = await setUpServer(project);
  const { server, template } = project.getProvidedContext();
  try {
    const client = new pg.Client(server);
    await client.connect();
    await client.query(`create database ${demo} template ${template}`);
    await client.end();
    const application = await startApplication({ ...server, database: demo }, { PARVIS_TODAY: TODAY });
    await application.stop();
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('demo', demo);
  return stop;
}
