import pino, { type LoggerOptions } from 'pino';

/**
 * An error for the log, without what PostgreSQL quotes of the row at fault, which may be somebody's name and address: its
 * `detail`, that MikroORM adds to the message and so to the stack.
 */
const withoutRows = (error: Error): object => {
  const { detail: _row, where: _statement, ...known } = pino.stdSerializers.err(error);
  const [message = ''] = known.message.split('\n - detail: ');
  const frames = known.stack.split('\n').filter((line) => /^\s+at /.test(line));
  return { ...known, message, stack: [message, ...frames].join('\n') };
};

/** What no log line holds: secrets of a request, and rows of the database. */
export const logOptions: LoggerOptions = {
  redact: ['req.headers.cookie', 'req.headers.authorization'],
  serializers: { err: withoutRows },
};
