/** The database cannot be used. The message is a sentence for the person at the terminal: what is wrong, and what to do. */
export class DatabaseProblem extends Error {
  override readonly name = 'DatabaseProblem';
}
