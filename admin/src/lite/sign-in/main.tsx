import '../kit/base.css';
import './sign-in.css';
import { start } from '../kit/start.js';
import { SignIn } from './SignIn.js';

start('sign-in', <SignIn />);
