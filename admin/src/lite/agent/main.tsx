import '../kit/base.css';
import './agent.css';
import './desk.css';
import { start } from '../kit/start.js';
import { Agent } from './Agent.js';

start('agent', <Agent />);
