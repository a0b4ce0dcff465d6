export { Agent } from './agent.entity.js';
export { AgentEnded } from './agent.errors.js';
