/** What Node and tsx themselves need of the environment. */
const needed = ['TSX_TSCONFIG_PATH', 'SystemRoot', 'TMPDIR', 'TEMP'];

/** The environment of a process that works for the application: nothing of its own, neither its database nor its mail. */
export const childEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(needed.map((name) => [name, process.env[name]]));
