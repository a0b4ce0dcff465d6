import '../light/base.css';
import './sign-in.css';
import { start } from '../light/start.js';
import { SignIn } from './SignIn.js';

start('sign-in', <SignIn />);
