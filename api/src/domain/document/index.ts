export { keepSentDocument } from './sent.service.js';
