import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { FromWorker, SoakSettings, ToWorker } from './SoakSettings';

/** A process that works, as its parent sees it. */
export class Worker {
  readonly #process: ChildProcess;
  #listener: (message: FromWorker) => void = () => {};

  constructor(script: string) {
    this.#process = fork(script, {
      execArgv: ['--no-deprecation', '--expose-gc'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#process.on('message', (message: FromWorker) =>
      this.#listener(message),
    );
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  async open(settings: SoakSettings): Promise<void> {
    const opened = new Promise<void>((resolve, reject) => {
      this.#listener = () => resolve();
      this.#process.once('exit', code =>
        reject(new Error(`The worker ended by itself with ${code}`)),
      );
    });
    this.#send({ kind: 'open', settings });
    await opened;
  }

  onMessage(listener: (message: FromWorker) => void): void {
    this.#listener = listener;
  }

  work(work: Omit<Extract<ToWorker, { kind: 'work' }>, 'kind'>): void {
    this.#send({ kind: 'work', ...work });
  }

  goOn(): void {
    this.#send({ kind: 'go_on' });
  }

  /** Runs many requests in a row; answers what they left behind. */
  async live(options: {
    org: string;
    requests: number;
    warmUp: number;
  }): Promise<Extract<FromWorker, { kind: 'lived' }>> {
    const lived = new Promise<Extract<FromWorker, { kind: 'lived' }>>(
      (resolve, reject) => {
        this.#listener = message => {
          if (message.kind === 'lived') resolve(message);
        };
        this.#process.once('exit', code =>
          reject(new Error(`The worker ended by itself with ${code}`)),
        );
      },
    );
    this.#send({ kind: 'lifecycle', ...options });
    return lived;
  }

  /** SIGKILL: no handler runs, nothing is written any more. */
  async kill(): Promise<void> {
    const exited = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await exited;
  }

  /** SIGSTOP and SIGCONT: the process stands still, as on a machine that swaps. */
  pause(): void {
    this.#process.kill('SIGSTOP');
  }

  resume(): void {
    this.#process.kill('SIGCONT');
  }

  #send(message: ToWorker): void {
    this.#process.send(message);
  }
}

/** Keeps one process ready, since starting takes a second. */
export class WorkerPool {
  readonly #script: string;
  #spare: Worker | undefined;

  constructor(options: { script: string }) {
    this.#script = options.script;
    this.#spare = new Worker(this.#script);
  }

  async take(settings: SoakSettings): Promise<Worker> {
    const worker = this.#spare ?? new Worker(this.#script);
    this.#spare = new Worker(this.#script);
    await worker.open(settings);
    return worker;
  }

  async stop(): Promise<void> {
    await this.#spare?.kill();
    this.#spare = undefined;
  }
}
