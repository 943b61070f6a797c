export * from './SalesdeskError';
