import { listInWords } from '../light/format.js';
import { useLocale } from '../light/i18n.js';
import { useAgent } from './context.js';
import { addresses } from './router.js';
import { useTexts } from './texts.js';

/** A convention that waits for the caller's reading: for those whom their guichet names, while there is one. */
export function ToReview() {
  const t = useTexts();
  const { locale } = useLocale();
  const { home, follow } = useAgent();
  const { reviews } = home;
  if (reviews.length === 0) return null;
  const names = [...new Set(reviews.map(({ guichet }) => guichet.name))];
  return (
    <section className="card stack" aria-labelledby="to-review">
      <div className="stack stack-close">
        <h2 id="to-review">{t('review.title', { count: reviews.length })}</h2>
        <p>{listInWords(names, locale)}</p>
      </div>
      <a className="button" href={addresses.convention} onClick={follow}>
        {t('review.open')}
      </a>
    </section>
  );
}
