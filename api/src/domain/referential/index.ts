export { type ComplianceFacts, complianceFacts } from './compliance.facts.js';
export { complianceReport } from './compliance.report.js';
export { checkFollowed } from './mission.service.js';
export { yearRefusal } from './compliance.rules.js';
