/** Bytes read line by line, or in pieces of whole lines. */
export class Lines {
  readonly #source: AsyncIterator<Buffer>;
  /** What was read and not given yet; it begins a line. */
  #rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next line, without its end; empty behind the last one. */
  async next(): Promise<string> {
    for (;;) {
      const end = this.#rest.indexOf('\n');
      if (end >= 0) return this.#take(end + 1).toString('utf8', 0, end);
      if (!(await this.#more())) return this.#take(this.#rest.length).toString();
    }
  }

  /**
   * All lines up to the one given, which is passed over.
   *
   * @param last with its line end
   * @throws Error when it does not come
   */
  async *until(last: string): AsyncGenerator<Buffer> {
    for (;;) {
      if (this.#rest.toString('latin1', 0, last.length) === last) return void this.#take(last.length);
      const before = this.#rest.indexOf(`\n${last}`);
      const whole = before >= 0 ? before + 1 : this.#rest.lastIndexOf('\n') + 1;
      if (whole > 0) yield this.#take(whole);
      else if (!(await this.#more())) throw new Error('The rows of a table have no end.');
    }
  }

  #take(length: number): Buffer {
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return taken;
  }

  async #more(): Promise<boolean> {
    const { value, done } = await this.#source.next();
    if (!done) this.#rest = Buffer.concat([this.#rest, value]);
    return !done;
  }
}
