export { Campaign } from './campaign.entity.js';
