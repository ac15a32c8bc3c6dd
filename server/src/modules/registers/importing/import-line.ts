import { Pool, type PoolClient } from 'pg';
import { DeliveryStatus } from '../delivery-receipt.ts';
import { DeliveryDesk, type ReceivedFile } from './delivery-desk.ts';

/** The connection of one import, from the start of its turn to the end. */
export interface Turn {
  readonly client: PoolClient;
  /** What broke the connection, where something did. */
  broken(): Error | undefined;
  end(): Promise<void>;
}

/**
 * Who imports when. Each import holds one connection from start to end, and they wait for each other's schools: one
 * connection always stays free for what is written beside them, or imports that wait would keep the one they wait for from
 * ending. A delivery that waits for its turn is held by a connection that all who wait share, so that nobody takes it for
 * one that a stopped portal left behind.
 */
export class ImportLine {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private keeper: Pool | undefined;
  private kept = 0;

  constructor(private readonly pool: Pool) {}

  /** Opens the delivery at once; its turn may come later. */
  async join(file: ReceivedFile): Promise<{ deliveryId: number; turn: Promise<Turn> }> {
    if (this.running < Math.max(1, this.pool.options.max - 1)) {
      this.running += 1;
      const turn = await this.begin();
      try {
        return { deliveryId: await DeliveryDesk.open(turn.client, file, DeliveryStatus.READING), turn: Promise.resolve(turn) };
      } catch (error) {
        await turn.end();
        throw error;
      }
    }
    const called = new Promise<void>((resolve) => { this.waiting.push(resolve); });
    try {
      const deliveryId = await this.keep(file);
      return { deliveryId, turn: called.then(() => this.comeForward(deliveryId)) };
    } catch (error) {
      void called.then(() => this.next());
      throw error;
    }
  }

  private async comeForward(deliveryId: number): Promise<Turn> {
    let turn: Turn | undefined;
    try {
      turn = await this.begin();
      await DeliveryDesk.takeOver(turn.client, deliveryId);
      return turn;
    } catch (error) {
      await turn?.end();
      throw error;
    } finally {
      await this.letGo(deliveryId);
    }
  }

  private async begin(): Promise<Turn> {
    const client = await this.pool.connect().catch((error: unknown) => {
      this.next();
      throw error;
    });
    let broken: Error | undefined;
    const note = (error: Error): void => { broken = error; };
    client.on('error', note);
    return {
      client,
      broken: () => broken,
      end: async () => {
        // Whatever this connection holds goes with it: a lock that was not given back would keep its delivery alive.
        const unlocked = await client.query('select pg_advisory_unlock_all()').then(() => true, () => false);
        client.release(!unlocked);
        // Only now: until the pool listens again, a connection that dies with nobody listening would end the whole portal.
        client.off('error', note);
        this.next();
      },
    };
  }

  private next(): void {
    const first = this.waiting.shift();
    if (first) first();
    else this.running -= 1;
  }

  private async keep(file: ReceivedFile): Promise<number> {
    this.kept += 1;
    this.keeper ??= oneConnection(this.pool);
    try {
      return await DeliveryDesk.open(this.keeper, file, DeliveryStatus.WAITING);
    } catch (error) {
      await this.rest();
      throw error;
    }
  }

  private async letGo(deliveryId: number): Promise<void> {
    if (this.keeper) await DeliveryDesk.letGo(this.keeper, deliveryId).catch(() => undefined);
    await this.rest();
  }

  /** Closes the shared connection once nobody waits. */
  private async rest(): Promise<void> {
    this.kept -= 1;
    if (this.kept > 0) return;
    const { keeper } = this;
    this.keeper = undefined;
    await keeper?.end().catch(() => undefined);
  }
}

/** A connection of its own, however many ask through it: the locks of all who wait hang on it. */
function oneConnection({ options }: Pool): Pool {
  const pool = new Pool({ ...options, max: 1, idleTimeoutMillis: 0 });
  pool.on('error', () => undefined); // what it held is lost, and the delivery's own connection takes over in its turn
  return pool;
}
