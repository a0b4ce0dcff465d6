export { newsSince } from './news.js';
export { createDueNotices } from './notice.service.js';
