import { DownloadOutlined, FileWordOutlined } from '@ant-design/icons';
import { Alert, App, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TemplatesDocument } from '../../generated/graphql';
import { formatInstant, formatSize } from '../../i18n/format';
import { useRead, useRefresh } from '../../providers/use-read';
import { DownloadButton } from './DownloadButton';
import { DropFile } from './DropFile';
import { FormerTemplates } from './FormerTemplates';
import { TemplateRefused } from './transfer';

/** The template in use, the way to take it, to put another in its place or a former one again, and why one was refused. */
export function Template() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const [refused, setRefused] = useState<Error>();
  const { data, error } = useRead('Templates', TemplatesDocument, {});
  if (error && !data) return <Alert type="warning" showIcon message={error.message} />;
  if (!data) return <Skeleton active paragraph={{ rows: 3 }} title={false} />;
  const { nodes } = data.documentTemplates;
  const own = nodes.find(({ inUse }) => inUse);
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
        <DownloadButton path="/documents/template" icon={<DownloadOutlined />}>
          {t('document.download')}
        </DownloadButton>
      </div>
      <DropFile
        path="/documents/template"
        accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        icon={<FileWordOutlined />}
        title={t('document.template.replace')}
        hint={t('document.template.replaceHint')}
        onDone={async () => {
          setRefused(undefined);
          await message.success(t('document.template.replaced'));
          await refresh();
        }}
        onRefused={(failure) => setRefused(failure instanceof Error ? failure : new Error(String(failure)))}
      />
      {refused && <Refusal error={refused} onClose={() => setRefused(undefined)} />}
      <p className="quiet">{t('document.template.pdf')}</p>
      {nodes.length > 0 && (
        <FormerTemplates
          templates={nodes.filter(({ inUse }) => !inUse)}
          withOurs={own !== undefined}
          onUsed={() => setRefused(undefined)}
        />
      )}
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
