import termsEn from '../../../generated/terms.agent.review.en.json';
import termsFr from '../../../generated/terms.agent.review.fr.json';
import { textsIn } from '../../kit/words.js';
import en from './words.en.json';
import fr from './words.fr.json';

export const useReviewTexts = textsIn('review', { ...termsFr, ...fr }, { ...termsEn, ...en });
export type ReviewKey = Parameters<ReturnType<typeof useReviewTexts>>[0];
