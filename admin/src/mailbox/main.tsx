import '../light/base.css';
import './mailbox.css';
import { start } from '../light/start.js';
import { Mailbox } from './Mailbox.js';

start('mailbox', <Mailbox />);
