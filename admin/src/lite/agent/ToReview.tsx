import { listInWords } from '../kit/format.js';
import { useLocale } from '../kit/language.js';
import { addresses } from './addresses.js';
import { useAgent } from './context.js';
import type { Home } from './model.js';
import { useTexts } from './texts.js';

/** A convention that waits for the caller's reading: for those whom their guichet names, while there is one. */
export function ToReview() {
  const t = useTexts();
  const reviews = useAgent().home.reviews.filter(({ state, reviewedAt }) => state !== 'TO_SIGN' && !reviewedAt);
  return (
    <Card
      id="to-review"
      reviews={reviews}
      title={t('review.title', { count: reviews.length })}
      open={t('review.open')}
    />
  );
}

/** One that was read, with nothing to change: the EPCI goes on, and until then the answer can be taken back. */
export function Answered() {
  const t = useTexts();
  const reviews = useAgent().home.reviews.filter(({ state, reviewedAt }) => state !== 'TO_SIGN' && reviewedAt);
  return (
    <Card
      id="answered"
      reviews={reviews}
      title={t('answered.title', { count: reviews.length })}
      open={t('answered.open')}
    />
  );
}

/** One whose text is settled: there is nothing to do, and no doubt left where it is. */
export function ToSign() {
  const t = useTexts();
  const reviews = useAgent().home.reviews.filter(({ state }) => state === 'TO_SIGN');
  return (
    <Card id="to-sign" reviews={reviews} title={t('toSign.title', { count: reviews.length })} open={t('toSign.open')} />
  );
}

function Card(props: { id: string; reviews: Home['reviews']; title: string; open: string }) {
  const { id, reviews, title, open } = props;
  const { locale } = useLocale();
  const { follow } = useAgent();
  if (reviews.length === 0) return null;
  const names = [...new Set(reviews.map(({ guichet }) => guichet.name))];
  return (
    <section className="card stack" aria-labelledby={id}>
      <div className="stack stack-close">
        <h2 id={id}>{title}</h2>
        <p>{listInWords(names, locale)}</p>
      </div>
      <a className="button" href={addresses.convention} onClick={follow}>
        {open}
      </a>
    </section>
  );
}
