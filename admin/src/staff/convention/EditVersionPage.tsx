import { Alert, Skeleton, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Around, AroundProvider } from '../../crud/form/around';
import { EditPage } from '../../crud/form/FormPage';
import { Missing } from '../../crud/page/Missing';
import { resourceOf } from '../../crud/registry';
import { useVocabulary } from '../../crud/vocabulary';
import { EditedVersionDocument } from '../../generated/graphql';
import { formatInstant } from '../../i18n/format';
import { ApiError } from '../../providers/errors';
import { LinkButton } from '../../shell/LinkButton';
import { addressOf } from '../addresses';
import type { Remark } from './review/review';
import './convention.css';
import './review/review.css';
import { usePage } from '../../providers/use-read';

/** The form of a version: in correction, only what somebody remarked on is open, with the remark under it. */
export function EditVersionPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const resource = resourceOf('ConventionVersion');
  const { data, error, refetch } = usePage('EditedVersion', EditedVersionDocument, { id });
  if (error && !data) return <Missing resource={resource} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active paragraph={{ rows: 10 }} className="page" />;
  const version = data.conventionVersion;
  if (!version || !resource?.form) return <Missing resource={resource} error={new ApiError('NOT_FOUND', '')} />;
  const { rank, state, unlockedFields, comments, convention } = version;
  const { number } = convention;
  if (unlockedFields.length === 0)
    return (
      <section className="page narrow-page" aria-labelledby="page-title">
        <Typography.Title level={1} id="page-title">
          {rank > 1 ? t('convention.titleAvenant', { number, rank: rank - 1 }) : t('convention.title', { number })}
        </Typography.Title>
        <Alert
          type="info"
          showIcon
          message={t(state === 'CORRECTION' ? 'convention.locked.nothing' : 'convention.locked.state')}
          action={
            <LinkButton size="small" to={addressOf({ concept: 'ConventionVersion', id, parentId: convention.id })}>
              {t('convention.locked.back')}
            </LinkButton>
          }
        />
      </section>
    );
  const around = (path: string): Around => {
    if (!unlockedFields.includes(path)) return { locked: t('convention.locked.field') };
    const own = comments.nodes.filter(({ field }) => field === path);
    return own.length > 0 ? { note: own.map((remark) => <Said key={remark.id} remark={remark} />) } : {};
  };
  return (
    <AroundProvider value={around}>
      <EditPage
        resource={resource}
        sections={resource.form}
        id={id}
        heading={rank > 1 ? t('convention.editAvenant', { number, rank: rank - 1 }) : t('convention.edit', { number })}
        note={state === 'CORRECTION' ? t('convention.locked.only') : undefined}
      />
    </AroundProvider>
  );
}

/** What the correction is asked for, under its input. */
function Said({ remark: { side, authorName, createdAt, text } }: { remark: Remark }) {
  const words = useVocabulary();
  return (
    <span className={`remark remark-${side}`}>
      <span className="remark-by">
        <strong>{words.code('Side', side)}</strong> {authorName} · {formatInstant(createdAt)}
      </span>
      <span className="prose">{text}</span>
    </span>
  );
}
