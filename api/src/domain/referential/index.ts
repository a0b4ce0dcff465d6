export { type ComplianceFacts, complianceFacts, readComplianceFacts } from './compliance.facts.js';
export { complianceReport } from './compliance.report.js';
export { yearRefusal } from './compliance.rules.js';
export { checkFollowed, knownMissions } from './mission.service.js';
