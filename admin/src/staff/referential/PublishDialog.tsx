import { Alert, App, Modal, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CompareReferentialsDocument, PublishReferentialDocument } from '../../generated/graphql';
import { formatDay } from '../../i18n/format';
import { execute } from '../../providers/graphql';
import { useRead, useRefresh } from '../../providers/use-read';
import { holdFocus } from '../../shell/hold-focus';
import { useToday } from '../../shell/session-context';
import { compareAddress } from './addresses';
import { Counts, GuichetChanges } from './Comparison';
import type { Version, Versions } from './model';

interface Props {
  version: Version;
  /** The version that it takes over from. */
  former: Versions[number] | undefined;
  onClose: () => void;
}

/** Before a version is published: what differs from the one before, and whose standing it would change. */
export function PublishDialog({ version, former, onClose }: Props) {
  const { t } = useTranslation();
  const year = Number(useToday().slice(0, 4));
  const { message } = App.useApp();
  const refresh = useRefresh();
  const [refusal, setRefusal] = useState<string>();
  const [sending, setSending] = useState(false);
  const asked = { fromId: former?.id ?? '', toId: version.id, year };
  const { data, error } = useRead('CompareReferentials', CompareReferentialsDocument, asked, former !== undefined);
  const days = { day: formatDay(version.validFrom), name: former?.name ?? '' };

  const publish = async () => {
    setSending(true);
    setRefusal(undefined);
    const landOn = holdFocus();
    try {
      await execute(PublishReferentialDocument, { id: version.id, revision: version.revision });
      await message.success(t('referential.publish.done', days));
      onClose();
      await refresh();
      // The button that was pressed is gone with the draft.
      landOn(document.getElementById('page-title'));
    } catch (problem) {
      setRefusal(problem instanceof Error && problem.message ? problem.message : t('errors.unexpected'));
    } finally {
      setSending(false);
    }
  };

  return (
    <Modal
      open
      width={720}
      title={t('referential.publish.title', { name: version.name })}
      okText={t('referential.publish.confirm')}
      okButtonProps={{ loading: sending }}
      cancelText={t('actions.back')}
      onOk={publish}
      onCancel={onClose}
    >
      <p>{t(former ? 'referential.publish.text' : 'referential.publish.textFirst', days)}</p>
      <p className="quiet">{t('referential.publish.final')}</p>
      {refusal && <Alert className="form-refusal" type="error" showIcon role="alert" message={refusal} />}
      {former && error && <Alert type="warning" showIcon message={error.message} />}
      {former && !data && !error && <Skeleton active paragraph={{ rows: 4 }} />}
      {former && data && (
        <div className="publish-preview">
          <h3>{t('referential.publish.preview')}</h3>
          <Counts comparison={data.compareReferentials} />
          <GuichetChanges comparison={data.compareReferentials} year={year} />
          <Link to={compareAddress(version.id, former.id)}>{t('referential.compare.all')}</Link>
        </div>
      )}
    </Modal>
  );
}
