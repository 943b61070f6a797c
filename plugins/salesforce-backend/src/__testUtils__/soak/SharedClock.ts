import { closeSync, openSync, readSync, writeSync } from 'node:fs';

/**
 * One clock for several processes: eight bytes in a file. It stands until
 * somebody moves it, so leases and waiting times pass at once.
 */
export class SharedClock {
  readonly #file: number;
  readonly #bytes = Buffer.alloc(8);

  static create(path: string, time: Date): SharedClock {
    const clock = new SharedClock(openSync(path, 'w+'));
    clock.#write(time.getTime());
    return clock;
  }

  static open(path: string): SharedClock {
    return new SharedClock(openSync(path, 'r'));
  }

  private constructor(file: number) {
    this.#file = file;
  }

  readonly now = (): Date => {
    readSync(this.#file, this.#bytes, 0, 8, 0);
    return new Date(this.#bytes.readDoubleLE());
  };

  advance(milliseconds: number): Date {
    const time = this.now().getTime() + milliseconds;
    this.#write(time);
    return new Date(time);
  }

  close(): void {
    closeSync(this.#file);
  }

  #write(time: number): void {
    this.#bytes.writeDoubleLE(time);
    writeSync(this.#file, this.#bytes, 0, 8, 0);
  }
}
