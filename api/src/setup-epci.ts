import { parseArgs } from 'node:util';
import { addressOf, runCommand, writtenUntil } from './command.js';
import { StartProblem } from './problem.js';
import { publicLinks } from './public-links.js';
import { setUpEpci } from './setup/set-up-epci.js';

const usage = `npm run setup-epci -- --siren 200040715 --staff someone@example.org [--name "Camille Dupont"]

  --siren  the SIREN of the EPCI, nine digits
  --staff  the e-mail address of the first person of its staff, who then invites the others
  --name   how that person is called; their address until they say`;

const readArguments = () => {
  try {
    const { values } = parseArgs({
      options: { siren: { type: 'string' }, staff: { type: 'string' }, name: { type: 'string' } },
    });
    if (values.siren && values.staff) return { siren: values.siren, staff: values.staff, displayName: values.name };
  } catch {
    // An option that is not ours, or without its value.
  }
  throw new StartProblem(usage);
};

/** Sets up an EPCI and prints the invitation of the first person of its staff. */
runCommand(readArguments, async (given, orm, config) => {
  const made = await setUpEpci(orm.em, config.clock, given);
  return (
    `${made.name} is set up, with ${made.communes} communes and the time zone ${made.timeZone}.\n` +
    `Pass this link on to ${made.email}. It works once, until ${writtenUntil(made.expiresAt, made.timeZone)}:\n\n  ${publicLinks(addressOf(config)).signIn(made.secret)}\n`
  );
});
