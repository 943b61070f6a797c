export type { Executor, JobQueue } from './Executor';
export * from './ExecutorSeams';
export { DatabaseJobQueue } from './DatabaseJobQueue';
export {
  DefaultExecutor,
  type DefaultExecutorOptions,
} from './DefaultExecutor';
