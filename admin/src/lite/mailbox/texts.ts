import { textsIn } from '../kit/words.js';
import en from './words.en.json';
import fr from './words.fr.json';

export const useTexts = textsIn('mailbox', fr, en);
