import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import type { DatabaseConnection } from '../src/database/server/open.js';

/** The end of a CommandComplete message that answers a commit. */
const committed = Buffer.from('COMMIT\0');

/** A network between an application and its PostgreSQL that fails when it is told to. */
export class FaultyNetwork {
  readonly #pairs = new Set<{ client: net.Socket; server: net.Socket }>();
  readonly #listening = net.createServer((client) => this.#join(client));
  #stalled = false;
  #loseCommits = false;

  private constructor(private readonly target: DatabaseConnection) {}

  static async before(target: DatabaseConnection): Promise<FaultyNetwork> {
    const network = new FaultyNetwork(target);
    network.#listening.listen(0, '127.0.0.1');
    await once(network.#listening, 'listening');
    return network;
  }

  /** The same database, through this network. */
  get connection(): DatabaseConnection {
    return { ...this.target, host: '127.0.0.1', port: (this.#listening.address() as AddressInfo).port };
  }

  /** Resets every connection of now. @returns how many there were */
  reset(): number {
    const { size } = this.#pairs;
    for (const { client, server } of this.#pairs) {
      client.resetAndDestroy();
      server.destroy();
    }
    return size;
  }

  /** Lets nothing through any more, in either direction, and says nothing of it; or lets it through again. */
  stall(on: boolean): void {
    this.#stalled = on;
    for (const { client, server } of this.#pairs)
      for (const socket of [client, server])
        if (on) socket.pause();
        else socket.resume();
  }

  /** From now on PostgreSQL commits, and the answer is lost with its connection. */
  loseCommits(on: boolean): void {
    this.#loseCommits = on;
  }

  async close(): Promise<void> {
    this.#listening.close();
    for (const { client, server } of this.#pairs) {
      client.destroy();
      server.destroy();
    }
    await once(this.#listening, 'close');
  }

  #join(client: net.Socket): void {
    const { host, port } = this.target;
    const server = host.startsWith('/') ? net.connect(path.join(host, `.s.PGSQL.${port}`)) : net.connect(port, host);
    const pair = { client, server };
    this.#pairs.add(pair);
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      from.on('data', (data) => {
        if (from === server && this.#loseCommits && data.includes(committed)) client.resetAndDestroy();
        else if (!to.destroyed) to.write(data);
      });
      from.on('error', () => undefined);
      from.on('close', () => {
        this.#pairs.delete(pair);
        to.destroy();
      });
      if (this.#stalled) from.pause();
    }
  }
}
