export { countDamaged } from './file.service.js';
export { keepSentDocument } from './sent.service.js';
