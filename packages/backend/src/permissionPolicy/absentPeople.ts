export { salesforceModuleAbsentPeople as default } from './salesforceModuleAbsentPeople';
