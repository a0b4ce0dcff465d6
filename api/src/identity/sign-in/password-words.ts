/** What everybody tries first here: the service, and what it is about. */
const ofTheService = [
  'parvis',
  'guichet',
  'guichets',
  'logement',
  'convention',
  'demandeur',
  'intercommunalite',
  'epci',
  'accueil',
  'bienvenue',
  'bonjour',
  'motdepasse',
  'password',
  'azerty',
  'qwerty',
];

/** Whose password it is: anybody who guesses knows as much. */
export interface About {
  email: string | null;
  name: string;
  /** Name of their EPCI. */
  epci?: string | null | undefined;
}

export const unaccented = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '');

/** The words that a password must not lean on, as typed and without accents. */
export const wordsAbout = ({ email, name, epci }: About): string[] => {
  const words = [email ?? '', name, epci ?? ''].flatMap((text) => [
    text.replaceAll(/\s/g, ''),
    ...text.split(/[^\p{L}\p{N}]+/u),
  ]);
  const all = [...words, ...ofTheService].map((word) => word.toLowerCase());
  return [...new Set(all.flatMap((word) => [word, unaccented(word)]))].filter((word) => word.length > 2);
};
