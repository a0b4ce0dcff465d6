import { useState } from 'react';
import { dayWithoutWeekday } from '../../light/format.js';
import { useLocale } from '../../light/i18n.js';
import { Button, FailureNotice } from '../../light/parts.js';
import { useChange } from '../context.js';
import { isOpen, type Remark } from './model.js';
import { reopenComment, resolveComment } from './operations.js';
import { RemarkForm } from './RemarkForm.js';
import { useReviewTexts } from './texts.js';

interface Props {
  readonly remark: Remark;
  /** What a screen reader adds to the buttons: on which point. */
  readonly about: string;
  /** Is it still the time to answer? */
  readonly discussed: boolean;
  readonly kept: string;
  readonly onChanged: () => Promise<void>;
}

/** Who says what, what was answered, and the one thing to do with it. */
export function OneRemark({ remark, about, discussed, kept, onChanged }: Props) {
  const t = useReviewTexts();
  const { locale } = useLocale();
  const [answering, setAnswering] = useState(false);
  const resolving = useChange(resolveComment, onChanged);
  const reopening = useChange(reopenComment, onChanged);
  const { id, revision, text, side, authorName, createdAt, answer, resolvedByName } = remark;
  const by = side === 'EPCI' ? t('remark.by.EPCI') : t('remark.by.GUICHET');
  return (
    <div className={`remark remark-${side.toLowerCase()}`}>
      <p className="small">
        <strong>{by}</strong>{' '}
        <span className="soft">
          {authorName} · {dayWithoutWeekday(createdAt, locale)}
        </span>
      </p>
      <p className="lines">{text}</p>
      {isOpen(remark) ? null : (
        <p className="small">
          {answer ? <span className="lines">{answer} </span> : null}
          <span className="soft">{t('remark.resolved', { name: resolvedByName ?? '' })}</span>
        </p>
      )}
      {reopening.failure ? <FailureNotice failure={reopening.failure} writing /> : null}
      {!discussed ? null : answering ? (
        <RemarkForm
          kept={`${kept}.${id}`}
          label={t('remark.answerLabel')}
          action={t('remark.close')}
          optional
          sending={resolving}
          onSend={(said) => resolving.send({ id, revision, answer: said || null })}
          onClose={() => setAnswering(false)}
        />
      ) : isOpen(remark) ? (
        <Button about={about} onPress={() => setAnswering(true)}>
          {t('remark.answer')}
        </Button>
      ) : (
        <Button plain about={about} sending={reopening.sending} onPress={() => void reopening.send({ id, revision })}>
          {t('remark.reopen')}
        </Button>
      )}
    </div>
  );
}
