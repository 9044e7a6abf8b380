export { controllerCase } from './controllerCase/workflow';
export { incidentFollowUp } from './incidentFollowUp/workflow';
export { processorNotice } from './processorNotice/workflow';
