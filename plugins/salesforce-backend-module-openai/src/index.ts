export { salesforceModuleOpenai as default } from './module';
