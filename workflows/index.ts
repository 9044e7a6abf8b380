export { controllerCase } from './controllerCase/workflow';
export { exerciseRun } from './exerciseRun/workflow';
export { incidentFollowUp } from './incidentFollowUp/workflow';
export { processorNotice } from './processorNotice/workflow';
