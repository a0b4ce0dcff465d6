/** Parvis cannot start; the message is a sentence for the person at the terminal: what is wrong, and what to do. */
export class StartProblem extends Error {
  override readonly name: string = 'StartProblem';
}
