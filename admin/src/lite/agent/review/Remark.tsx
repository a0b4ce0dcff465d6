import { useState } from 'react';
import { dayWithoutWeekday } from '../../kit/format.js';
import { useLocale } from '../../kit/language.js';
import { Button, FailureNotice } from '../../kit/parts.js';
import { useChange } from '../context.js';
import { begun } from './kept.js';
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
  /** May its point be changed now? Not once the remark is closed. */
  readonly unlocked: boolean;
  readonly kept: string;
  readonly onChanged: () => Promise<void>;
  /** The form is gone, and the focus with it. */
  readonly onLeft: () => void;
}

/** Who says what, what was answered, and the one thing to do with it. */
export function OneRemark({ remark, about, discussed, unlocked, kept, onChanged, onLeft }: Props) {
  const t = useReviewTexts();
  const { locale } = useLocale();
  const resolving = useChange(resolveComment, onChanged);
  const reopening = useChange(reopenComment, onChanged);
  const { id, revision, text, side, authorName, createdAt, answer, resolvedByName } = remark;
  const [answering, setAnswering] = useState(() => isOpen(remark) && begun(`${kept}.${id}`));
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
          help={unlocked ? t('remark.changeFirst') : undefined}
          action={t('remark.close')}
          optional
          sending={resolving}
          onSend={(said) => resolving.send({ id, revision, answer: said || null })}
          onClose={() => {
            setAnswering(false);
            onLeft();
          }}
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
