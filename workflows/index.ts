export { processorNotice } from './processorNotice/workflow';
