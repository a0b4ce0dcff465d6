import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../i18n/format';
import { LinkButton } from '../../shell/LinkButton';
import type { Resource } from '../define';
import { usePhrases } from '../phrases';
import { basePath } from '../registry';
import { useOffered } from '../use-offered';

interface Props {
  resource: Resource;
  narrowed: boolean;
  on: string | undefined;
  onClear: () => void;
}

/** Why there is nothing, and one thing to do about it. */
export function EmptyList({ resource, narrowed, on, onClear }: Props) {
  const { t } = useTranslation();
  const phrase = usePhrases(resource.concept);
  const creates = useOffered(resource.concept, 'create');
  const sentence = narrowed ? phrase('noneFound') : on ? phrase('noneOn', { day: formatDay(on) }) : phrase('none');
  return (
    <div className="empty">
      <p>{sentence}</p>
      {narrowed || on ? (
        <Button onClick={onClear}>{t('list.clear')}</Button>
      ) : (
        creates && (
          <LinkButton type="primary" to={`${basePath(resource.concept)}/new`}>
            {phrase('add')}
          </LinkButton>
        )
      )}
    </div>
  );
}
