import { Alert } from 'antd';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { resolvePath } from '../../../crud/metadata';
import { useVocabulary } from '../../../crud/vocabulary';
import { anchorOf, openByField, useReview } from './review';

/** How many remarks wait for an answer, each field one press away. */
export function OpenRemarks({ fields }: { fields: readonly string[] }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const { remarks } = useReview();
  const groups = openByField(remarks, fields);
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const go = (event: MouseEvent, field: string) => {
    event.preventDefault();
    const place = document.getElementById(anchorOf(field));
    place?.scrollIntoView({ block: 'center' });
    place?.focus({ preventScroll: true });
  };
  return (
    <Alert
      type="warning"
      showIcon
      message={t('convention.review.waiting', { count: total })}
      description={
        <ul className="remark-links">
          {groups.map(({ field, count }) => (
            <li key={field}>
              <a href={`#${anchorOf(field)}`} onClick={(event) => go(event, field)}>
                {resolvePath('ConventionVersion', field) ? words.label('ConventionVersion', field) : field}
              </a>
              {count > 1 && <span className="quiet"> ({count})</span>}
            </li>
          ))}
        </ul>
      }
    />
  );
}
