import type { Checked } from './read.js';

const megabyte = 1_000_000;

/** What a backup holds, for the terminal and the log. */
export const written = ({ header, size, summary }: Checked): string => {
  const counts = Object.values(summary.tables);
  const rows = counts.reduce((sum, one) => sum + one.rows, 0);
  return (
    `${rows.toLocaleString('en')} rows of ${counts.length} tables (${(size / megabyte).toFixed(1)} MB), as they were at ` +
    `${header.madeAt}, from PostgreSQL ${header.postgresql}`
  );
};
