import '../light/base.css';
import './agent.css';
import './desk.css';
import { start } from '../light/start.js';
import { Agent } from './Agent.js';

start('agent', <Agent />);
