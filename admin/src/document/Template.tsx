import { DownloadOutlined, FileWordOutlined, UndoOutlined } from '@ant-design/icons';
import { Alert, App, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefresh } from '../convention/use-page';
import { RestoreDefaultTemplateDocument, TemplateInUseDocument } from '../generated/graphql';
import { formatInstant } from '../i18n/format';
import { execute } from '../providers/graphql';
import { useRead } from '../providers/use-read';
import { DownloadButton } from './DownloadButton';
import { DropFile } from './DropFile';
import { formatSize } from './sizes';
import { TemplateRefused } from './transfer';

/** The template in use, the way to take it and to put another in its place, and why one was refused. */
export function Template() {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const refresh = useRefresh();
  const [refused, setRefused] = useState<Error>();
  const { data, error } = useRead('TemplateInUse', TemplateInUseDocument, {});
  if (error && !data) return <Alert type="warning" showIcon message={error.message} />;
  if (!data) return <Skeleton active paragraph={{ rows: 3 }} title={false} />;
  const [own] = data.documentTemplates.nodes;

  const restore = () =>
    modal.confirm({
      title: t('document.template.restoreTitle'),
      content: t('document.template.restoreText'),
      okText: t('document.template.restore'),
      cancelText: t('actions.cancel'),
      // The button that was pressed is gone with the template of one's own.
      afterClose: () => {
        if (document.activeElement === document.body) document.getElementById('page-title')?.focus();
      },
      onOk: async () => {
        try {
          await execute(RestoreDefaultTemplateDocument, {});
          setRefused(undefined);
          message.success(t('document.template.restored'));
          await refresh();
        } catch (failure) {
          message.error(failure instanceof Error ? failure.message : String(failure));
        }
      },
    });

  return (
    <div className="documents">
      <div className="template-now">
        <div className="kept-file">
          <strong>{own ? own.fileName : t('document.template.ours')}</strong>
          <span className="quiet">
            {own
              ? `${formatSize(own.size)} · ${t('document.added', { who: own.addedByName, when: formatInstant(own.createdAt) })}`
              : t('document.template.oursText')}
          </span>
        </div>
        <div className="document-buttons">
          <DownloadButton path="/documents/template" icon={<DownloadOutlined />}>
            {t('document.download')}
          </DownloadButton>
          {own && (
            <Button icon={<UndoOutlined />} onClick={restore}>
              {t('document.template.restore')}
            </Button>
          )}
        </div>
      </div>
      <DropFile
        path="/documents/template"
        accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        icon={<FileWordOutlined />}
        title={t('document.template.replace')}
        hint={t('document.template.replaceHint')}
        onDone={async () => {
          setRefused(undefined);
          message.success(t('document.template.replaced'));
          await refresh();
        }}
        onRefused={(failure) => setRefused(failure instanceof Error ? failure : new Error(String(failure)))}
      />
      {refused && <Refusal error={refused} onClose={() => setRefused(undefined)} />}
      <p className="quiet">{t('document.template.pdf')}</p>
    </div>
  );
}

/** Every mistake of a template, with the tag and the sentence that says what is wrong. */
function Refusal({ error, onClose }: { error: Error; onClose: () => void }) {
  const { t } = useTranslation();
  const faults = error instanceof TemplateRefused ? error.faults : [];
  return (
    <Alert
      type="error"
      showIcon
      closable
      onClose={onClose}
      message={error.message}
      description={
        faults.length > 0 && (
          <ul className="faults">
            {faults.map(({ name, tag, part, message }) => (
              <li key={`${name} ${tag} ${part}`}>
                {message} {part !== 'BODY' && <span className="quiet">({t(`document.part.${part}`)})</span>}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
