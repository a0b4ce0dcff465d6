/** The database cannot be used. The message is a sentence for the person at the terminal: what is wrong, and what to do. */
export class DatabaseProblem extends Error {
  override readonly name: string = 'DatabaseProblem';
}

/** The folder of the embedded database belongs to another running Parvis, which the message names. */
export class FolderInUse extends DatabaseProblem {
  override readonly name = 'FolderInUse';
}
