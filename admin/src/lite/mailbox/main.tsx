import '../kit/base.css';
import './mailbox.css';
import { start } from '../kit/start.js';
import { Mailbox } from './Mailbox.js';

start('mailbox', <Mailbox />);
