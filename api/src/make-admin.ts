import { parseArgs } from 'node:util';
import { addressOf, runCommand, writtenUntil } from './command.js';
import { StartProblem } from './problem.js';
import { publicLinks } from './public-links.js';
import { makeAdmin } from './setup/make-admin.js';

const usage = `npm run make-admin -- someone@example.org [--name "Camille Dupont"]

Opens an administrator's account and prints its invitation. Of an address that has an account, whatever its role, it prints
a new link to choose a password: for who lost theirs and has nobody to ask.

  --name  how that person is called; their address until they say`;

const readArguments = () => {
  try {
    const { values, positionals } = parseArgs({ options: { name: { type: 'string' } }, allowPositionals: true });
    const [email, ...others] = positionals;
    if (email && others.length === 0) return { email, displayName: values.name };
  } catch {
    // An option that is not ours, or without its value.
  }
  throw new StartProblem(usage);
};

runCommand(readArguments, async (given, orm, config) => {
  const { email, created, secret, expiresAt } = await makeAdmin(orm.em, config.clock, given);
  const account = created ? `${email} is an administrator.` : `${email} has an account already, which stays as it is.`;
  return `${account}\nPass this link on to them alone. It works once, until ${writtenUntil(expiresAt, 'Europe/Paris')}:\n\n  ${publicLinks(addressOf(config)).signIn(secret)}\n`;
});
