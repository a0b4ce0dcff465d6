import termsEn from '../../generated/terms.agent.en.json';
import termsFr from '../../generated/terms.agent.fr.json';
import { textsIn } from '../kit/words.js';
import en from './words.en.json';
import fr from './words.fr.json';

export const useTexts = textsIn('agent', { ...termsFr, ...fr }, { ...termsEn, ...en });
export type Texts = ReturnType<typeof useTexts>;
