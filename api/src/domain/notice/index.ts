export { tellNotices } from './notice.service.js';
