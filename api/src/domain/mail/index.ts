export { countMails } from './mail.counts.js';
