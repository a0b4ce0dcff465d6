import terms from '../generated/terms.fr.json';

/** What each part of the staff pages says is beside it; the light entries bring their own. */
const screens = Object.values(
  import.meta.glob<object>(['../**/words.fr.json', '!../lite/**'], { eager: true, import: 'default' }),
);

export { screens, terms };
