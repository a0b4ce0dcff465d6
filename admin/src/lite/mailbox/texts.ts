import { textsIn } from '../kit/i18n.js';
import en from './locales/en.json';
import fr from './locales/fr.json';

export const useTexts = textsIn(fr, en);
