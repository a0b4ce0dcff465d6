import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../../providers/errors';
import { LinkButton } from '../../shell/LinkButton';
import type { Resource } from '../define';
import { listAddress } from '../list/last-address';
import type { ConceptName } from '../metadata';
import { usePhrases } from '../phrases';
import { useVocabulary } from '../vocabulary';

interface Props {
  resource?: Resource | undefined;
  error?: { message: string };
  sentence?: string;
  onRetry?: () => void;
}

const gone = new Set(['NOT_FOUND', 'BAD_USER_INPUT', 'FORBIDDEN']);

/** A page that cannot be shown: why, and one thing to do. */
export function Missing({ resource, error, sentence, onRetry }: Props) {
  const { t } = useTranslation();
  if (resource && error && gone.has(codeOf(error))) return <Gone resource={resource} />;
  return (
    <div className="empty" role="alert">
      <p>{sentence ?? (error?.message || t('errors.unexpected'))}</p>
      {onRetry ? (
        <Button onClick={onRetry}>{t('actions.retry')}</Button>
      ) : (
        <LinkButton to="/">{t('menu.backHome')}</LinkButton>
      )}
    </div>
  );
}

function Gone({ resource }: { resource: Resource }) {
  const { t } = useTranslation();
  const concept: ConceptName = resource.concept;
  const words = useVocabulary();
  const phrase = usePhrases(concept);
  return (
    <div className="empty" role="alert">
      <p>{phrase('missing')}</p>
      <LinkButton to={listAddress(concept)}>{t('actions.backTo', { what: words.many(concept) })}</LinkButton>
    </div>
  );
}
