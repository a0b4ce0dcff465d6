import { CheckOutlined, MessageOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVocabulary } from '../../../crud/vocabulary';
import { CommentConventionDocument, ReopenCommentDocument, ResolveCommentDocument } from '../../../generated/graphql';
import { formatInstant } from '../../../i18n/format';
import { useAdding } from '../../../lite/kit/use-adding';
import { execute } from '../../../providers/graphql';
import { RemarkForm } from './RemarkForm';
import { anchorOf, type Remark, useReview } from './review';
import './review.css';

interface Props {
  field: string;
  label: string;
  children: ReactNode;
  /** Of the field too, under the line that has the button. */
  more?: ReactNode;
}

/** A field of the version with what is said of it, and the way to say something: a plain field when it is not being reviewed. */
export function Remarkable({ field, label, children, more }: Props) {
  const { t } = useTranslation();
  const { versionId, remarks, open, onChanged } = useReview();
  const [writing, setWriting] = useState(false);
  const adding = useAdding();
  const own = remarks.filter((remark) => remark.field === field);
  const done = own.filter(({ state }) => state === 'RESOLVED');
  const button = useRef<HTMLButtonElement>(null);
  const place = useRef<HTMLDivElement>(null);
  // What was pressed is gone with the remark: one goes on from the field.
  const landing = () => setTimeout(() => place.current?.focus());
  const close = () => {
    setWriting(false);
    // The button comes back once the form is gone.
    setTimeout(() => button.current?.focus());
  };
  if (!open && own.length === 0)
    return (
      <>
        {children}
        {more}
      </>
    );
  return (
    <div className="remarkable" id={anchorOf(field)} tabIndex={-1} ref={place}>
      <div className="remark-line">
        <div className="remark-of">{children}</div>
        {open && !writing && (
          <Button
            ref={button}
            type="text"
            size="small"
            className="remark-add no-print"
            icon={<MessageOutlined />}
            title={t('convention.review.comment')}
            aria-label={t('convention.review.commentOn', { label })}
            onClick={() => setWriting(true)}
          />
        )}
      </div>
      {more}
      {own
        .filter(({ state }) => state === 'OPEN')
        .map((remark) => (
          <OneRemark key={remark.id} remark={remark} label={label} onMoved={landing} />
        ))}
      {done.length > 0 && (
        <details className="remarks-done">
          <summary>{t('convention.review.done', { count: done.length })}</summary>
          {done.map((remark) => (
            <OneRemark key={remark.id} remark={remark} label={label} onMoved={landing} />
          ))}
        </details>
      )}
      {writing && (
        <RemarkForm
          label={t('convention.review.onField', { label })}
          placeholder={t('convention.review.example')}
          action={t('convention.review.add')}
          onCancel={close}
          onSend={async (text) => {
            await adding((requestKey) =>
              execute(CommentConventionDocument, { id: versionId, field, text, requestKey }),
            );
            await onChanged();
            close();
          }}
        />
      )}
    </div>
  );
}

/** Who says what of a field, what was answered, and the two things to do with it. */
function OneRemark({ remark, label, onMoved }: { remark: Remark; label: string; onMoved: () => void }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const { message } = App.useApp();
  const { open, onChanged } = useReview();
  const [answering, setAnswering] = useState(false);
  const [busy, setBusy] = useState(false);
  const { id, revision, text, side, authorName, createdAt, state, answer, resolvedByName, resolvedAt } = remark;
  const resolve = async (said: string) => {
    await execute(ResolveCommentDocument, { id, revision, answer: said || null });
    await onChanged();
    onMoved();
  };
  const reopen = async () => {
    setBusy(true);
    try {
      await execute(ReopenCommentDocument, { id, revision });
      onMoved();
    } catch (error) {
      await message.error(error instanceof Error && error.message ? error.message : t('errors.unexpected'));
    } finally {
      await onChanged();
      setBusy(false);
    }
  };
  return (
    <article className={`remark remark-${side}`} aria-label={t('convention.review.onField', { label })}>
      <p className="remark-by">
        <strong>{words.code('Side', side)}</strong>
        <span className="quiet">
          {authorName} · {formatInstant(createdAt)}
        </span>
      </p>
      <p className="prose">{text}</p>
      {state === 'RESOLVED' && (
        <p className="remark-answer">
          <CheckOutlined aria-hidden />{' '}
          <span>
            {answer && <span className="prose">{answer} </span>}
            <span className="quiet">
              {t('convention.review.resolvedBy', { name: resolvedByName ?? '', at: formatInstant(resolvedAt ?? '') })}
            </span>
          </span>
        </p>
      )}
      {open &&
        (answering ? (
          <RemarkForm
            label={t('convention.review.answer')}
            placeholder={t('convention.review.answerExample')}
            action={t('convention.review.resolve')}
            optional
            onCancel={() => setAnswering(false)}
            onSend={resolve}
          />
        ) : (
          <p className="remark-tools no-print">
            {state === 'OPEN' ? (
              <Button size="small" onClick={() => setAnswering(true)}>
                {t('convention.review.resolveAsk')}
              </Button>
            ) : (
              <Button type="link" size="small" loading={busy} onClick={() => void reopen()}>
                {t('convention.review.reopen')}
              </Button>
            )}
          </p>
        ))}
    </article>
  );
}
