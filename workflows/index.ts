export { incidentFollowUp } from './incidentFollowUp/workflow';
export { processorNotice } from './processorNotice/workflow';
