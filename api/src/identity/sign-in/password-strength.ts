import type { Refusal } from '../../base/refusal.js';
import { PasswordTellsOfYou, PasswordTooCommon } from '../account/account.errors.js';
import { type About, unaccented, wordsAbout } from './password-words.js';

/** Of zxcvbn's scores, from 0 to 4: beyond what can be tried while tries are limited, and slow to try with a stolen hash. */
const enough = 3;
/** Letters that are judged: repetitions of hundreds take zxcvbn seconds, and what begins well is long enough by then. */
const judged = 64;

/** The dictionaries take 40 MB and a second: they are read when the first password is chosen. */
const loadJudge = async () => {
  const [{ ZxcvbnFactory }, common, french] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-fr'),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...french.dictionary },
    graphs: common.adjacencyGraphs,
  });
};
let judge: ReturnType<typeof loadJudge> | undefined;

const plain = (word: string): string => unaccented(word).toLowerCase();

/**
 * Whether a password is among those that are tried first: common ones, runs of keys, repetitions; and words about its owner
 * or the service, unless what is left without them holds by itself. No rule about kinds of characters.
 *
 * @returns the refusal, or undefined
 */
export const weakness = async (password: string, about: About): Promise<Refusal | undefined> => {
  judge ??= loadJudge();
  const zxcvbn = await judge;
  const text = password.slice(0, judged);
  const words = wordsAbout(about);
  const { score, sequence } = zxcvbn.check(text, words);
  // zxcvbn knows them under figures and signs ("P@rv1s"); it names them by another dictionary where that has them sooner.
  const disguised = sequence.filter((match) => match.dictionaryName === 'userInputs').map(({ token }) => token);
  const telling = [...disguised, ...words].filter((word) => plain(text).includes(plain(word)));
  // The longest first: an address holds the name.
  telling.sort((a, b) => b.length - a.length);
  const rest = telling.reduce((left, word) => left.replaceAll(plain(word), ''), plain(text));
  if (telling[0] !== undefined && zxcvbn.check(rest).score < enough) return new PasswordTellsOfYou(telling[0]);
  return score < enough ? new PasswordTooCommon() : undefined;
};
