export { Agent } from './agent.entity.js';
