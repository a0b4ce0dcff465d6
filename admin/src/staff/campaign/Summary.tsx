import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { capital, useVocabulary } from '../../crud/vocabulary';
import { formatNumber } from '../../i18n/format';
import { type Card, type Need, progressOf } from './model';
import { Progress } from './Progress';

interface Props {
  cards: readonly Card[];
  blocks: readonly { need: Need; count: number }[];
  need: Need | undefined;
  onNeed: (need: Need | undefined) => void;
}

/** How far towards "all signed", and what blocks: a press shows only those conventions. */
export function Summary({ cards, blocks, need, onNeed }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const { signed, total } = progressOf(cards);
  if (total === 0) return null;
  return (
    <section className="campaign-summary" aria-label={t('campaign.progress')}>
      <p className="summary-line">
        <b>{t('campaign.signedOf', { count: signed, total })}</b>
        {signed === total && <span className="quiet"> {t('campaign.allSigned')}</span>}
      </p>
      <Progress signed={signed} total={total} />
      {blocks.length > 0 && (
        <fieldset className="verdict-chips">
          <legend>{t('campaign.blocks')}</legend>
          {blocks.map((one) => (
            <Button
              key={one.need}
              className={need === one.need ? 'chip chip-on' : 'chip'}
              aria-pressed={need === one.need}
              onClick={() => onNeed(need === one.need ? undefined : one.need)}
            >
              {capital(words.code('ConventionNeed', one.need))} <b>{formatNumber(one.count)}</b>
            </Button>
          ))}
        </fieldset>
      )}
    </section>
  );
}
